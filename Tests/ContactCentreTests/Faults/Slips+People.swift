import ContactCentre
import DiscreteEvents

/// Numbers that say who is there.
let slipsOfPeople: [Slip] = [
  Slip("attendance.0", "nan is not") {
    $0.attendance = Attendance(byMonth: [.nan] + Array(repeating: 1, count: 11))
  },
  Slip("teams.first.role.attendance.11", "2 is too large") {
    $0.teams[0].role.attendance = Attendance(byMonth: Array(repeating: 1, count: 11) + [2])
  },
  Slip("teams.first.role.overtime", "-1 is negative") { $0.teams[0].role.overtime = -1 },
  Slip("teams.first.role.premiums.nights.extra", "nan is not") { $0.teams[0].role.premiums[0].extra = .nan },
  Slip("teams.first.role.premiums.nights.from", "is too long") { $0.teams[0].role.premiums[0].hours?.from = .day },
  Slip("teams.first.role.premiums.nights.to", "is negative") { $0.teams[0].role.premiums[0].hours?.to = -1 },
  Slip("teams.first.role.premiums.nights.to", "its hours end when they begin") {
    $0.teams[0].role.premiums[0].hours?.to = 20 * .hour
  },
  Slip("teams.first.role.premiums.nights.days", "7 is too large") { $0.teams[0].role.premiums[0].days?.weekdays = [7] },
  Slip("teams.first.costPerHour", "nan is not") { $0.teams[0].costPerHour = .nan },
  Slip("teams.second.concurrency", "0 is too small") {
    $0.teams[1].slowdown = []
    $0.teams[1].concurrency = 0
  },
  Slip("teams.second.concurrency", "9 is too large") { $0.teams[1].concurrency = 9 },
  Slip("teams.first.slowdown.1", "0 is too small") { $0.teams[0].slowdown[1] = 0 },
  Slip("teams.first.minimum.earlies", "-1 is negative") { $0.teams[0].minimums[0].heads = -1 },
  Slip("teams.first.staff.earlies", "-5 is negative") {
    $0.teams[0].staff = .shifts([.init(shift: "earlies", heads: daily(0), holiday: -5)])
  },
  Slip("teams.second.staff.6.0", "-1 is negative") {
    $0.teams[1].staff = .intervals(heads: Array(repeating: [1], count: 6) + [[-1]])
  },
  Slip("teams.fourth.staff.rotation.groups.0", "-3 is negative") {
    $0.teams[3].staff = .rotation(.init(pattern: ["earlies"], firstDay: 19_723, groups: [-3]))
  },
  Slip("teams.third.people", "leaves no post open") {
    $0.teams[2].people = Workforce(establishment: 1, strength: 1, asOf: 19_700)
  },
  Slip("teams.first.people.establishment", "0 is too small") { $0.workforce.establishment = 0 },
  Slip("teams.first.people.strength", "-1 is negative") { $0.workforce.strength = -1 },
  Slip("teams.first.people.strength", "more than 4 people for each post") { $0.workforce.strength = 50 },
  Slip("teams.first.people.asOf", "no day") { $0.workforce.asOf = .max },
  Slip("teams.first.people.leavers", "-1 is negative") { $0.workforce.leavers = -1 },
  Slip("teams.first.people.intakes.spring.on", "no day") { $0.workforce.intakes[0].on = .min },
  Slip("teams.first.people.intakes.spring.heads", "nan is not") { $0.workforce.intakes[0].heads = .nan },
  Slip("teams.first.people.intakes.spring.training", "is negative") { $0.workforce.intakes[0].training = -1 },
  Slip("teams.first.people.learning.slower", "0.5 is too small") { $0.workforce.learning?.slower = 0.5 },
  Slip("teams.first.people.learning.over", "is too short") { $0.workforce.learning?.over = 0 },
  Slip("size.budget", "-1 is negative") { $0.sizing?.budget = -1 },
  Slip("size.maxChange", "-1 is negative") { $0.sizing?.maxChange = -1 },
  Slip("size.teams.first.earlies.min", "-1 is negative") { $0.sizing?.teams[0].limits[0].least = -1 },
  Slip("size.teams.first.earlies.max", "is too large") { $0.sizing?.teams[0].limits[0].most = .max },
  Slip("size.teams.first.earlies", "max 9 is less than min 10") { $0.sizing?.teams[0].limits[0].least = 10 },
]
