import ContactCentre
@testable import DiscreteEvents

/// One handler's tour as rostered, or the part of it before a late handler comes.
struct ReferenceDuty {
  /// Since the first instant of the run; never before it.
  var start: Milliseconds
  /// Nil if it never ends.
  var end: Milliseconds?
  var team: Int
  var shift: Int?
  /// When in the spread of the breaks the handler's turn is, in 65,536ths.
  var turn: UInt16 = 0
  /// When the tour began by the roster, be it before the run.
  var tourStart: Milliseconds
  var turnsUp = true
  var isLate = false
  var isOnOvertime = false
  var percentSlower = 0
}

/// Every duty of a run made beforehand, day by day, team by team, as the team's staff is listed; then by start and team.
struct ReferenceRoster {
  private(set) var duties: [ReferenceDuty] = []
  private let scenario: Scenario
  private let origin: Milliseconds
  private let teamKeys: [RandomKey]

  /// `key` is that of all teams.
  init(_ scenario: Scenario, key: RandomKey) {
    self.scenario = scenario
    origin = scenario.calendar.start - scenario.calendar.warmUp
    teamKeys = scenario.teams.map { key.derived(named: $0.id) }
    let zone = scenario.calendar.zone
    // No tour but a named one is longer than a day, so none of two days before is still under way.
    let first = zone.civilTime(at: origin).dayNumber - 2
    let last = zone.civilTime(at: scenario.calendar.end + scenario.calendar.drain).dayNumber
    for team in scenario.teams.indices { addUnbrokenPlaces(team, days: first...last) }
    for day in first...last {
      for team in scenario.teams.indices { addDay(day, team, isFirst: day == first) }
    }
    let listed = duties.enumerated().sorted { one, other in
      (one.element.start, one.element.team, one.offset) < (other.element.start, other.element.team, other.offset)
    }
    duties = listed.map(\.element)
  }

  /// When the wall shows `time` after midnight of `day`, since the first instant of the run.
  private func instant(_ day: Int, _ time: Milliseconds) -> Milliseconds {
    let whole = Int(time / .day)
    let civil = CivilTime(dayNumber: day + whole, timeOfDay: time - Milliseconds(whole) * .day)
    return scenario.calendar.zone.instant(of: civil) - origin
  }

  private func attendance(_ team: Int, on day: Int) -> Double {
    (scenario.teams[team].role.attendance ?? scenario.attendance).share(on: day)
  }

  private func uniform(_ key: RandomKey, _ purpose: UInt64) -> Double {
    var stream = key.stream(purpose)
    return stream.uniform()
  }

  private func turnsUp(_ key: RandomKey, _ team: Int, on day: Int) -> Bool {
    attendance(team, on: day) >= 1 || uniform(key, 0) < attendance(team, on: day)
  }

  // MARK: A day

  private mutating func addDay(_ day: Int, _ team: Int, isFirst: Bool) {
    switch scenario.teams[team].staff {
    case .shifts(let entries):
      let weekday = CivilTime(dayNumber: day).weekday
      let isHoliday = scenario.calendar.holidays.contains(day)
      var came: [Int: Int] = [:]
      for entry in entries {
        let posts = isHoliday ? entry.holiday ?? entry.heads[weekday] : entry.heads[weekday]
        addShift(entry.shift, 0..<posts, day, team, &came)
      }
      bringIn(day, team, came)
    case .rotation(let rotation):
      var came: [Int: Int] = [:]
      var firstHead = 0
      for (group, heads) in rotation.groups.enumerated() {
        let length = rotation.pattern.count
        let place = day - rotation.firstDay + group * length / rotation.groups.count
        if let shift = rotation.pattern[(place % length + length) % length] {
          addShift(shift, firstHead..<firstHead + heads, day, team, &came)
        }
        firstHead += heads
      }
      bringIn(day, team, came)
    case .intervals(let heads):
      if startsAfresh(team) { addIntervals(heads, day, team) }
    case .roster(let rows):
      // Tours of long ago may still be under way: the first day has them all.
      let mine = rows.enumerated().filter { _, row in
        (isFirst || row.start - origin >= instant(day, 0)) && row.start - origin < instant(day + 1, 0)
      }
      for (_, row) in mine.sorted(by: { ($0.element.start, $0.offset) < ($1.element.start, $1.offset) }) {
        let key = teamKeys[team].derived(named: row.handler).derived(UInt64(bitPattern: row.start))
        let ownDay = scenario.calendar.zone.civilTime(at: row.start).dayNumber
        add(
          from: row.start - origin, to: row.end - origin, team: team, key: key, day: day,
          turnsUp: turnsUp(key, team, on: ownDay))
      }
    }
  }

  private func key(ofShift id: String, _ day: Int, _ team: Int) -> RandomKey {
    teamKeys[team].derived(UInt64(bitPattern: Int64(day))).derived(named: id)
  }

  /// The heads of some posts: as many as there are people for them.
  private mutating func addShift(
    _ id: String, _ posts: Range<Int>, _ day: Int, _ team: Int, _ came: inout [Int: Int]
  ) {
    guard let number = scenario.shifts.firstIndex(where: { $0.id == id }), !posts.isEmpty else { return }
    let shift = scenario.shifts[number]
    let shiftKey = key(ofShift: id, day, team)
    let heads = filled(posts.count, shiftKey.derived(UInt64(posts.lowerBound)), day, team)
    for place in 0..<heads {
      let head = posts.lowerBound + place
      let isBeyondThePosts = place >= posts.count
      let headKey = shiftKey.derived(
        isBeyondThePosts ? UInt64(1 << 40 + posts.lowerBound << 16 + place) : UInt64(head))
      let turnsUp = turnsUp(headKey, team, on: day)
      came[number, default: 0] += turnsUp ? 1 : 0
      add(
        from: instant(day, shift.start), to: instant(day, shift.start + shift.length), team: team, shift: number,
        head: head, key: headKey, day: day, turnsUp: turnsUp)
    }
    came[number, default: 0] += 0
  }

  /// Whoever is missing from the minimum of a shift for which anybody is rostered is brought in, on time.
  private mutating func bringIn(_ day: Int, _ team: Int, _ came: [Int: Int]) {
    for (number, shift) in scenario.shifts.enumerated() {
      guard let there = came[number],
        let minimum = scenario.teams[team].minimums.first(where: { $0.shift == shift.id })?.heads
      else { continue }
      for head in there..<max(there, minimum) {
        add(
          from: instant(day, shift.start), to: instant(day, shift.start + shift.length), team: team, shift: number,
          head: head, key: key(ofShift: shift.id, day, team).derived(UInt64(1 << 41 + head)), day: day, turnsUp: true,
          isOnOvertime: true)
      }
    }
  }

  // MARK: Places by interval
  //
  // Place p is filled in every interval that needs at least p heads, by one handler for as long as that stays so.

  /// Where it depends on the day who is there, each day is a tour of its own.
  private func startsAfresh(_ team: Int) -> Bool {
    let team = scenario.teams[team]
    return !(team.role.attendance ?? scenario.attendance).isFull || team.role.lateness != nil || team.people != nil
  }

  /// When the wall shows the times from one to another after midnight of `day`: looked for every five minutes, where clocks
  /// change at all.
  private func stretches(_ day: Int, from: Milliseconds, to: Milliseconds) -> [Range<Milliseconds>] {
    let zone = scenario.calendar.zone
    let (first, last) = (Milliseconds(day) * .day + from, Milliseconds(day) * .day + to)
    let times = first - .day..<last + .day
    guard zone.transitions.contains(where: { times.contains($0.instant) }) else {
      return [instant(day, from)..<instant(day, to)]
    }
    var found: [Range<Milliseconds>] = []
    for time in stride(from: times.lowerBound, to: times.upperBound, by: 5 * 60_000) {
      guard (first..<last).contains(time + zone.offset(at: time)) else { continue }
      let (start, end) = (time - origin, time - origin + 5 * .minute)
      if let known = found.last, known.upperBound == start {
        found[found.count - 1] = known.lowerBound..<end
      } else {
        found.append(start..<end)
      }
    }
    return found
  }

  private mutating func addIntervals(_ posts: [[Int]], _ day: Int, _ team: Int) {
    let dayKey = teamKeys[team].derived(UInt64(bitPattern: Int64(day)))
    let heads = posts[CivilTime(dayNumber: day).weekday].map { filled($0, dayKey, day, team) }
    for interval in heads.indices {
      let before = interval == 0 ? 0 : heads[interval - 1]
      for place in before + 1..<max(before, heads[interval]) + 1 {
        let until = heads[interval...].firstIndex { $0 < place } ?? heads.count
        let key = dayKey.derived(UInt64(interval)).derived(UInt64(place))
        let length = .day / Milliseconds(heads.count)
        let shown = stretches(day, from: Milliseconds(interval) * length, to: Milliseconds(until) * length)
        for (number, stretch) in shown.enumerated() {
          // Whoever comes when the wall shows the time again is somebody else.
          let own = number == 0 ? key : key.derived(UInt64(number))
          add(
            from: stretch.lowerBound, to: stretch.upperBound, team: team, key: own, day: day,
            turnsUp: turnsUp(own, team, on: day))
        }
      }
    }
  }

  /// All tours of a team of which everybody turns up, from two days before the run on.
  private mutating func addUnbrokenPlaces(_ team: Int, days: ClosedRange<Int>) {
    guard case .intervals(let posts) = scenario.teams[team].staff, !startsAfresh(team) else { return }
    let perDay = posts[0].count
    let first = days.lowerBound
    func heads(_ interval: Int) -> Int {
      let daysOn = (Double(interval) / Double(perDay)).rounded(.down)
      return posts[CivilTime(dayNumber: first + Int(daysOn)).weekday][interval - Int(daysOn) * perDay]
    }
    func start(_ interval: Int) -> Milliseconds { Milliseconds(interval) * (.day / Milliseconds(perDay)) }
    for interval in 0..<days.count * perDay {
      let before = interval == 0 ? 0 : heads(interval - 1)
      for place in before + 1..<max(before, heads(interval)) + 1 {
        // Filled in all intervals of a week, it is filled for good.
        let until = (interval..<interval + 8 * perDay).first { heads($0) < place }
        let shown = stretches(first, from: start(interval), to: start(until ?? interval + 8 * perDay))
        for stretch in until == nil ? shown.prefix(1) : shown[...] {
          add(
            from: stretch.lowerBound, to: until == nil ? nil : stretch.upperBound, team: team, key: teamKeys[team],
            day: first, turnsUp: true)
        }
      }
    }
  }

  // MARK: One duty

  private mutating func add(
    from start: Milliseconds, to end: Milliseconds?, team: Int, shift: Int? = nil, head: Int = 0, key: RandomKey,
    day: Int, turnsUp: Bool, isOnOvertime: Bool = false
  ) {
    // What is over before the run begins, or has no length (an hour the clocks skip), is no duty.
    let begins = max(start, 0)
    if let end, end <= begins { return }
    var duty = ReferenceDuty(
      start: begins, end: end, team: team, shift: shift,
      turn: shift == nil ? 0 : UInt16(truncatingIfNeeded: head * 40_503), tourStart: start, turnsUp: turnsUp,
      isOnOvertime: isOnOvertime)
    guard turnsUp, !isOnOvertime else { return duties.append(duty) }
    duty.percentSlower = percentSlower(key, day, team)
    let comes = start + lateness(key, team)
    if let end, comes >= end {
      duty.turnsUp = false
    } else if comes > begins {
      var lost = duty
      (lost.end, lost.turnsUp, lost.isLate) = (comes, false, true)
      duties.append(lost)
      duty.start = comes
    }
    duties.append(duty)
  }

  private func lateness(_ key: RandomKey, _ team: Int) -> Milliseconds {
    guard let lateness = scenario.teams[team].role.lateness else { return 0 }
    var stream = key.stream(1)
    return Milliseconds(seconds: Sampler(lateness).draw(&stream), within: 0...2 * .day)
  }
}

// MARK: The people behind the posts

extension ReferenceRoster {
  /// How many of some posts have people: their share of the establishment, as a whole number that is right on average.
  private func filled(_ posts: Int, _ key: RandomKey, _ day: Int, _ team: Int) -> Int {
    guard let people = scenario.teams[team].people else { return posts }
    let share = min(4, strength(people, on: day) / people.establishment)
    return Int(Double(posts) * share + uniform(key, 3))
  }

  /// Those there on the day it is told of, without those who had joined by then, less the leavers since; and whoever has
  /// joined, less theirs.
  private func strength(_ people: Workforce, on day: Int) -> Double {
    var others = people.strength * remaining(people, people.asOf, day)
    var joined = 0.0
    for intake in people.intakes {
      let left = intake.heads * remaining(people, intake.joins, day)
      if intake.joins <= people.asOf { others -= left }
      if intake.joins <= day { joined += left }
    }
    return max(0, others) + joined
  }

  private func remaining(_ people: Workforce, _ first: Int, _ day: Int) -> Double {
    PortableMath.exp(-people.leavers * Double(day - first) / 365)
  }

  /// By how much the work of a head takes longer: each is of an intake that still learns with the probability of its share.
  private func percentSlower(_ key: RandomKey, _ day: Int, _ team: Int) -> Int {
    guard let people = scenario.teams[team].people, let learning = people.learning, learning.over > 0 else { return 0 }
    let strength = strength(people, on: day)
    var share = uniform(key, 2)
    for intake in people.intakes where strength > 0 {
      let age = Milliseconds(day - intake.joins) * .day
      guard age >= 0, age < learning.over else { continue }
      let ofThem = intake.heads * remaining(people, intake.joins, day) / strength
      if share < ofThem {
        let left = 1 - Double(age) / Double(learning.over)
        return Int(max(0, min(((learning.slower - 1) * left * 100).rounded(), Double(Event.mostPercentSlower))))
      }
      share -= ofThem
    }
    return 0
  }
}
