import ContactCentre
import Experiments
import Writing

/// What came of simulating a recorded run again.
public struct VerificationReport: Sendable {
  /// The schema the JSON document follows, as it says itself.
  public static let schema = "watchroom/verification/1"

  private let scenario: Scenario
  private let events: UInt64
  private let digest: String
  private let isFinished: Bool
  private let difference: EventDifference?

  /// A report about `events` recorded events of `scenario`, of the fingerprint `digest`, which are all there are if the run
  /// `isFinished`; `difference` is the first that was not the same.
  public init(
    _ scenario: Scenario, events: UInt64, digest: String, isFinished: Bool, difference: EventDifference?
  ) {
    self.scenario = scenario
    self.events = events
    self.digest = digest
    self.isFinished = isFinished
    self.difference = difference
  }

  /// A line if all is well, else which event differs, and how.
  public var text: String {
    let count = Quantity.integer(events)
    guard let difference else {
      return isFinished
        ? "verified: \(count) events, digest \(digest)\n"
        : "verified so far: \(count) events of a run that was cut short, digest \(digest)\n"
    }
    let text = EventDifferenceText(difference, scenario)
    return """
      not verified: event \(Quantity.integer(difference.number)) of \(count) differs
        recorded         \(text.recorded)
        simulated again  \(text.other)

      """
  }

  /// The same for programs, with a newline at its end.
  public var json: String {
    JSONWriter.document(
      .members([
        "schema": .string(Self.schema), "verified": .bool(difference == nil), "finished": .bool(isFinished),
        "events": .unsigned(events), "digest": .string(digest),
        "firstDifference": difference.map { EventDifferenceText($0, scenario).json(other: "simulated") } ?? .null,
      ]))
  }
}
