/// What was learned of the handlers who answer the same channels.
public struct LearnedTeam: Sendable {
  /// How its heads are known.
  public enum Basis: Sendable, Equatable {
    /// From when so many handlers, by name, took contacts.
    case activity(handlers: Int)
    /// Guessed: with so many, Erlang A gives the contacts of each hour of the week the service level recorded in that hour
    /// of the day.
    case formula
  }

  /// What it is called: the channels it answers, or the first of them; no two are called alike.
  public let name: String
  /// The channels it answers, by name.
  public let answers: [String]
  /// Heads by weekday, Monday first, and half-hour.
  public let heads: [[Int]]
  /// The shifts behind them, where tours follow a few; nobody works at other times then.
  public let shifts: [Pattern]
  /// How they are known.
  public let basis: Basis

  /// A shift that tours follow.
  public struct Pattern: Sendable, Equatable {
    /// The half-hour of the day in which it begins, from 0.
    public var start: Int
    /// Half-hours it lasts.
    public var length: Int
    /// Heads that start it, by weekday, Monday first.
    public var heads: [Int]
  }
}
