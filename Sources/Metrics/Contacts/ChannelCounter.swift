import ContactCentre
import DiscreteEvents

/// A ``ChannelSummary`` in the making: one channel's tallies and samples, and what its contacts are measured against, as
/// plain memory for the recorder's loop.
///
/// Must be freed by whoever made it.
struct ChannelCounter {
  /// By slot of the window: see ``ArrivalClock/slot``.
  let tallies: UnsafeMutablePointer<Tally>
  /// The longest wait that is in time; of a deferred channel none is.
  let inTime: Milliseconds
  /// Of a deferred channel, the longest time from arrival to the end of the work that is in time.
  let finishedInTime: Milliseconds
  /// The longest wait of a contact that gave up that is not late.
  let notLate: Milliseconds
  /// The shortest wait of a contact that gave up that is not a short abandon.
  let notShort: Milliseconds
  /// All ones if contacts join the queue as they come; zero if there are stages before it.
  let queueMask: Milliseconds
  let isDeferred: Bool
  /// A stage before the queue, as the recorder's loop sees it.
  struct Stage {
    /// All ones if its time counts as waiting, else zero.
    var mask: Milliseconds = 0
    /// The place in ``fronts`` of those who choose none of its options; those of the options follow.
    var first: UInt32 = 0
    var options: UInt32 = 0
  }
  /// By number of the stage.
  let stages: UnsafeMutablePointer<Stage>
  /// What became of those who entered the stages. The first is nobody's: for stages that are not known.
  let fronts: UnsafeMutablePointer<FrontTally>
  /// By number of the outcome, contacts whose handling ended so.
  let outcomes: UnsafeMutablePointer<UInt64>
  /// How often work on a contact was left and taken up again, and how many contacts waited long enough for other teams.
  var interruptions: UInt64 = 0
  var overflowed: UInt64 = 0
  var waits = SampleCounter()
  var handleTimes = SampleCounter()
  var reviewTimes = SampleCounter()
  var callbacks = CallbackSummary()
  var survey = SurveySummary()
  var backlog = Backlog()

  private let slots: Int
  private let namedOutcomes: Int
  private let frontCount: Int

  /// The stages, and the outcomes, that an event can tell apart. Tables of this size need no check of what is read.
  private static var numbers: Int { 256 }

  init(_ channel: Channel, slots: Int) {
    self.slots = slots
    tallies = .allocate(capacity: slots)
    tallies.initialize(repeating: Tally(), count: slots)
    // Without a target no wait is in time, late or short.
    inTime = channel.kind.isDeferred ? -1 : channel.target?.within ?? -1
    finishedInTime = channel.target?.within ?? -1
    notLate = channel.target?.within ?? .max
    notShort = channel.target?.shortAbandon ?? 0
    queueMask = channel.front.isEmpty ? -1 : 0
    isDeferred = channel.kind.isDeferred
    stages = .allocate(capacity: Self.numbers)
    stages.initialize(repeating: Stage(), count: Self.numbers)
    var frontCount = 1
    for (number, stage) in channel.front.prefix(Self.numbers).enumerated() {
      stages[number] = Stage(
        mask: stage.counts ? -1 : 0, first: UInt32(frontCount), options: UInt32(stage.options.count))
      frontCount += 1 + stage.options.count
    }
    self.frontCount = frontCount
    fronts = .allocate(capacity: frontCount)
    fronts.initialize(repeating: FrontTally(), count: frontCount)
    outcomes = .allocate(capacity: Self.numbers)
    outcomes.initialize(repeating: 0, count: Self.numbers)
    namedOutcomes = min(channel.outcomes.count, Self.numbers - 1)
  }

  func free() {
    tallies.deallocate()
    stages.deallocate()
    fronts.deallocate()
    outcomes.deallocate()
    waits.free()
    handleTimes.free()
    reviewTimes.free()
  }

  /// What has been counted, if the slots are those of so many days, the first of them on `weekday` (Monday: 0).
  func summary(days: Int, from weekday: Int) -> ChannelSummary {
    var summary = ChannelSummary(
      byDay: Array(repeating: Tally(), count: days), outcomes: (0..<namedOutcomes).map { outcomes[$0] },
      front: (1..<frontCount).map { fronts[$0] })
    summary.outcomes.append((namedOutcomes..<Self.numbers).reduce(0) { $0 + outcomes[$1] })
    for slot in 0..<slots {
      summary.byHour[slot % ArrivalClock.hours].merge(tallies[slot])
      summary.byHourOfWeek[(weekday * ArrivalClock.hours + slot) % 168].merge(tallies[slot])
      summary.byDay[slot / ArrivalClock.hours].merge(tallies[slot])
    }
    for tally in summary.byDay { summary.total.merge(tally) }
    summary.interruptions = interruptions
    summary.overflowed = overflowed
    summary.speedOfAnswer = waits.histogram
    summary.handleTime = handleTimes.histogram
    summary.reviewTime = reviewTimes.histogram
    summary.callbacks = callbacks
    summary.survey = survey
    summary.backlog = backlog
    return summary
  }
}
