import ContactCentre
import DiscreteEvents
import Experiments
import Findings
import Metrics
import Writing

extension ReportPage {
  /// For each channel how long those answered had waited, of deferred work how long until it was done, and the usual
  /// quantiles of it. Headlines are shares of all offered, so each says whom it leaves out.
  func waits(_ html: inout HTMLWriter) {
    html.remarks(
      zip(scenario.channels, result.summary.channels).compactMap { channel, summary in
        Self.waits(of: channel, summary).count == 0 ? nothing(of: channel).map { (channel.id, $0) } : nil
      })
    html.charts(
      zip(scenario.channels, result.summary.channels).enumerated().compactMap { index, pair in
        let (channel, summary) = pair
        let isDeferred = channel.kind.isDeferred
        let sample = Self.waits(of: channel, summary)
        guard sample.count > 0 else { return nil }
        return Self.distribution(
          file: "waits-\(index + 1)", name: channel.id, title: isDeferred ? "time until done" : "speed of answer",
          of: isDeferred ? "done" : "answered", sample, isDeferred ? .work : .answers, within: channel.target?.within,
          colour: Self.colour(index),
          note: [
            leftOut(channel), Self.quantiles(channelFigures(channel)?[isDeferred ? "reviewTime" : "speedOfAnswer"]),
          ].compactMap(\.self).joined(separator: " "))
      })
  }

  /// How long those answered had waited; of deferred work, how long until it was done.
  private static func waits(of channel: Channel, _ summary: ChannelSummary) -> Histogram {
    channel.kind.isDeferred ? summary.reviewTime : summary.speedOfAnswer
  }

  /// Whose waits they are, and who of those offered is not among them.
  private func leftOut(_ channel: Channel) -> String? {
    guard let figures = channelFigures(channel) else { return nil }
    let whole = "Share of those \(channel.kind.isDeferred ? "done" : "answered")"
    return Self.sentence(whole, others(figures))
  }

  /// Why there are no waits to be shown of a channel.
  private func nothing(of channel: Channel) -> String? {
    guard let figures = channelFigures(channel) else { return nil }
    let offered = figures.estimate("offered")
    if offered.mean == 0 { return "No contacts were offered." }
    let end = channel.kind.isDeferred ? "done" : "answered"
    return Self.sentence("Of \(Self.counted(offered, "contact")) offered, none was \(end)", others(figures))
  }

  /// What became of those offered who were not answered.
  private func others(_ figures: FigureTree) -> [String] {
    let rate = figures.estimate("abandonmentRate")
    var parts: [String] = []
    if rate.mean > 0 { parts.append("\(Quantity.words(rate, .share, decimals: 1)) of offered gave up") }
    if figures.estimate("waitingAtEnd").mean > 0 {
      let number = Quantity.words(figures.estimate("waitingAtEnd"), .count)
      parts.append("\(number) still waited at the end")
    }
    return parts
  }

  private static func sentence(_ beginning: String, _ parts: [String]) -> String {
    parts.isEmpty ? "\(beginning)." : "\(beginning); \(parts.joined(separator: ", "))."
  }

  /// A sample of lengths of time in bands, those in time and those not told apart; `whole` is what befell those in it.
  static func distribution(
    file: String, name: String, title: String, of whole: String, _ sample: Histogram, _ bands: WaitBands,
    within: Milliseconds?, colour: Int, note: String?
  ) -> Chart {
    let bands = bands.cut(at: within)
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
      file: file, name: name, title: title, note: note, keys: keys, heading: "Time", measure: "Share of \(whole)",
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
