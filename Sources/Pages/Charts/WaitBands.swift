import DiscreteEvents
import Metrics
import Writing

/// Lengths of time sorted into a dozen bands.
struct WaitBands {
  /// What they are called.
  let names: [String]
  /// Where each ends; nil for the last, which does not.
  let ends: [Milliseconds?]

  private init(ends: [Milliseconds]) {
    self.ends = ends + [nil]
    let words = ends.map { Quantity.limit(Double($0) / 1_000).replacing(" min", with: " m") }
    names = words.map { "\u{2264}\u{A0}\($0)" } + ["more"]
  }

  private init(_ seconds: [Milliseconds]) { self.init(ends: seconds.map { $0 * .second }) }

  /// The same bands, the one that `limit` lies in cut in two there, so that each is on one side of it.
  func cut(at limit: Milliseconds?) -> WaitBands {
    guard let limit, !ends.contains(limit) else { return self }
    return WaitBands(ends: (ends.compactMap(\.self) + [limit]).sorted())
  }

  /// For speeds of answer.
  static let answers = WaitBands([2, 5, 10, 20, 30, 60, 120, 180, 300, 600, 1_200])
  /// For deferred work, from when it comes to when it is over.
  static let work = WaitBands([
    900, 1_800, 3_600, 7_200, 14_400, 28_800, 43_200, 86_400, 172_800, 259_200, 604_800,
  ])
  /// For response times.
  static let responses = WaitBands([300, 480, 600, 900, 1_200, 1_800, 2_700, 3_600, 7_200, 14_400, 28_800])

  /// Which share of `sample` is in each band.
  func shares(of sample: Histogram) -> [Double] {
    var before: UInt64 = 0
    return ends.map { end in
      let upTo = end.map { sample.count(upTo: $0) } ?? sample.count
      defer { before = upTo }
      return Double(upTo - before) / Double(max(sample.count, 1))
    }
  }
}
