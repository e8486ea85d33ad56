import ContactCentre
import DiscreteEvents

/// How a run went: who waited and who did what, looked at every few minutes of the measured window.
///
/// Of a long run it is an average day: by local time of day, the mean of what was seen in the ``step`` that begins at that time,
/// on all days.
public struct Course: Sendable, Equatable {
  /// What was seen at one moment; on an average day, the mean of what was seen from then on.
  public struct Moment: Sendable, Equatable {
    /// When: since the first instant of the run; on an average day, when it begins, since midnight.
    public var time: Milliseconds
    /// By channel, how many contacts were in its queue.
    public var waiting: [Double]
    /// By team, the dispatchers last, how many handlers were in each state, as in ``Census/handlers``.
    public var handlers: [[Double]]
    /// By grade, how many incidents were open to which no unit had come.
    public var unattended: [Double]
    /// By grade, how many incidents were open to which a unit had come.
    public var attended: [Double]
    /// How many units were in each state, as in ``Census/units``.
    public var units: [Double]
  }

  /// Incidents of one grade that opened at about one place.
  public struct Spot: Sendable, Equatable {
    /// The place.
    public var location: Location
    /// The grade they opened with, by its number.
    public var grade: Int
    /// How many.
    public var count: Int
  }

  /// Whether it is an average day.
  public let isAverageDay: Bool
  /// The time between two moments.
  public let step: Milliseconds
  /// What was seen, in order of time.
  public let moments: [Moment]
  /// Where incidents opened inside the window, from the south-west to the north-east.
  public let spots: [Spot]
}
