import DiscreteEvents

/// Turns the officers rostered for a tour into units.
///
/// Officers who begin the same shift at the same time form one tour. Each turns up or not, by attendance. If anybody is
/// rostered for it but fewer response officers have come than the shift's minimum, others are brought in on overtime,
/// one by one, to the hub with the fewest for its rostered heads. If the force rebalances, all are then shared out
/// among the hubs in proportion to rostered heads, remainders to the largest fractions. At each hub they pair up, and
/// as many stay single as come nearest to the share of single-crewed units. All of it follows from the roster and the
/// officers' keys alone.
package struct UnitCrews {
  private let hubCount: Int
  private let singleCrewed: Double
  /// By shift number, the fewest response officers; nil for no minimum.
  private let minimums: [Int?]
  private let rebalances: Bool

  init(_ response: Response, shifts: [Shift]) {
    hubCount = response.hubs.count
    singleCrewed = response.singleCrewed
    minimums = shifts.map { shift in response.minimums.first { $0.shift == shift.id }?.officers }
    rebalances = response.rebalances
  }

  /// The units of some officers' duties, tour by tour; those of a tour by hub, double-crewed ones first. `firstHubStaff` is
  /// the number of the first hub's response officers among staffs.
  func units(of officers: [Duty], firstHubStaff: Int) -> [Duty] {
    func makeTour(_ duty: Duty) -> Tour {
      Tour(start: duty.start, end: duty.end, shift: duty.shift, role: (Int(duty.staff) - firstHubStaff) % 2)
    }
    var units: [Duty] = []
    let sorted = officers.sorted { (makeTour($0), $0.staff) < (makeTour($1), $1.staff) }
    var first = 0
    while first < sorted.count {
      let tour = makeTour(sorted[first])
      let next = sorted[first...].firstIndex { makeTour($0) != tour } ?? sorted.count
      units += self.units(of: sorted[first..<next], on: tour, firstHubStaff: firstHubStaff)
      first = next
    }
    return units
  }

  private func units(of officers: ArraySlice<Duty>, on tour: Tour, firstHubStaff: Int) -> [Duty] {
    var rostered = [Int](repeating: 0, count: hubCount)
    var present = rostered
    for officer in officers {
      let hub = (Int(officer.staff) - firstHubStaff) / 2
      rostered[hub] += Int(officer.officers)
      present[hub] += Int(officer.officersPresent)
    }
    var onOvertime = [Int](repeating: 0, count: hubCount)
    if tour.role == 0, tour.shift != Event.noShift, let minimum = minimums[Int(tour.shift)] {
      onOvertime = broughtIn(minimum - present.reduce(0, +), present, rostered)
      for hub in 0..<hubCount { present[hub] += onOvertime[hub] }
    }
    if rebalances {
      let everybody = present.reduce(0, +)
      let overtime = onOvertime.reduce(0, +)
      present = Self.shared(everybody, by: rostered)
      onOvertime = Self.shared(overtime, by: present)
    }
    return (0..<hubCount).flatMap { hub in
      crews(present[hub], onOvertime: onOvertime[hub], role: tour.role == 0 ? .response : .diary).enumerated().map {
        Duty(
          start: tour.start, end: tour.end, staff: UInt16(firstHubStaff + 2 * hub + tour.role), shift: tour.shift,
          turn: DutyRoster.turn(ofHead: $0), key: officers[officers.startIndex].key, crew: $1)
      }
    }
  }

  /// How many of `missing` officers go to each hub: one by one to the hub with the most rostered heads for each officer it
  /// would then have, of equals the first.
  private func broughtIn(_ missing: Int, _ present: [Int], _ rostered: [Int]) -> [Int] {
    var extra = [Int](repeating: 0, count: hubCount)
    for _ in 0..<max(0, missing) {
      var best = 0
      for hub in 1..<max(1, hubCount)
      where rostered[hub] * (present[best] + extra[best] + 1) > rostered[best] * (present[hub] + extra[hub] + 1) {
        best = hub
      }
      extra[best] += 1
    }
    return extra
  }

  /// `total` in proportion to some weights: whole parts first, then one each to the largest fractions, of equals the first.
  package static func shared(_ total: Int, by weights: [Int]) -> [Int] {
    let sum = weights.reduce(0, +)
    guard sum > 0 else { return weights }
    var shares = weights.map { total * $0 / sum }
    let order = weights.indices.sorted {
      (-(total * weights[$0] % sum), $0) < (-(total * weights[$1] % sum), $1)
    }
    for index in order.prefix(total - shares.reduce(0, +)) { shares[index] += 1 }
    return shares
  }

  /// The crews of `officers` at one hub, pairs first; those on overtime are in the last units.
  private func crews(_ officers: Int, onOvertime: Int, role: UnitRole) -> [UnitCrew] {
    // With a share p of n/(2 - p) units, p·n/(2 - p) officers are single; the nearest number that leaves pairs.
    let singles = Double(officers) * singleCrewed / (2 - singleCrewed)
    var single = Int(singles)
    if (officers - single) % 2 != 0 { single += 1 }
    if single >= 2, singles - Double(single - 2) < Double(single) - singles { single -= 2 }
    let doubles = (officers - single) / 2
    var left = onOvertime
    var crews: [UnitCrew] = []
    for number in (0..<(doubles + single)).reversed() {
      let size = number < doubles ? 2 : 1
      crews.append(UnitCrew(officers: size, onOvertime: min(left, size), role: role))
      left -= min(left, size)
    }
    return crews.reversed()
  }

  /// What officers have in common who begin work together.
  private struct Tour: Comparable {
    var start: Milliseconds
    var end: Milliseconds
    var shift: UInt16
    var role: Int

    static func < (first: Tour, second: Tour) -> Bool {
      (first.start, first.role, first.shift, first.end) < (second.start, second.role, second.shift, second.end)
    }
  }
}
