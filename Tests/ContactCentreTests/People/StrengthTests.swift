import DiscreteEvents
import Testing

@testable import ContactCentre

/// How many people there are on a day, and how many of them are learning.
@Suite struct StrengthTests {
  private func people(_ change: (inout Workforce) -> Void = { _ in }) -> Workforce {
    var people = Workforce(establishment: 100, strength: 80, asOf: 19_000)
    change(&people)
    return people
  }

  private func isClose(_ one: Double, _ two: Double) -> Bool { abs(one - two) <= 1e-12 * abs(two) }

  @Test func withoutLeaversAndIntakesStrengthStays() {
    for day in [18_000, 19_000, 19_400] { #expect(people().strength(on: day) == 80) }
    #expect(people().filledShare(on: 19_000) == 0.8)
  }

  /// e to the power of −1/2, −1 and, before the day of the known strength, +1/2.
  @Test func peopleLeaveAtAConstantRate() {
    let people = people { $0.leavers = 0.5 }
    #expect(people.strength(on: 19_000) == 80)
    #expect(isClose(people.strength(on: 19_365), 80 * 0.606_530_659_712_633_4))
    #expect(isClose(people.strength(on: 19_730), 80 * 0.367_879_441_171_442_3))
    #expect(isClose(people.strength(on: 18_635), 80 * 1.648_721_270_700_128_1))
  }

  @Test func whoIsTrainedJoinsAndLeavesAtTheSameRate() {
    let people = people {
      $0.leavers = 1
      $0.intakes = [.init(id: "a", on: 19_100, heads: 12, training: 10 * .week)]
    }
    #expect(people.intakes[0].joins == 19_170)
    #expect(isClose(people.strength(on: 19_169), 80 * PortableMath.exp(-169.0 / 365)))
    #expect(isClose(people.strength(on: 19_170), 80 * PortableMath.exp(-170.0 / 365) + 12))
    #expect(isClose(people.strength(on: 19_535), (80 * PortableMath.exp(-170.0 / 365) + 12) * PortableMath.exp(-1)))
  }

  /// Somebody who had joined by then is one of the strength that is known, and was not there before joining.
  @Test func whoHadJoinedByThenIsPartOfTheStrength() {
    let people = people { $0.intakes = [.init(id: "a", on: 18_900, heads: 12)] }
    #expect(people.strength(on: 19_000) == 80 && people.strength(on: 18_900) == 80)
    #expect(people.strength(on: 18_899) == 68)
  }

  @Test func trainingRoundsUpToWholeDays() {
    #expect(Workforce.Intake(id: "", on: 5, heads: 1, training: 1).joins == 6)
    #expect(Workforce.Intake(id: "", on: 5, heads: 1, training: .day).joins == 6)
    #expect(Workforce.Intake(id: "", on: 5, heads: 1).joins == 5)
  }

  @Test func moreThanFourPeopleForAPostAreNeverRostered() {
    #expect(people { $0.strength = 900 }.filledShare(on: 19_000) == 4)
  }

  /// Thirteen of 26 weeks on, half of what makes them slower is left; and their share is theirs of all.
  @Test func recruitsBecomeQuickInAStraightLine() {
    let people = people {
      $0.intakes = [.init(id: "a", on: 19_000, heads: 16), .init(id: "b", on: 19_091, heads: 24)]
      $0.learning = .init(slower: 1.3, over: 26 * .week)
    }
    func recruits(_ day: Int) -> [[Double]] { people.recruits(on: day).map { [$0.share, Double($0.percentSlower)] } }
    #expect(recruits(18_999).isEmpty)
    #expect(recruits(19_000) == [[0.2, 30]])
    #expect(recruits(19_091) == [[16.0 / 104, 15], [24.0 / 104, 30]])
    #expect(recruits(19_181).map { $0[1] } == [0, 15])
    #expect(recruits(19_182).map { $0[1] } == [15])
    #expect(recruits(19_091 + 182).isEmpty)
  }
}
