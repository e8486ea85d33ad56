import Synchronization
import Testing

@testable import Calibration

@Suite struct EvaluatorTests {
  @Test(arguments: [1, 2, nil])
  func nothingIsLookedAtTwice(jobs: Int?) {
    let noted = Mutex<[Evaluation]>([])
    let evaluator = Evaluator(
      known: [Evaluation(values: [1], figures: [10]), Evaluation(values: [2], figures: nil)], jobs: jobs,
      note: { evaluation in noted.withLock { $0.append(evaluation) } }, model: { $0[0] < 0 ? nil : [$0[0] * 10] })
    #expect(evaluator.figures(at: [[3], [1], [3], [-1]]) == [[30], [10], [30], nil])
    #expect(evaluator.count == 3)
    // What makes no scenario is known as well, be it from before.
    #expect(evaluator.figures(at: [[-1], [2], [3]]) == [nil, nil, [30]])
    #expect(evaluator.count == 4)
    let fresh = noted.withLock { $0 }
    #expect(fresh.map(\.values).sorted { $0[0] < $1[0] } == [[-1], [3]])
  }
}
