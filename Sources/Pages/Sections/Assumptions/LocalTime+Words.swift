import DiscreteEvents
import Writing

extension LocalTime {
  /// A date for people, for example `22 July 2022`.
  static func day(_ civil: CivilTime) -> String { "\(civil.day) \(CivilTime.months[civil.month - 1]) \(civil.year)" }
}
