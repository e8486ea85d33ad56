import Testing
import Watchroom

@testable import Experiments
@testable import Findings
@testable import Writing

/// What results come to, before a report says it.
@Suite struct FindingsTests {
  /// A target is no verdict on the last bit of a share.
  @Test func aTargetReachedButForRoundingIsMet() throws {
    func isMet(_ reached: Double) throws -> Bool? {
      let result = Handmade.result(replications: 1) { figure, mean in
        figure.name == "channels.999.serviceLevel.ofOffered" ? reached : mean
      }
      let level = try #require(FigureTree(result)["channels"]?["999"]?["serviceLevel"])
      return TargetVerdict(serviceLevel: level)?.isMet
    }
    #expect(try isMet(0.9) == true && isMet(0.9.nextDown) == true)
    #expect(try isMet(0.899_999) == false && isMet(.nan) == nil)
  }

  /// Who is attended late is of no matter where nobody said how many may be.
  @Test func onlyWhatHasATargetIsSaidToBeCutShort() {
    var scenario = Handmade.response()
    scenario.response?.grades[1].within = 8 * .hour
    #expect(scenario.drainRemark == nil)
    scenario.response?.grades[1].target = 0.5
    #expect(
      scenario.drainRemark == "P2: who is not attended when the run ends is left out of the share in time. "
        + "A longer calendar.drain gives everybody their time.")
    scenario.calendar.drain = 6 * .hour
    #expect(scenario.drainRemark == nil)
  }

  /// 89.998 % is not the 90 % that were asked for, and must not read so.
  @Test func whatIsMissedByAHairIsSaidWithMoreDigits() throws {
    func words(_ mean: Double, _ halfWidth: Double?, _ unit: Figure.Unit, _ bound: FigureExpectation.Bound) -> String {
      Quantity.cell(Estimate(mean: mean, halfWidth: halfWidth), unit, heldTo: bound).words
    }
    #expect(words(0.899_987, nil, .share, .atLeast(0.9)) == "89.999%")
    #expect(words(0.899_999_7, nil, .share, .atLeast(0.9)) == "89.99997%")
    #expect(words(0.900_013, nil, .share, .atLeast(0.9)) == "90.00%")
    #expect(words(0.050_013, nil, .share, .atMost(0.05)) == "5.001%")
    // The interval that leaves doubt must not end at the bound as it is printed.
    #expect(words(0.903_1, 0.003_12, .share, .atLeast(0.9)) == "90.310% ± 0.312")
    #expect(words(0.903_1, 0.003_08, .share, .atLeast(0.9)) == "90.31% ± 0.31")
    #expect(words(1.75, 0.5, .count, .atMost(1.75)) == "1.75 ± 0.50")
    #expect(words(2_671.4, 0, .money, .atMost(2_671.2)) == "2,671.4 ± 0.0")
    #expect(words(10.04, 0.3, .seconds, .atMost(10)) == "10.04 s ± 0.30")
    #expect(words(9.96, 0.3, .seconds, .atMost(10)) == "9.96 s ± 0.30")
    #expect(words(600.4, 3, .seconds, .atMost(600)) == "600.4 s ± 3.0")
    // Nor must its ends as they are read: 58.0 and 2.0 are 60.
    #expect(words(58.04, 1.98, .seconds, .atMost(60)) == "58.04 s ± 1.98")
    #expect(words(58.04, 2.04, .seconds, .atMost(60)) == "58.04 s ± 2.04")
    #expect(words(58.04, 1.9, .seconds, .atMost(60)) == "58.0 s ± 1.9")
    #expect(words(590.3, 9.9, .seconds, .atMost(600)) == "590.3 s ± 9.9")
    #expect(words(0.903_051, 0.003_149, .share, .atLeast(0.9)) == "90.305% ± 0.315")
    #expect(words(.nan, nil, .share, .atLeast(0.9)) == "\u{2013}")
    #expect(Quantity.bound(0.900_04, .share) == "90.004%" && Quantity.bound(0.9, .share) == "90.00%")
  }

  /// What is clear must not read as nothing, or as in doubt.
  @Test func aClearDifferenceIsSaidWithMoreDigits() {
    func words(_ difference: Double, _ halfWidth: Double?, _ unit: Figure.Unit, isClear: Bool = true) -> String {
      Quantity.difference(difference, halfWidth: halfWidth, unit, isClear: isClear).words
    }
    #expect(words(-0.000_04, 0.000_012, .share) == "-0.004 ± 0.001")
    #expect(words(-0.000_04, 0.000_012, .share, isClear: false) == "0.00 ± 0.00")
    #expect(words(0.000_149, 0.000_051, .share) == "+0.015 ± 0.005")
    #expect(words(-0.020_8, 0.003_1, .share) == "-2.08 ± 0.31")
    #expect(words(12, 3, .seconds) == "+12.0 s ± 3.0" && words(-0.004, 0.001, .seconds) == "-0.004 s ± 0.001")
    #expect(words(0.04, 0, .count) == "+0.04 ± 0.00" && words(3.2, 1, .count) == "+3.2 ± 1.0")
  }

  private func attended(days: Int) -> Scenario {
    var scenario = Handmade.scenario(days: days)
    scenario.attendance = 0.97
    return scenario
  }

  /// Nothing varied: contacts were counted one by one, but one absence may decide about all of a day.
  @Test func whatNeverVariedIsRemarkedWhereDaysShareAFate() throws {
    let metric = "channels.999.abandonmentRate"
    func remark(_ change: (inout Scenario) -> Void, replications: Int = 3) -> String? {
      var scenario = Handmade.scenario(days: 2)
      change(&scenario)
      return Handmade.result(scenario, replications: replications) { $0.name == metric ? 0 : $1 }
        .sharedFateRemark(on: [metric, metric, "channels.999.waitingAtEnd"])
    }
    #expect(remark { _ in } == nil)
    let told = try #require(remark { $0.attendance = 0.97 })
    #expect(told.hasPrefix("Hardly varied, if at all, in 3 replications: \(metric). The "))
    #expect(told.contains("(attendance)") && told.contains("after 6 days, up to 45.9% of days"))
    #expect(remark({ $0.attendance = 0.97 }, replications: 1) == nil)
    // What people call it, where it is a share in time.
    let inTime = Handmade.result(attended(days: 2)) { $0.unit == .share ? 0 : $1 }
    let shares = ["channels.999.byHour.7.serviceLevel"]
    let words = try #require(inTime.sharedFateRemark(on: shares))
    #expect(words.contains("replications: 999 in time at 07:00. The "), "\(words)")
    #expect(remark { $0.teams[0].role.lateness = .constant(60) }?.contains("(lateness)") == true)
    #expect(
      remark {
        $0.channels[0].arrivals = .profile(ArrivalProfile(perYear: 1_000, busyness: .init(day: 0.1)))
      }?.contains("(busyness)") == true)
    // A day's own figure is of as many days as there are replications.
    let oneDay = attended(days: 2)
    let ofDay = "channels.999.byDay.0.abandonmentRate"
    #expect(Handmade.result(oneDay) { $0.name == ofDay ? 0 : $1 }.sharedFateRemark(on: [ofDay]) == nil)
    // What varies says so by itself.
    var scenario = Handmade.scenario()
    scenario.attendance = 0.97
    #expect(Handmade.result(scenario).sharedFateRemark(on: [metric]) == nil)
  }

  /// Four calls that were answered at once are no proof that nobody waits.
  @Test func timesThatFewReplicationsTellHaveNoInterval() throws {
    func halfWidth(replications: Int, definedIn count: Int) throws -> Double? {
      let path = "channels.online.speedOfAnswer.mean"
      let result = Handmade.result(replications: replications) {
        $0.name == path ? 0 : $1
      } isDefined: {
        $0.name != path || $1 < count
      }
      #expect(result.estimate(path)?.halfWidth == 0)
      return FigureTree(readable: result).estimate(path).halfWidth
    }
    #expect(try halfWidth(replications: 100, definedIn: 4) == nil)
    #expect(try halfWidth(replications: 4, definedIn: 4) == nil)
    #expect(try halfWidth(replications: 100, definedIn: 20) == 0)
  }

  @Test func aSectionRestsOnItsFewestReplications() throws {
    let result = Handmade.result(
      replications: 6,
      isDefined: { figure, index in
        switch figure.name {
        case "channels.999.serviceLevel.ofOffered": index < 5
        case "channels.999.abandonmentRate": index < 3
        default: true
        }
      })
    let channel = try #require(FigureTree(result)["channels"]?["999"])
    #expect(channel.fewestReplications == 3 && channel["serviceLevel"]?.fewestReplications == 5)
  }
}
