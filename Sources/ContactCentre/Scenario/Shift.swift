import DiscreteEvents

/// A working pattern: when a tour begins, how long it is, when its breaks are due.
public struct Shift: Sendable, Equatable {
  /// A pause that is paid and rostered but during which no contact is taken.
  public struct Break: Sendable, Equatable, BitwiseCopyable {
    /// Time from the start of the shift to when the first handler's break is due, as it passes, whatever the wall shows.
    public var after: Milliseconds
    /// How long it lasts, from when the handler is free to take it.
    public var length: Milliseconds
    /// The stretch of time over which handlers take turns: breaks are due from `after` to `after + spread`.
    public var spread: Milliseconds
    /// How many of the team must stay at work while somebody takes it. With fewer it is put off, five minutes at a time,
    /// and lapses once it could not end within the tour. Units take theirs whatever it is, at their hubs.
    public var cover: Int

    /// A break.
    public init(after: Milliseconds, length: Milliseconds, spread: Milliseconds = 0, cover: Int = 0) {
      self.after = after
      self.length = length
      self.spread = spread
      self.cover = cover
    }
  }

  /// Its name, for example `earlies`.
  public var id: String
  /// Wall time of its start, after midnight.
  public var start: Milliseconds
  /// How long it lasts by the clock on the wall; it may run past midnight. See ``tour(startingOn:in:)``.
  public var length: Milliseconds
  /// Its breaks, earliest first.
  public var breaks: [Break]

  /// A shift.
  public init(id: String, start: Milliseconds, length: Milliseconds, breaks: [Break] = []) {
    self.id = id
    self.start = start
    self.length = length
    self.breaks = breaks
  }
}
