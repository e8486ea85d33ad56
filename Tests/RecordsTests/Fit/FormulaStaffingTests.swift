import DiscreteEvents
import Reading
import ScenarioFile
import Testing
import Writing

@testable import Records

/// Heads that are guessed, because no row names a handler.
@Suite struct FormulaStaffingTests {
  /// Calls at every tenth minute of the hours that `isOpen`, by weekday and hour, on so many days from Monday 1 January 2024.
  private func learn(days: Int, isOpen: (_ weekday: Int, _ hour: Int) -> Bool) throws -> LearnedScenario {
    var text = "arrival,channel,wait,outcome,handling\n2024-01-01T00:00,999,1,answered,60\n"
    for day in 0..<days {
      let date = CivilTime(dayNumber: CivilTime(year: 2_024, month: 1, day: 1).dayNumber + day).dateText
      for hour in 0..<24 where isOpen(day % 7, hour) {
        for minute in 0..<6 {
          text += "\(date)T\(hour < 10 ? "0" : "")\(hour):\(minute)0,101,\(minute),answered,600\n"
        }
      }
      text += "\(date)T23:59,999,1,answered,60\n"
    }
    let records = try ContactRecords.read("r.csv", timeZone: "UTC", files: MemoryFiles(["r.csv": text]))
    return LearnedScenario(records)
  }

  @Test func nobodyIsThereOnDaysThatAreClosed() throws {
    let learned = try learn(days: 56) { weekday, hour in weekday < 5 && (9..<17).contains(hour) }
    let team = try #require(learned.teams.first { $0.name == "101" })
    #expect(team.basis == .formula)
    for weekday in 0..<7 {
      for half in 0..<48 {
        // An erlang of work, of which nothing waits three minutes.
        let isOpen = weekday < 5 && (18..<34).contains(half)
        #expect(isOpen ? (3...6).contains(team.heads[weekday][half]) : team.heads[weekday][half] == 0)
      }
    }
    // Nor is anybody expected.
    let fit = try #require(learned.channels.first { $0.name == "101" }).arrivals
    #expect(fit.profile.byHourOfWeek == nil && fit.profile.dayOfWeek[5...] == [0, 0])
    expectClose(fit.profile.perYear, 5.0 / 7 * 48 * 365, within: 1e-6)
  }

  @Test func everyHourOfTheWeekHasItsOwnHeads() throws {
    // Open on weekdays at day, and on Saturdays at night.
    let learned = try learn(days: 112) { weekday, hour in
      weekday < 5 ? (9..<17).contains(hour) : weekday == 5 && (20..<23).contains(hour)
    }
    let heads = try #require(learned.teams.first { $0.name == "101" }).heads
    let channel = try #require(learned.channels.first { $0.name == "101" })
    #expect(channel.arrivals.profile.byHourOfWeek != nil)
    #expect(heads[0][24] >= 2 && heads[5][42] >= 2)
    #expect(heads[0][42] == 0 && heads[5][24] == 0 && heads[6].allSatisfy { $0 == 0 })
  }

  /// Two weeks tell weekdays apart, yet of so few contacts the empty day may be chance.
  @Test func aDayWithoutAnybodyMayBeChance() throws {
    var text = "arrival,channel,wait,outcome,handling\n"
    for day in 1...14 where day % 7 != 0 { text += "2024-01-\(day < 10 ? "0" : "")\(day)T12:00,101,1,answered,600\n" }
    text += "2024-01-01T00:00,999,1,answered,60\n2024-01-14T23:59,999,1,answered,60\n"
    let records = try ContactRecords.read("r.csv", timeZone: "UTC", files: MemoryFiles(["r.csv": text]))
    let learned = LearnedScenario(records)
    #expect(learned.channels[0].arrivals.profile.dayOfWeek[6] > 0)
    #expect(learned.teams[0].heads[6][24] >= 1)
  }
}
