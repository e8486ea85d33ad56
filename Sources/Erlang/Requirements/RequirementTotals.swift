/// What the requirements of several intervals come to together.
public struct RequirementTotals: Sendable {
  /// Contacts offered.
  public private(set) var offered = 0.0
  /// Hours of work they bring: erlangs times hours.
  public private(set) var loadHours = 0.0
  /// Hours that handlers must be at work.
  public private(set) var requiredHours = 0.0
  /// Hours that are rostered for it; nil where that is not asked.
  public private(set) var rosteredHours: Double?
  /// The first of the intervals that take the most handlers; nil if nobody is required.
  public private(set) var peak: IntervalRequirement?

  private var inTime = 0.0
  private var answered = 0.0
  private var waited = 0.0
  private var waitedUntilAnswered = 0.0
  private var busyHours = 0.0

  /// The totals of `intervals`. O(intervals).
  public init(_ intervals: some Sequence<IntervalRequirement>) {
    for interval in intervals {
      let hours = interval.volume.length / 3_600
      requiredHours += Double(interval.required) * hours
      if let rostered = interval.rostered { rosteredHours = (rosteredHours ?? 0) + Double(rostered) * hours }
      if interval.required > peak?.required ?? 0 { peak = interval }
      guard let queue = interval.queue else { continue }
      let offered = interval.volume.offered
      self.offered += offered
      loadHours += interval.load * hours
      inTime += offered * queue.serviceLevel
      answered += offered * (1 - queue.abandonment)
      waited += offered * queue.meanWait
      waitedUntilAnswered += offered * (1 - queue.abandonment) * queue.meanWaitOfAnswered
      busyHours += queue.occupancy * Double(interval.required) * hours
    }
  }

  /// The share of all offered calls that are answered in time; nil if nobody comes.
  public var serviceLevel: Double? { offered > 0 ? inTime / offered : nil }
  /// The share of all answered calls that were answered in time; nil if nobody is answered.
  public var serviceLevelOfAnswered: Double? { answered > 0 ? inTime / answered : nil }
  /// The share of all callers who give up; nil if nobody comes.
  public var abandonment: Double? { offered > 0 ? 1 - answered / offered : nil }
  /// Mean wait of all callers, in seconds; nil if nobody comes.
  public var meanWait: Double? { offered > 0 ? waited / offered : nil }
  /// Mean wait of those who are answered, in seconds; nil if nobody is.
  public var meanWaitOfAnswered: Double? { answered > 0 ? waitedUntilAnswered / answered : nil }
  /// The share of the required hours in which handlers are busy; nil if nobody is required.
  public var occupancy: Double? { requiredHours > 0 ? busyHours / requiredHours : nil }
}
