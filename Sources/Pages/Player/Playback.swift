import Writing

/// A recorded run as a player on a page needs it: what changed when, in a few bytes each.
public struct Playback: Sendable {
  /// How many days a run may measure to be played back.
  public static let longestDays = 3
  /// How many bytes of a page the changes of a run may take.
  public static let mostBytes = 1_400_000

  /// What the night is called beside another; empty if it is alone.
  public var title = ""
  /// What the player must know besides the changes: names, places, limits, clocks.
  let header: [JSONValue.Member]
  /// The changes, in base 64.
  let changes: String
  /// How many changes there are; of a run that does not fit, those up to the one that was too many.
  public let count: Int

  /// Whether it is small enough for a page.
  public var fits: Bool { changes.utf8.count <= Self.mostBytes }

  /// All of it, as a script reads it.
  var value: JSONValue {
    .object(
      [JSONValue.Member(name: "title", value: .string(HTMLText.readable(title)))] + header
        + [JSONValue.Member(name: "changes", value: .string(changes))])
  }
}
