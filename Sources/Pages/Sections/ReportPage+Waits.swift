import ContactCentre
import DiscreteEvents
import Experiments
import Findings
import Metrics
import Writing

extension ReportPage {
  /// For each channel how long those answered had waited, of deferred work how long until it was done, and the usual
  /// quantiles of it.
  func waits(_ html: inout HTMLWriter) {
    html.charts(
      zip(scenario.channels, result.summary.channels).enumerated().compactMap { index, pair in
        let (channel, summary) = pair
        let isDeferred = channel.kind.isDeferred
        let sample = isDeferred ? summary.reviewTime : summary.speedOfAnswer
        guard sample.count > 0 else { return nil }
        return Self.distribution(
          file: "waits-\(index + 1)", name: channel.id, title: isDeferred ? "time until done" : "speed of answer",
          sample, isDeferred ? .work : .answers, within: channel.target?.within, colour: Self.colour(index),
          note: Self.quantiles(channelFigures(channel)?[isDeferred ? "reviewTime" : "speedOfAnswer"]))
      })
  }

  /// A sample of lengths of time in bands, those in time and those not told apart.
  static func distribution(
    file: String, name: String, title: String, _ sample: Histogram, _ bands: WaitBands, within: Milliseconds?,
    colour: Int, note: String?
  ) -> Chart {
    let shares = bands.shares(of: sample)
    var sum = 0.0
    let keys: [Chart.Key] =
      within.map {
        let limit = Quantity.limit(Double($0) / 1_000)
        return [
          Chart.Key(swatch: "bar c\(colour)", label: "up to \(limit)"),
          Chart.Key(swatch: "bar late", label: "longer"),
        ]
      } ?? []
    return .bars(
      file: file, name: name, title: title, note: note, keys: keys, heading: "Time", measure: "Share",
      bars: zip(bands.names, zip(bands.ends, shares)).map { name, band in
        let isLate = within.map { limit in band.0.map { $0 > limit } ?? true } ?? false
        return .init(name: name, value: band.1, colour: isLate ? "late" : "c\(colour)")
      }, unit: .share,
      extra: (
        "So far",
        shares.map { share in
          sum += share
          return NumberTable.Cell(min(sum, 1), .share)
        }
      ))
  }

  /// The usual quantiles of a sample, as a sentence.
  static func quantiles(_ figures: FigureTree?) -> String? {
    guard let figures, figures.finite("mean") != nil else { return nil }
    func words(_ name: String) -> String { Quantity.words(figures.estimate(name), .seconds) }
    return """
      Mean \(words("mean")), median \(words("median")); 90% within \(words("p90")), 95% within \(words("p95")), 99% within \
      \(words("p99")); longest \(words("max")).
      """
  }
}

/// Lengths of time sorted into a dozen bands.
struct WaitBands {
  /// What they are called.
  let names: [String]
  /// Where each ends; nil for the last, which does not.
  let ends: [Milliseconds?]

  private init(_ seconds: [Milliseconds]) {
    ends = seconds.map { $0 * .second } + [nil]
    let words = seconds.map { Quantity.limit(Double($0)).replacing(" min", with: " m") }
    names = words.map { "\u{2264}\u{A0}\($0)" } + ["more"]
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
