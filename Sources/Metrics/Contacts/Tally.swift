/// What became of the contacts offered in one slice of time on one channel: the whole window, an hour of the day, a day.
///
/// Counts are exact, so tallies add up in any order. Conservation holds in every slice:
/// offered = contained + diverted + answered + abandoned + waiting.
public struct Tally: Sendable, Equatable {
  /// Contacts that came by the channel: new ones, redials, and those diverted to it from another.
  public internal(set) var offered: UInt64 = 0
  /// Contacts whose need was met in a stage before the queue.
  public internal(set) var contained: UInt64 = 0
  /// Contacts that left a stage before the queue for another channel.
  public internal(set) var diverted: UInt64 = 0
  /// Contacts taken by a handler.
  public internal(set) var answered: UInt64 = 0
  /// Answered contacts that waited no longer than the channel's target says; of a deferred channel, contacts on which the
  /// work was over no later than that after they came. 0 without a target.
  public internal(set) var answeredInTime: UInt64 = 0
  /// Answered contacts that waited no longer than 10 seconds.
  public internal(set) var answeredIn10: UInt64 = 0
  /// Answered contacts that waited no longer than 60 seconds, those of ``answeredIn10`` among them.
  public internal(set) var answeredIn60: UInt64 = 0
  /// Contacts that gave up.
  public internal(set) var abandoned: UInt64 = 0
  /// Contacts that gave up after waiting longer than the channel's target says; 0 without a target.
  public internal(set) var abandonedLate: UInt64 = 0
  /// Contacts that gave up sooner than the channel's short-abandon threshold; 0 without a target.
  public internal(set) var abandonedShort: UInt64 = 0
  /// What answered contacts waited in all, in milliseconds.
  ///
  /// 128 bits, because a backlog of days in many merged runs could overflow 64.
  public internal(set) var waited: UInt128 = 0

  /// Nothing offered.
  public init() {}

  /// Contacts still in a stage before the queue or in the queue when the run ended.
  public var waiting: UInt64 { offered &- contained &- diverted &- answered &- abandoned }

  /// Contacts that needed a handler: offered less contained less diverted.
  ///
  /// The denominator of service level and abandonment rate. Contact centres count calls offered to the queue: a caller
  /// served by a menu, or sent elsewhere by it, was neither answered late nor let down. Contacts still waiting at the
  /// end are in it, as not answered.
  public var needingAnswer: UInt64 { offered &- contained &- diverted }

  /// Adds the contacts of `other`. O(1), exact, in any order.
  public mutating func merge(_ other: Tally) {
    offered += other.offered
    contained += other.contained
    diverted += other.diverted
    answered += other.answered
    answeredInTime += other.answeredInTime
    answeredIn10 += other.answeredIn10
    answeredIn60 += other.answeredIn60
    abandoned += other.abandoned
    abandonedLate += other.abandonedLate
    abandonedShort += other.abandonedShort
    waited += other.waited
  }
}
