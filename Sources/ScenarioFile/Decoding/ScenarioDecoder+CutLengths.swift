import ContactCentre
import DiscreteEvents

/// Lengths of time that are drawn and longer than an event can carry.
extension ScenarioDecoder {
  /// Whether what is drawn for a key is cut to what an event can carry. Replies to messages are waited for a year; and
  /// who is late by days comes on the day all the same, or to no tour.
  static func isCut(_ name: String, of format: ObjectFormat) -> Bool {
    name != "lateness" && format !== ScenarioFormat.message
  }

  /// Warns of lengths of time that are always, or on average, longer than an event can carry. The parts of a mixture
  /// are looked at one by one: in patience, one of them may be without end on purpose. O(1), or O(values) of observed
  /// ones.
  func warnOfCut(_ distribution: Distribution, _ cursor: Cursor, _ terms: Terms) {
    var which = "these are on average"
    switch distribution {
    case .mixture, .never: return
    case .constant: which = "this is"
    default: break
    }
    guard distribution.mean > FileLimits.drawnSeconds else { return }
    let stated = cursor.descendant(["mean"]) ?? cursor.descendant(["median"]) ?? cursor
    // Of patience alone an event can say that it never ends.
    let (consequence, alternative) =
      terms.allowsNever
      ? ("patience over that never ends", ", or write never: {} if nobody gives up")
      : ("lengths of time are cut to that", "")
    log.warning(
      stated.place, stated.path, "\(which) longer than \(FileLimits.drawn), and \(consequence)",
      "state a shorter one\(alternative)")
  }
}
