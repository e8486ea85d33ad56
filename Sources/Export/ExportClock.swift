import ContactCentre
import DiscreteEvents
import Writing

/// Writes moments of a run by the clocks of its scenario: ISO 8601 with milliseconds, always three digits, and the offset.
///
/// Remembers the day it wrote last, of which all moments have the same date and, but for two days a year, offset.
struct ExportClock {
  private let origin: Milliseconds
  private let zone: ZoneRules
  /// The instants, since the Unix epoch, for which what follows holds.
  private var known: Range<Milliseconds> = 0..<0
  private var midnight: Milliseconds = 0
  private var date: [UInt8] = []
  private var offset: [UInt8] = []

  /// The clocks of a plan's scenario.
  init(_ plan: Plan) {
    origin = plan.origin
    zone = plan.scenario.calendar.zone
  }

  /// Writes the moment `time`, counted from the first instant of the run.
  mutating func write(_ time: Milliseconds, to bytes: inout [UInt8]) {
    let instant = origin + time
    if !known.contains(instant) { look(up: instant) }
    let clock = UInt64(instant - midnight)
    bytes.append(contentsOf: date)
    bytes.append(UInt8(ascii: "T"))
    ExportText.writeDigits(clock / 3_600_000, atLeast: 2, to: &bytes)
    bytes.append(UInt8(ascii: ":"))
    ExportText.writeDigits(clock / 60_000 % 60, atLeast: 2, to: &bytes)
    bytes.append(UInt8(ascii: ":"))
    ExportText.writeDigits(clock / 1_000 % 60, atLeast: 2, to: &bytes)
    bytes.append(UInt8(ascii: "."))
    ExportText.writeDigits(clock % 1_000, atLeast: 3, to: &bytes)
    bytes.append(contentsOf: offset)
  }

  private mutating func look(up instant: Milliseconds) {
    let local = LocalTime(instant, in: zone)
    midnight = instant - local.civil.timeOfDay
    date = Array(local.civil.dateText.utf8)
    offset = Array(local.iso8601.utf8.suffix(6))
    let day = midnight..<midnight + .day
    let isWhole =
      zone.offset(at: midnight) == local.offset
      && (zone.nextChange(after: midnight).map { $0 >= day.upperBound } ?? true)
    known = isWhole ? day : instant..<instant + 1
  }
}
