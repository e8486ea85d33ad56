import DiscreteEvents

/// What decides, besides the roster, who of one staff is there: kept for each team, the dispatchers and the hubs' officers.
struct StaffRules {
  let staff: Staff
  /// The key of all that is drawn about it.
  let key: RandomKey
  let attendance: Attendance
  /// How long after the start of their tours people come, if not at once.
  let lateness: Sampler?
  /// The people behind the posts; nil if there is one for each.
  let people: Workforce?
  /// By shift number, the fewest that start it; empty where nobody is brought in.
  let minimums: [Int?]

  init(
    _ staff: Staff, key: RandomKey, role: Role, attendance: Attendance, people: Workforce? = nil,
    minimums: [Int?] = [], canBeLate: Bool = true
  ) {
    self.staff = staff
    self.key = key
    self.attendance = role.attendance ?? attendance
    lateness = canBeLate ? role.lateness.map { Sampler($0) } : nil
    self.people = people
    self.minimums = minimums
  }

  /// Those of every staff of a scenario, in the order of their numbers: see ``DutyRoster``.
  static func all(of scenario: Scenario, root: RandomKey) -> [StaffRules] {
    let teamRoot = root.derived(named: "teams")
    let hubRoot = root.derived(named: "hubs")
    let attendance = scenario.attendance
    var staffs = scenario.teams.map { team in
      StaffRules(
        team.staff, key: teamRoot.derived(named: team.id), role: team.role, attendance: attendance,
        people: team.people,
        minimums: team.minimums.isEmpty
          ? [] : scenario.shifts.map { shift in team.minimums.first { $0.shift == shift.id }?.heads })
    }
    if let desk = scenario.response?.dispatchers {
      staffs.append(
        StaffRules(desk.staff, key: root.derived(named: "dispatchers"), role: desk.role, attendance: attendance))
    }
    for hub in scenario.response?.hubs ?? [] {
      let key = hubRoot.derived(named: hub.id)
      for (name, staff) in [("officers", hub.officers), ("diary", hub.diary)] {
        staffs.append(
          StaffRules(
            staff, key: key.derived(named: name), role: hub.role, attendance: attendance, canBeLate: false))
      }
    }
    return staffs
  }

  /// Whether each day is a tour of its own where staff is said by interval: a place that nobody fills one day is not lost
  /// for good.
  var startsAfresh: Bool { !attendance.isFull || lateness != nil || people != nil }

  /// What holds on a day.
  func muster(on day: Int) -> Muster {
    Muster(
      attendance: attendance.share(on: day), filledShare: people?.filledShare(on: day),
      recruits: people?.recruits(on: day) ?? [])
  }
}

/// What decides on one day who of a staff is there.
struct Muster {
  var attendance = 1.0
  /// People for each post; nil if there is one for each.
  var filledShare: Double?
  var recruits: [Workforce.Recruits] = []

  /// How many of `posts` have people. Whole numbers on average exactly the share, and never more than one away from it.
  func filled(_ posts: Int, key: RandomKey) -> Int {
    guard let filledShare else { return posts }
    var stream = key.stream(Purpose.filling)
    return Int(Double(posts) * filledShare + stream.uniform())
  }

  /// Whether the head of `key` turns up.
  func turnsUp(_ key: RandomKey) -> Bool {
    var stream = key.stream(Purpose.attendance)
    return attendance >= 1 || stream.uniform() < attendance
  }

  /// By how many per cent the head of `key` takes longer: each is of an intake with the probability of its share.
  func percentSlower(_ key: RandomKey) -> UInt8 {
    if recruits.isEmpty { return 0 }
    var stream = key.stream(Purpose.learning)
    var share = stream.uniform()
    for intake in recruits {
      if share < intake.share { return intake.percentSlower }
      share -= intake.share
    }
    return 0
  }
}
