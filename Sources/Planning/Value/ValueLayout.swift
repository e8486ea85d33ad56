import ContactCentre
import DiscreteEvents

/// What of a scenario a value map looks at.
struct ValueLayout: Sendable {
  /// The channels with targets, by their place in the scenario.
  let channels: [Int]
  /// The grades with targets, likewise.
  let grades: [Int]
  /// By hour of the day, for every date on which the measured days have it: its weekday, the slots (24 a date, from the first
  /// date's midnight) from it to before the next such date, or the end, and how many hours the wall shows it for: two where
  /// clocks go back.
  let windows: [[(weekday: Int, slots: Range<Int>, shown: Double)]]
  /// All slots.
  let slots: Range<Int>
  /// By channel of the layout, whether its work is put off or its contacts are called back: those lie over by design.
  private let isPutOff: [Bool]

  /// The longest wait after which an hour's handler is still thought to be felt on the same day only: shorter than a night
  /// through which work lies until the morning, and longer than those hold the line who mean to give up.
  static let longestWithinDay: Milliseconds = 6 * .hour

  init(_ scenario: Scenario) {
    channels = scenario.channels.indices.filter { scenario.channels[$0].target != nil }
    grades = (scenario.response?.grades ?? []).indices.filter { scenario.response?.grades[$0].target != nil }
    isPutOff = channels.map { scenario.channels[$0].kind.isDeferred || scenario.channels[$0].callback != nil }
    let calendar = scenario.calendar
    let firstDay = calendar.zone.civilTime(at: calendar.start).dayNumber
    let lastDay = max(firstDay, calendar.zone.civilTime(at: calendar.end - 1).dayNumber)
    let slots = (lastDay - firstDay + 1) * 24
    self.slots = 0..<slots
    let measured = Set(
      scenario.measuredHours.map { hour in
        let civil = calendar.zone.civilTime(at: hour)
        return (civil.dayNumber - firstDay) * 24 + Int(civil.timeOfDay / .hour)
      })
    windows = (0..<24).map { hour in
      let starts = stride(from: hour, to: slots, by: 24).filter { measured.contains($0) }
      return zip(starts, starts.dropFirst() + [slots]).map { start, end in
        let date = firstDay + start / 24
        return (
          CivilTime(dayNumber: date).weekday, start..<end, calendar.zone.showings(dayNumber: date, perDay: 24)[hour]
        )
      }
    }
  }

  /// By channel of the layout, whether its contacts lie over, so that what a handler gains may show on a later day: by
  /// design, or because one waited longer than ``longestWithinDay`` in any of these runs, whose waits were watched.
  func liesOver(in runs: [ValueCounts]) -> [Bool] {
    channels.indices.map { place in
      isPutOff[place] || runs.contains { $0.longestWaits[place] > Self.longestWithinDay }
    }
  }
}
