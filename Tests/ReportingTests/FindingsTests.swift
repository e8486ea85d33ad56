import Testing
import Watchroom

@testable import Findings

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
