/// A point in simulated time, or a length of it, as a whole number of milliseconds.
///
/// Integers rather than floating point, so that "at the same instant" has one meaning on every machine and a time never
/// drifts however long a run is. Where it is a point, its zero is said beside the declaration that uses it: the Unix
/// epoch for scenario and calendar dates, the first instant of the run for events and pending occurrences.
public typealias Milliseconds = Int64

extension Milliseconds {
  /// One second.
  @inlinable public static var second: Milliseconds { 1_000 }
  /// One minute.
  @inlinable public static var minute: Milliseconds { 60_000 }
  /// One hour.
  @inlinable public static var hour: Milliseconds { 3_600_000 }
  /// One day of 24 hours. A civil day may be an hour longer or shorter: see ``ZoneRules``.
  @inlinable public static var day: Milliseconds { 86_400_000 }
  /// One week of seven 24-hour days.
  @inlinable public static var week: Milliseconds { 604_800_000 }

  /// The whole number of milliseconds nearest to a time in seconds, kept within `range`; the even one of two as near.
  ///
  /// Never traps: what is not a number counts as the lower bound, and what is too large (infinity included) as the upper.
  @inlinable
  public init(seconds: Double, within range: ClosedRange<Milliseconds>) {
    let scaled = seconds * 1_000
    if scaled >= Double(range.upperBound) {
      self = range.upperBound
    } else if scaled > Double(range.lowerBound) {
      // From 2⁵¹ on (71,000 years) the nearest whole number takes the long way.
      self = scaled.magnitude < 0x1p51 ? Milliseconds(nearestTo: scaled) : Milliseconds(scaled)
    } else {
      self = range.lowerBound
    }
  }

  /// The whole number nearest to `number`, the even one of two as near. Meaningless unless |number| < 2⁵¹.
  ///
  /// Added to 1.5 × 2⁵², a number that small leaves its nearest integer in the low bits: three instructions, and none of
  /// the checks of a conversion that must trap on what does not fit.
  @inlinable
  public init(nearestTo number: Double) {
    self = Int64(bitPattern: (number + 0x1.8p52).bitPattern &- (0x1.8p52).bitPattern)
  }
}
