import ContactCentre
import DiscreteEvents
import Testing

/// How officers on a roster become units.
@Suite struct UnitCrewsTests {
  private static let shift = Shift(id: "early", start: 7 * .hour, length: 9 * .hour)

  /// A force of hubs with so many officers on one of two shifts, and diary officers at the first.
  private func scenario(_ officers: [Int], diary: Int = 0, change: (inout Response) -> Void = { _ in }) -> Scenario {
    var scenario = handMade([], shifts: [Self.shift, Shift(id: "another", start: 16 * .hour, length: 9 * .hour)])
    var response = Town.response([Town.grade("P1")])
    response.singleCrewed = 0
    response.hubs = officers.enumerated().map { number, heads in
      Hub(
        id: "hub \(number)", location: Town.hub, officers: .shifts([.init(shift: "early", heads: daily(heads))]),
        diary: .shifts([.init(shift: "early", heads: daily(number == 0 ? diary : 0))]))
    }
    change(&response)
    scenario.response = response
    return scenario
  }

  /// Units as hub, officers, and those of them on overtime; diary units with a star.
  private func units(_ scenario: Scenario, seed: UInt64 = 1) -> [String] {
    run(scenario, seed: seed).filter { $0.kind == .unitSignedOn }.map {
      "\($0.group): \($0.crew.officers)" + String(repeating: "+", count: $0.crew.onOvertime)
        + ($0.crew.role == .diary ? "*" : "")
    }
  }

  @Test func officersPairUpAndWhoIsLeftOverIsSingle() {
    #expect(units(scenario([5, 0, 2])) == ["0: 2", "0: 2", "0: 1", "2: 2"])
    #expect(units(scenario([3], diary: 3)) == ["0: 2", "0: 1", "0: 2*", "0: 1*"])
    #expect(units(scenario([2, 1]) { $0.singleCrewed = 1 }) == ["0: 1", "0: 1", "1: 1"])
    // A third of four units.
    #expect(units(scenario([6]) { $0.singleCrewed = 0.33 }) == ["0: 2", "0: 2", "0: 1", "0: 1"])
  }

  /// With a share p of single-crewed units n officers would be p·n/(2 − p) single ones, and are as near to that as may be.
  @Test func theShareOfSingleCrewsIsMetAsNearlyAsMayBe() {
    for share in [0.0, 0.1, 0.25, 0.5, 0.8, 1] {
      for officers in 0...23 {
        let crews = run(scenario([officers]) { $0.singleCrewed = share }).filter { $0.kind == .unitSignedOn }
          .map(\.crew.officers)
        let single = crews.count { $0 == 1 }
        #expect(crews.reduce(0, +) == officers && crews == crews.sorted(by: >))
        let aim = Double(officers) * share / (2 - share)
        let best = stride(from: officers % 2, through: officers, by: 2).map { abs(Double($0) - aim) }.min() ?? 0
        #expect(abs(abs(Double(single) - aim) - best) < 1e-9, "\(officers) officers, \(share): \(single)")
      }
    }
  }

  /// Who is missing comes on overtime, one by one to the hub with the fewest for its rostered heads, and sits in the last
  /// units. With four and two, the first would be one of five for four or three for two: the former, and so on.
  @Test func theMinimumIsReachedOnOvertime() {
    let minimum = { (response: inout Response) in
      response.minimums = [.init(shift: "early", officers: 9), .init(shift: "another", officers: 50)]
    }
    #expect(units(scenario([4, 2], change: minimum)) == ["0: 2", "0: 2", "0: 2++", "1: 2", "1: 1+"])
    // Diary officers do not count, and nobody is brought in for them.
    #expect(
      units(scenario([4, 2], diary: 6, change: minimum))
        == ["0: 2", "0: 2", "0: 2++", "0: 2*", "0: 2*", "0: 2*", "1: 2", "1: 1+"])
    #expect(units(scenario([8, 1], change: minimum)) == ["0: 2", "0: 2", "0: 2", "0: 2", "1: 1"])
    #expect(units(scenario([0, 1], change: minimum)) == ["1: 2+", "1: 2++", "1: 2++", "1: 2++", "1: 1+"])
  }

  /// Where hubs have just as few for their rostered heads, the first is helped first.
  @Test func theFirstOfHubsAlikeIsHelpedFirst() {
    let five = { (response: inout Response) in response.minimums = [.init(shift: "early", officers: 5)] }
    #expect(units(scenario([2, 2], change: five)) == ["0: 2", "0: 1+", "1: 2"])
  }

  @Test func wholeNumbersAreSharedOutByTheLargestFractions() {
    #expect(UnitCrews.shared(7, by: [4, 2, 1]) == [4, 2, 1])
    #expect(UnitCrews.shared(5, by: [1, 1, 1]) == [2, 2, 1])
    #expect(UnitCrews.shared(10, by: [3, 0, 1]) == [8, 0, 2])
    #expect(UnitCrews.shared(11, by: [5, 3, 3]) == [5, 3, 3])
    #expect(UnitCrews.shared(4, by: [5, 3, 3]) == [2, 1, 1])
    #expect(UnitCrews.shared(0, by: [5, 3]) == [0, 0])
    #expect(UnitCrews.shared(0, by: [0, 0]) == [0, 0])
  }

  /// The officers who turn up are the same, and are shared out as the rostered heads are.
  @Test func officersAreSharedOutAnew() {
    var absent = 0
    for seed in 1..<UInt64(20) {
      var plain = scenario([7, 5, 2])
      plain.attendance = 0.7
      var balanced = plain
      balanced.response?.rebalances = true
      func officers(_ scenario: Scenario) -> [Int] {
        run(scenario, seed: seed).reduce(into: [0, 0, 0]) { officers, event in
          if event.kind == .unitSignedOn { officers[Int(event.group)] += event.crew.officers }
        }
      }
      let came = officers(plain)
      absent += 14 - came.reduce(0, +)
      #expect(officers(balanced) == UnitCrews.shared(came.reduce(0, +), by: [7, 5, 2]), "seed \(seed)")
    }
    #expect(absent > 40)
  }

  /// With a minimum, as many more come as are missing, and they too are shared out.
  @Test func whoIsBroughtInIsSharedOutToo() {
    var scenario = scenario([6, 2]) {
      $0.rebalances = true
      $0.minimums = [.init(shift: "early", officers: 12)]
    }
    // 12 as 6 to 2: 9 and 3; four of them on overtime, as 9 to 3.
    #expect(units(scenario) == ["0: 2", "0: 2", "0: 2", "0: 2++", "0: 1+", "1: 2", "1: 1+"])
    scenario.attendance = 0
    #expect(units(scenario) == ["0: 2++", "0: 2++", "0: 2++", "0: 2++", "0: 1+", "1: 2++", "1: 1+"])
  }
}
