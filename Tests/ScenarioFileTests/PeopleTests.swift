import ContactCentre
import DiscreteEvents
import Testing

@testable import Reading
@testable import ScenarioFile

@Suite("People")
struct PeopleTests {
  private let scenario: Scenario

  init() throws { scenario = try read(PeopleFixture.files).scenario }

  private let staffPremiums = [
    Premium(id: "nights", hours: .init(from: 20 * .hour, to: 6 * .hour), extra: 0.2),
    Premium(id: "sundays", days: .init(weekdays: [6]), extra: 0.33),
    Premium(
      id: "holidays", hours: .init(from: 9 * .hour, to: 17 * .hour), days: .init(weekdays: [5], holidays: true),
      extra: 1),
  ]

  @Test func aTeamWorksOnTheTermsOfItsRole() {
    let team = scenario.teams[0]
    #expect(team.costPerHour == 18 && team.site == "Lloyd House")
    #expect(team.role.overtime == 1.5 && team.role.lateness == .exponential(mean: 180))
    #expect(team.role.premiums == staffPremiums)
    // Months not named have the mean of those that are.
    #expect(team.role.attendance == Attendance(byMonth: (1...12).map { $0 == 1 ? 0.88 : $0 == 7 ? 0.9 : 0.89 }))
    #expect(team.minimums == [Team.Minimum(shift: "earlies", heads: 20)])
  }

  @Test func whatATeamSaysGoesBeforeItsRole() {
    let team = scenario.teams[1]
    #expect(team.costPerHour == 20 && team.role.attendance == 0.5 && team.role.lateness == .constant(60))
    #expect(team.role.overtime == 1.5 && team.role.premiums == staffPremiums)
    #expect(scenario.teams[2].role == Role() && scenario.teams[2].costPerHour == 0)
    #expect(scenario.attendance == 1)
  }

  @Test func officersAndDispatchersHaveTheResponsesRoleUnlessTheirOwn() throws {
    let response = try #require(scenario.response)
    #expect(response.hubs[0].role == Role(attendance: 0.865) && response.hubs[0].costPerHour == 31)
    #expect(response.hubs[1].role.premiums == staffPremiums && response.hubs[1].costPerHour == 18)
    #expect(response.dispatchers?.costPerHour == 18 && response.dispatchers?.role.overtime == 1.5)
    let all = try read(
      PeopleFixture.files, settings: ["response.dispatchers.role=null", "response.hubs.Mill.costPerHour=null"])
    #expect(all.scenario.response?.dispatchers?.costPerHour == 30)
    #expect(all.scenario.response?.hubs[0].costPerHour == 30)
  }

  @Test func thePeopleBehindThePosts() {
    let august = CivilTime(year: 2022, month: 8, day: 8).dayNumber
    #expect(
      scenario.teams[0].people
        == Workforce(
          establishment: 274, strength: 262, asOf: august - 38, leavers: 0.157,
          intakes: [.init(id: "August", on: august, heads: 12, training: 70 * .day)],
          learning: .init(slower: 1.3, over: 182 * .day)))
    #expect(scenario.teams[2].people == Workforce(establishment: 4, strength: 3, asOf: august - 7))
  }

  @Test func holidaysCoverAndSites() {
    #expect(
      scenario.teams[0].staff
        == .shifts([
          .init(shift: "earlies", heads: [30, 0, 0, 0, 0, 24, 0], holiday: 22),
          .init(shift: "nights", heads: Array(repeating: 10, count: 7)),
        ]))
    #expect(scenario.calendar.holidays == [CivilTime(year: 2022, month: 8, day: 29).dayNumber])
    #expect(scenario.shifts[0].breaks[0].cover == 10)
    let start = Milliseconds(CivilTime(year: 2022, month: 8, day: 2).dayNumber) * .day
    #expect(
      scenario.sites == [
        Site(id: "Lloyd House", closures: [.init(from: start + 20 * .hour, to: start + 23 * .hour)]),
        Site(id: "Bournville"),
      ])
  }

  @Test func attendanceOfAllMayBeByMonth() throws {
    let scenario = try read(PeopleFixture.files, settings: ["attendance={ dec: 0.5 }"]).scenario
    #expect(scenario.attendance == 0.5)
  }

  @Test func theSchemaTakesIt() throws {
    let schema = try JSONTree(json5: Array(ScenarioSchema.json.utf8), origin: .file("schema"))
    func complaint(_ text: String) throws -> String? {
      let value = try JSONTree(json5: Array(text.utf8), origin: .file("f"))
      return SchemaChecker(root: schema).complaint(about: value, under: schema)
    }
    #expect(try complaint(PeopleFixture.scenario) == nil)
    #expect(try complaint(read(PeopleFixture.files).resolvedText) == nil)
    for slip in MalformedPeopleTests.slips where slip.message.contains("no key") || slip.message.contains("needs “") {
      #expect(try complaint(slip.changed.replacing("§", with: "")) != nil, "\(slip.new)")
    }
  }
}
