import DiscreteEvents

extension ArrivalProfile {
  /// A stretch of time in which more or fewer contacts come: a heat wave, a campaign, a night of disorder.
  public struct Factor: Sendable, Equatable {
    /// What people call it.
    public var name: String
    /// Its first instant, in milliseconds since the Unix epoch, rounded to five minutes when it is applied.
    public var from: Milliseconds
    /// The first instant after it, likewise.
    public var to: Milliseconds
    /// How many times as many come. Where stretches overlap, their factors multiply.
    public var times: Double

    /// A stretch of time and its factor.
    public init(name: String, from: Milliseconds, to: Milliseconds, times: Double) {
      self.name = name
      self.from = from
      self.to = to
      self.times = times
    }
  }

  /// A message sent to many people at the same times every week, which some of them answer.
  public struct Message: Sendable, Equatable {
    /// A time of the week by the wall clock.
    public struct Time: Sendable, Equatable {
      /// 0 for Monday … 6 for Sunday.
      public var weekday: Int
      /// Milliseconds after midnight.
      public var timeOfDay: Milliseconds

      /// A time of the week.
      public init(weekday: Int, timeOfDay: Milliseconds) {
        self.weekday = weekday
        self.timeOfDay = timeOfDay
      }
    }

    /// What people call it.
    public var name: String
    /// When it is sent.
    public var at: [Time]
    /// To how many people.
    public var sentTo: Double
    /// The share of them who reply, 0 … 1.
    public var replies: Double
    /// How long after it was sent, in seconds.
    public var after: Distribution

    /// A message.
    public init(name: String, at: [Time], sentTo: Double, replies: Double, after: Distribution) {
      self.name = name
      self.at = at
      self.sentTo = sentTo
      self.replies = replies
      self.after = after
    }
  }
}
