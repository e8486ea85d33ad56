import Experiments
import Synchronization
import Testing

@Suite struct ParallelMapTests {
  @Test(arguments: [1, 2, 7, nil])
  func valuesComeInTheirOrder(jobs: Int?) {
    let squares = parallelMap(count: 100, jobs: jobs) { $0 * $0 }
    #expect(squares == (0..<100).map { $0 * $0 })
    let none = parallelMap(count: 0, jobs: jobs) { $0 }
    #expect(none.isEmpty)
    // Nothing is a value as well.
    let halves = parallelMap(count: 4, jobs: jobs) { number -> Int? in number % 2 == 0 ? number / 2 : nil }
    #expect(halves == [0, nil, 1, nil])
  }

  @Test(arguments: [1, 3, nil])
  func everyValueIsToldOfOnceAndOneAtATime(jobs: Int?) {
    let heard = Mutex<[(index: Int, value: Int, done: Int)]>([])
    let isTold = Atomic(false)
    _ = parallelMap(count: 50, jobs: jobs) {
      $0 + 1_000
    } noting: { index, value, done in
      let isOnTwoAtOnce = isTold.exchange(true, ordering: .sequentiallyConsistent)
      #expect(!isOnTwoAtOnce)
      heard.withLock { $0.append((index, value, done)) }
      isTold.store(false, ordering: .sequentiallyConsistent)
    }
    let all = heard.withLock { $0 }
    #expect(all.map(\.done) == Array(1...50))
    #expect(all.map(\.index).sorted() == Array(0..<50) && all.allSatisfy { $0.value == $0.index + 1_000 })
  }
}
