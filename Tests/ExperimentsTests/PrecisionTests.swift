import Testing

@testable import Experiments

/// How certain figures with targets are, and what that means for how many replications there are to be.
@Suite struct PrecisionTests {
  @Test func aFigureDefinedOnceIsWaitedForAndOneThatNeverIsIsNot() {
    var certainty = TargetCertainty()
    #expect(certainty.widest == 0 && certainty.judged == 0)
    certainty.note("narrow", mean: 0.9, halfWidth: 0.01)
    certainty.note("wide", mean: 0.5, halfWidth: 0.02)
    certainty.note("nobody", mean: .nan, halfWidth: nil)
    certainty.note("nowhere", mean: nil, halfWidth: nil)
    let precision = Precision(halfWidth: 0.03, most: 100)
    #expect(certainty.widest == 0.02 && certainty.undefined == ["nobody", "nowhere"] && certainty.definedOnce == [])
    #expect(precision.next(after: 10, widest: certainty.widest) == nil)
    certainty.note("once", mean: 1, halfWidth: nil)
    #expect(certainty.widest == .infinity && certainty.definedOnce == ["once"])
    #expect(certainty.judged == 3)
    #expect(precision.next(after: 10, widest: certainty.widest) == 20)
  }
}
