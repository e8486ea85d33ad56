import ContactCentre
import DiscreteEvents

extension ScenarioCalendar {
  /// The hours of the day in the order in which people read them: of a single day from its first hour, so that hours that are a
  /// day apart do not stand side by side; of several days from midnight, for each hour stands for all of them.
  package var hoursInOrder: [Int] {
    let first = days == 1 ? Int(zone.civilTime(at: start).timeOfDay / .hour) : 0
    return (0..<24).map { (first + $0) % 24 }
  }
}
