import ContactCentre
import DiscreteEvents

/// Tables that are too short, or too long.
let slipsOfLengths: [Slip] = [
  Slip("channels.999.arrivals.hourOfDay", "this list has 12 entries") {
    $0.profile.hourOfDay = Array(repeating: 1, count: 12)
  },
  Slip("channels.999.arrivals.dayOfWeek", "this list has 5 entries") {
    $0.profile.dayOfWeek = Array(repeating: 1, count: 5)
  },
  Slip("channels.999.arrivals.month", "this list has 0 entries") { $0.profile.month = [] },
  Slip("channels.999.arrivals.byHourOfWeek", "this list has 24 entries") {
    $0.profile.byHourOfWeek = Array(repeating: 1, count: 24)
  },
  Slip("channels.desk.arrivals.appointments.days", "this list has 5 entries") {
    $0.book.days = Array(repeating: true, count: 5)
  },
  Slip("teams.first.slowdown", "this list has 3 factors, and concurrency is 2") { $0.teams[0].slowdown = [1, 1, 1] },
  Slip("response.travel.hourOfDay", "this list has 12 entries") {
    $0.incidents.travel.hourOfDay = Array(repeating: 1, count: 12)
  },
  Slip("teams.first.staff.earlies", "this list has 1 entries") {
    $0.teams[0].staff = .shifts([.init(shift: "earlies", heads: [5])])
  },
  Slip("teams.second.staff", "this list has 5 entries") {
    $0.teams[1].staff = .intervals(heads: Array(repeating: [1], count: 5))
  },
  Slip("teams.second.staff", "this list has 0 entries") { $0.teams[1].staff = .intervals(heads: []) },
  Slip("teams.second.staff", "the days have different numbers of intervals") {
    $0.teams[1].staff = .intervals(heads: Array(repeating: [1], count: 6) + [[1, 1]])
  },
  Slip("teams.second.staff", "7 intervals do not divide a day") {
    $0.teams[1].staff = .intervals(heads: Array(repeating: daily(1), count: 7))
  },
]
