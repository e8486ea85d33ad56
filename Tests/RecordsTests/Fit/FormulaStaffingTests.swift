import DiscreteEvents
import Reading
import ScenarioFile
import Simulator
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

  /// As of half a day for each of tens of thousands of calls within an hour: a slip, and no number of heads.
  @Test func aLoadBeyondCountingIsWarnedOf() {
    let said = "the contacts of “101” make a load of more than a million erlangs — is a unit of time wrong?"
    for (handling, isTooMuch) in [(3_600.0, false), (1e9, true)] {
      var records = ContactRecords()
      (records.first, records.last, records.overlaps) = (12 * .hour, 12 * .hour, [0])
      var channel = ChannelRecords(name: "101", number: 0, timeLimit: 180)
      for _ in 0..<100 {
        let record = ContactRecord(arrival: 12 * .hour, channel: 0, wait: 1, isAnswered: true, handling: handling)
        channel.add(record, at: CivilTime(dayNumber: 0, timeOfDay: 12 * .hour))
      }
      records.channels = [channel]
      let learned = LearnedScenario(records)
      #expect(learned.teams[0].heads.joined().allSatisfy { $0 == 0 } == isTooMuch)
      #expect(learned.warnings.map(\.sentence).contains(said) == isTooMuch)
    }
  }

  /// Who waits just as long as the limit was answered in time.
  @Test func aWaitOfTheLimitIsInTime() {
    var records = ChannelRecords(name: "999", number: 0, timeLimit: 10)
    let noon = CivilTime(dayNumber: 19_000, timeOfDay: 12 * .hour)
    for wait in [9.999, 10, 10.001] {
      records.add(ContactRecord(arrival: 0, channel: 0, wait: wait, isAnswered: true), at: noon)
    }
    records.add(ContactRecord(arrival: 0, channel: 0, wait: 5, isAnswered: false), at: noon)
    #expect(records.inTime[12] == 2 && records.inTime.reduce(0, +) == 2 && records.byHour[12] == 4)
  }

  /// Of two numbers of heads, the one whose service level is nearer to what was recorded.
  @Test func headsAreThoseThatComeNearest() throws {
    // Of two erlangs four heads answer 90.5 % within three minutes by Erlang's formula, and five 97.6 %.
    for (share, heads) in [(0.926, 4), (0.954, 5)] {
      var text = "arrival,channel,wait,outcome,handling\n"
      let late = Int(((1 - share) * 672).rounded())
      for number in 0..<672 {
        let date = CivilTime(dayNumber: CivilTime(year: 2_024, month: 1, day: 1).dayNumber + number / 12).dateText
        // Twelve at noon on every day; who waits long is spread over all of them.
        let isLate = (number + 1) * late / 672 > number * late / 672
        text += "\(date)T12:\(number % 12 < 2 ? "0" : "")\(number % 12 * 5),101,\(isLate ? 400 : 1),answered,600\n"
      }
      let records = try ContactRecords.read("r.csv", timeZone: "UTC", files: MemoryFiles(["r.csv": text]))
      let learned = LearnedScenario(records)
      #expect(learned.teams[0].heads[0][24] == heads, "\(share)")
    }
  }
}
