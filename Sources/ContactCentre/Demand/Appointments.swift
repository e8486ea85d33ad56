import DiscreteEvents

/// Those who come to a channel by appointment, made a day at a time.
///
/// An appointment is known by its day, its time and its place, and all that is drawn about it is keyed by these: whether it is
/// booked, whether who booked comes, and how late. So a book with more places, or that is fuller, keeps whoever it had. Nobody
/// comes on another day than that of the appointment: who would be earlier or later than that comes at its first or last
/// millisecond. A time that the clocks pass over has no appointments, and one that they show twice has them the first time.
struct Appointments {
  private struct Arrival: Comparable {
    var time: Milliseconds
    var index: UInt32

    static func < (one: Arrival, other: Arrival) -> Bool { (one.time, one.index) < (other.time, other.index) }
  }

  private let book: AppointmentBook
  private let key: RandomKey
  private let lateness: Sampler
  private let zone: ZoneRules
  private let origin: Milliseconds
  /// The present day, since 1 January 1970.
  private(set) var day = 0
  /// The first instant after it.
  private var dayEnd = Milliseconds.min
  /// Those who come on it, earliest first, and how many of them have been taken or passed over.
  private var arrivals: [Arrival] = []
  private var position = 0

  /// Those who come to `book` during a run of `plan`; `key` is their channel's.
  init(_ book: AppointmentBook, plan: Plan, key: RandomKey) {
    self.book = book
    self.key = key
    lateness = Sampler(book.lateness)
    zone = plan.scenario.calendar.zone
    origin = plan.origin
  }

  /// The number of an appointment within its day: its minute of the day, and its place there.
  static func index(minute: Int, place: Int) -> UInt32 { UInt32(minute) &<< 16 | UInt32(place) }

  /// Passes over all who come before `time`, which is not before what was asked for last.
  mutating func turn(to time: Milliseconds) {
    if time >= dayEnd { makeDay(at: time) }
    while position < arrivals.count, arrivals[position].time < time { position += 1 }
  }

  /// Takes the next one who comes on the present day and before `end`: when, and their number within the day.
  mutating func next(before end: Milliseconds) -> (time: Milliseconds, index: UInt32)? {
    guard position < arrivals.count, arrivals[position].time < end else { return nil }
    position += 1
    return (arrivals[position - 1].time, arrivals[position - 1].index)
  }

  /// When a day begins, since the first instant of the run.
  private func start(of day: Int) -> Milliseconds { zone.instant(of: CivilTime(dayNumber: day)) - origin }

  private mutating func makeDay(at time: Milliseconds) {
    day = zone.civilTime(at: origin + time).dayNumber
    // Where clocks go back over midnight, the wall shows the day before once more: the new day has begun all the same.
    if start(of: day + 1) <= time { day += 1 }
    dayEnd = start(of: day + 1)
    arrivals.removeAll(keepingCapacity: true)
    position = 0
    guard book.days[CivilTime(dayNumber: day).weekday] else { return }
    let hours = start(of: day)...(dayEnd - 1)
    let isOrdinary = dayEnd - hours.lowerBound == .day
    var slot = book.from
    while slot < book.to {
      defer { slot += book.every }
      // Nobody is booked for a time that the clocks pass over.
      let time = CivilTime(dayNumber: day, timeOfDay: slot)
      if !isOrdinary, zone.occurrences(of: time) == 0 { continue }
      let hour = zone.instant(of: time) - origin - book.earliness
      for place in 0..<book.places {
        let index = Self.index(minute: Int(slot / .minute), place: place)
        let key = key.derived(DemandTape.identity(cell: UInt32(day), index: index))
        guard Self.holds(key, Purpose.booking, book.booked), Self.holds(key, Purpose.showing, book.shows) else {
          continue
        }
        var stream = key.stream(Purpose.lateness)
        let late = Milliseconds(seconds: lateness.draw(&stream), within: 0...Event.longest)
        arrivals.append(Arrival(time: min(max(hour + late, hours.lowerBound), hours.upperBound), index: index))
      }
    }
    arrivals.sort()
  }

  private static func holds(_ key: RandomKey, _ purpose: UInt64, _ probability: Double) -> Bool {
    var stream = key.stream(purpose)
    return stream.uniform() < probability
  }
}
