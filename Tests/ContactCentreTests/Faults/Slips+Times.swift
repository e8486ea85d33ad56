import ContactCentre
import DiscreteEvents

/// The last midnight that a scenario may begin at.
let lastMidnight = Milliseconds(CivilTime(year: 2199, month: 12, day: 31).dayNumber) * .day

/// Times that are none, end before they begin, or are out of order.
let slipsOfTimes: [Slip] = [
  Slip("calendar.start", "no instant") { $0.calendar.start = .max },
  Slip("calendar.days", "0 is too small") { $0.calendar.days = 0 },
  Slip("calendar.days", "is too large") { $0.calendar.days = .max },
  Slip("calendar.days", "the run goes on after 2199") {
    $0.calendar.start = lastMidnight
    $0.calendar.days = 400
  },
  Slip("calendar.days", "the run goes on after 2199") {
    $0.calendar.start = lastMidnight
    $0.calendar.days = 1
    $0.calendar.drain = .week
  },
  Slip("calendar.start", "no instant") {
    $0.calendar.start = .max
    $0.calendar.drain = .day
  },
  Slip("calendar.warmUp", "is negative") { $0.calendar.warmUp = -1 },
  Slip("calendar.drain", "is too long") { $0.calendar.drain = .max },
  Slip("calendar.interval", "a day does not divide into intervals of 0 milliseconds") { $0.calendar.interval = 0 },
  Slip("calendar.interval", "a day does not divide") { $0.calendar.interval = 7 * .hour },
  Slip("calendar.holidays", "no day") { $0.calendar.holidays = [-1] },
  Slip("calendar.timeZone", "not in order of time") {
    $0.calendar.zone = ZoneRules(
      name: "x", initialOffset: 0, transitions: [.init(instant: 1, offset: 0), .init(instant: 0, offset: 0)])
  },
  Slip("calendar.timeZone", "clocks are more than a day from UTC") {
    $0.calendar.zone = ZoneRules(name: "x", initialOffset: 25 * .hour)
  },
  Slip("shifts.earlies.start", "is too long") { $0.shifts[0].start = .day },
  Slip("shifts.earlies.length", "is negative") { $0.shifts[0].length = -8 * .hour },
  Slip("shifts.earlies.breaks.0.after", "is negative") { $0.shifts[0].breaks[0].after = -1 },
  Slip("shifts.earlies.breaks.0.length", "is negative") { $0.shifts[0].breaks[0].length = -1 },
  Slip("shifts.earlies.breaks.0.spread", "is too long") { $0.shifts[0].breaks[0].spread = .week },
  Slip("shifts.earlies.breaks.0.cover", "is negative") { $0.shifts[0].breaks[0].cover = -1 },
  Slip("shifts.earlies.breaks", "not in order of time") { $0.shifts[0].breaks.reverse() },
  Slip("sites.house.closed.0.to", "not later") { $0.sites[0].closures = [.init(from: monday, to: monday)] },
  Slip("sites.house.closed.0.from", "no instant") { $0.sites[0].closures = [.init(from: .min, to: monday)] },
  Slip("channels.999.arrivals.factors.heat.to", "not later") { $0.profile.factors[0].to = monday - 1 },
  Slip("channels.999.arrivals.messages.letter.at.0", "7 is too large") { $0.profile.messages[0].at[0].weekday = 7 },
  Slip("channels.999.arrivals.messages.letter.at.0", "is too long") { $0.profile.messages[0].at[0].timeOfDay = .day },
  Slip("channels.desk.arrivals.appointments.from", "is negative") { $0.book.from = -1 },
  Slip("channels.desk.arrivals.appointments.to", "is too long") { $0.book.to = 2 * .day },
  Slip("channels.desk.arrivals.appointments.to", "not later") { $0.book.to = 9 * .hour },
  Slip("channels.desk.arrivals.appointments.every", "every 0 milliseconds") { $0.book.every = 0 },
  Slip("channels.desk.arrivals.appointments.earliness", "is negative") { $0.book.earliness = -1 },
  Slip("channels.101.arrivals.trace.1.time", "no instant") { $0.rows[1].time = .max },
  Slip("channels.101.arrivals.trace.1.time", "not in order of time") { $0.rows[1].time = monday - 1 },
  Slip("teams.third.staff.0.end", "ends before it begins") { $0.tours[0].end = monday - 1 },
  Slip("teams.third.staff.0.end", "longer than 24 hours") { $0.tours[0].end = monday + 25 * .hour },
  Slip("teams.third.staff.1.start", "no instant") { $0.tours[1].start = .min },
  Slip("teams.third.staff.0.handler", "nobody is named") { $0.tours[0].handler = "" },
  Slip("teams.third.staff", "“Ann” has a tour that begins before another has ended") { $0.tours[1].handler = "Ann" },
  Slip("teams.fourth.staff.rotation.from", "no day") {
    $0.teams[3].staff = .rotation(.init(pattern: ["earlies"], firstDay: .min, groups: [3]))
  },
]
