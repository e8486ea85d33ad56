import Metrics
import Testing

@testable import Experiments

@Suite struct ClopperPearsonTests {
  private func halfWidth(_ part: UInt64, _ whole: UInt64, error: Double = 0.025) -> Double? {
    ClopperPearson.halfWidth(of: Share(part: part, of: whole), error: error)
  }

  /// The probability that none of the cases shows what happens as often as the end of the interval says is 2.5 %.
  @Test(arguments: [1, 2, 20, 700, 1_000_000] as [UInt64])
  func whatNeverHappenedMayHappen(cases: UInt64) throws {
    let end = try #require(halfWidth(0, cases))
    var none = 1.0
    var power = 1 - end
    var rest = cases
    while rest > 0 {
      if rest % 2 == 1 { none *= power }
      power *= power
      rest /= 2
    }
    #expect(abs(none - 0.025) < 1e-9)
  }

  /// Of one in 20 cases 24.87 %, of three in 40 20.39 %, of ten in 20 72.80 %: the ends that tables have.
  @Test func theEndsAreThoseOfTables() {
    func end(_ part: UInt64, _ whole: UInt64) -> Double {
      ClopperPearson.upperEnd(of: Share(part: part, of: whole), error: 0.025)
    }
    #expect(abs(end(1, 20) - 0.248_733) < 1e-6)
    #expect(abs(end(3, 40) - 0.203_865) < 1e-6)
    #expect(abs(end(10, 20) - 0.728_042) < 1e-6)
    // √0.975, and of one in three 90.57 %.
    #expect(abs(end(1, 2) - 0.987_421) < 1e-6)
    #expect(abs(end(1, 3) - 0.905_701) < 1e-6)
    // A Poisson count of one is below 5.5716 in 97.5 of 100 cases.
    #expect(abs(end(1, 100_000_000) * 1e8 - 5.571_643) < 1e-5)
  }

  @Test func whatHardlyEverFailsIsAsWhatHardlyEverHappens() {
    #expect(halfWidth(3, 700) == halfWidth(697, 700))
    #expect(halfWidth(0, 700) == halfWidth(700, 700))
    #expect(halfWidth(0, 0) == nil && halfWidth(100, 100_000) == nil && halfWidth(99, 100_000) != nil)
  }

  /// The first case that goes wrong makes nothing surer, nor does any that follows.
  @Test(arguments: [10, 700, 1_000_000] as [UInt64])
  func oneCaseMoreNeverNarrows(cases: UInt64) throws {
    let ends = try (0...min(cases / 10, 99)).map { try #require(halfWidth($0, cases)) }
    #expect(zip(ends, ends.dropFirst()).allSatisfy(<))
  }

  /// Of 20,000 cases in 20 replications, of which so many are expected to happen: how often the truth is below the end of the
  /// wider interval, where replications differ by nothing but chance.
  @Test(arguments: [0.5, 1, 2, 3.5, 5, 8, 12, 20, 25, 30, 60, 100])
  func theEndIsBeyondTheTruthAsOftenAsItSays(expected: Double) {
    let cases = 20_000.0
    let t = StudentT.quantile(0.975, degrees: 19)
    let chance = expected / cases
    var probability = 1.0
    for _ in 0..<Int(cases) { probability *= 1 - chance }
    var covered = 0.0
    var total = 0.0
    for part in 0..<300 {
      let count = Double(part)
      let byT = t * count.squareRoot() / cases
      if count / cases + max(byT, halfWidth(UInt64(part), UInt64(cases)) ?? 0) >= chance { covered += probability }
      total += probability
      probability *= (cases - count) / (count + 1) * chance / (1 - chance)
    }
    #expect(abs(total - 1) < 1e-9 && covered >= 0.97, "\(covered)")
  }
}
