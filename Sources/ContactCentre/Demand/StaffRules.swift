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
