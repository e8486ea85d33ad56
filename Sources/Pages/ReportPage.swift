import ContactCentre
import Experiments
import Findings

/// A result as a page to look at: one file of HTML that needs nothing else, neither network nor server.
///
/// Verdicts come first, then, if a recorded night is given, that night played back; the day by the hour, how long people
/// waited, how the run went, the week, the response, cost, every figure there is, what the scenario assumes, and last what
/// it takes to get the same result again. Every chart has its numbers below it, in a table that can be saved as CSV.
///
/// The same result always gives the same bytes.
public struct ReportPage: Sendable {
  let result: ExperimentResult
  let provenance: Provenance
  let course: Course?
  let playbacks: [Playback]
  /// Why there is no night to be played back, if one was to be expected.
  let playbackRemark: String?
  let figures: FigureTree

  /// A page about `result`.
  ///
  /// - Parameters:
  ///   - course: how its first replication went.
  ///   - playbacks: the recorded night to be played back, and perhaps another beside it.
  ///   - playbackRemark: if there is none, why, in a sentence.
  public init(
    _ result: ExperimentResult, provenance: Provenance, course: Course? = nil, playbacks: [Playback] = [],
    playbackRemark: String? = nil
  ) {
    self.result = result
    self.provenance = provenance
    self.course = course
    self.playbacks = playbacks
    self.playbackRemark = playbackRemark
    figures = FigureTree(readable: result)
  }

  /// The page.
  public var html: String {
    var frame = PageFrame(title: result.scenario.title)
    frame.facts = result.circumstances(interval: "of their mean")
    frame.sections = [
      PageSection("headlines", "Headlines", headlines),
      playbackSection,
      PageSection("hours", "By hour of the day", hours),
      days,
      PageSection("waits", "How long people waited", waits),
      courseSection,
      PageSection("week", "The week", week),
      responseSection,
      PageSection("cost", scenario.hasPrices ? "What it costs" : "Hours rostered", costs),
      PageSection("figures", "Every figure", everyFigure),
      PageSection("assumptions", "What the scenario assumes", assumptions),
      PageSection("again", "The same again", again),
    ].compactMap(\.self)
    frame.hasPlayer = !playbacks.isEmpty
    return frame.html
  }

  var scenario: Scenario { result.scenario }

  func channelFigures(_ channel: Channel) -> FigureTree? { figures["channels"]?[channel.id] }

  /// The colour of the channel, grade or other thing of a number, in a drawing that it has to itself.
  static func colour(_ index: Int) -> Int { index % Chart.colours + 1 }
}
