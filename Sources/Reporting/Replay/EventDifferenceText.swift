import ContactCentre
import Experiments
import Writing

/// Both sides of a difference in words.
struct EventDifferenceText {
  private let difference: EventDifference
  private let text: EventText

  /// A difference between runs of `scenario`.
  init(_ difference: EventDifference, _ scenario: Scenario) {
    self.difference = difference
    text = EventText(scenario)
  }

  /// What was recorded, and when.
  var recorded: String { sentence(difference.recorded, difference.recordedChannel) }
  /// What happened instead, and when.
  var other: String { sentence(difference.other, difference.otherChannel) }

  private func sentence(_ event: Event?, _ channel: UInt16?) -> String {
    event.map { "\(text.moment(of: $0)): \(text.description(of: $0, on: channel))" } ?? "the run had ended"
  }

  /// The same for programs; `other` is what the other side is called.
  func json(other name: String) -> JSONValue {
    func side(_ event: Event?, _ channel: UInt16?) -> JSONValue {
      event.map {
        .members([
          "seconds": .number(Double($0.time) / 1_000), "time": .string(text.instant(of: $0)),
          "event": .string(text.description(of: $0, on: channel)),
        ])
      } ?? .null
    }
    return .object([
      JSONValue.Member(name: "number", value: .unsigned(difference.number)),
      JSONValue.Member(name: "recorded", value: side(difference.recorded, difference.recordedChannel)),
      JSONValue.Member(name: name, value: side(difference.other, difference.otherChannel)),
    ])
  }
}
