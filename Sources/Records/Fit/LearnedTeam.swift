/// What was learned of the handlers who answer the same channels.
public struct LearnedTeam: Sendable {
  /// How its heads are known.
  public enum Basis: Sendable, Hashable {
    /// From when so many handlers, by name, took contacts.
    case activity(handlers: Int)
    /// Guessed: with so many, Erlang A gives the service level recorded in each hour of the day.
    case formula
  }

  /// What it is called: the channels it answers.
  public let name: String
  /// The channels it answers, by name.
  public let answers: [String]
  /// Heads by weekday, Monday first, and half-hour.
  public let heads: [[Int]]
  /// How they are known.
  public let basis: Basis
}
