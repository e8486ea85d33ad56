import DiscreteEvents
import Metrics

/// How far a share of cases that are independent of each other may be from the truth, by the binomial distribution itself.
///
/// After C. J. Clopper and E. S. Pearson, Biometrika 26 (1934), 404–413. Student's t asks how replications vary, which those
/// in which hardly anything happened do not tell: of one case in all of them it would be surer than of none.
enum ClopperPearson {
  /// From so many cases on that did happen, and as many that did not, Student's t of the replications does: below, where nothing
  /// else varies, the truth is above its interval up to 12 times in a hundred rather than 2.5; from here on 3 to 4.
  static let fewCases: UInt64 = 100

  /// The distance from `share`, or from one less it if that is less, to the end above it of the interval that has `error` beyond
  /// on either side: that end is the further one. Nil where there are no cases, or not few.
  static func halfWidth(of share: Share, error: Double) -> Double? {
    guard share.whole > 0, share.part <= share.whole else { return nil }
    let rarer = min(share.part, share.whole - share.part)
    guard rarer < fewCases else { return nil }
    return upperEnd(of: Share(part: rarer, of: share.whole), error: error) - Double(rarer) / Double(share.whole)
  }

  /// The probability of each case at which so few as the `share`'s part, or fewer, happen with probability `error`. Of none in n
  /// cases it is 1 − error^(1/n), for 2.5 % about 3.7 in n.
  ///
  /// - Precondition: no more than half of the cases happened, and there is one.
  ///
  /// O(part).
  static func upperEnd(of share: Share, error: Double) -> Double {
    let cases = Double(share.whole)
    if share.part == 0 { return -PortableMath.expm1(PortableMath.log(error) / cases) }
    // Of all but one in n it is (1 − error)^(1/n); with half of them at most that is one of two.
    if share.part == share.whole - 1 { return PortableMath.exp(PortableMath.log1p(-error) / cases) }
    let part = Double(share.part)
    // Beyond the most likely of the cases but one, the probability of so few falls ever more slowly: Newton's steps from there
    // stay on one side and rise until rounding stops them.
    var end = part / (cases - 1)
    for _ in 0..<200 {
      let odds = end / (1 - end)
      var term = PortableMath.exp(cases * PortableMath.log1p(-end))
      var sum = term
      for count in 1...Int(share.part) {
        term *= (cases - Double(count) + 1) / Double(count) * odds
        sum += term
      }
      // The slope of the sum is less the last term, times the cases that did not happen over the chance of each not to.
      let next = end + (sum - error) / (term * (cases - part) / (1 - end))
      guard next > end * (1 + 1e-15) else { return end }
      end = next
    }
    return end
  }
}
