import Reading
import ScenarioFile
import Testing

/// One slip at a time in what is said of people, each with what must be reported.
@Suite("Malformed people")
struct MalformedPeopleTests {
  @Test(arguments: slips) func isReported(_ slip: Malformed) { slip.check() }

  private static func slip(
    _ old: String, _ new: String, _ path: String, _ message: String, _ remedy: String,
    severity: Problem.Severity = .error, count: Int = 1
  ) -> Malformed {
    var slip = Malformed(old, new, path, message, remedy, severity: severity, count: count)
    slip.fixture = PeopleFixture.files
    return slip
  }

  /// Whoever is named in a roster is there already.
  @Test func aRosterOfNamedPeopleLeavesNoPostOpen() {
    var slip = Self.slip(
      "staff: { earlies: 1 }, people: {", "staff: { csv: \"named.csv\" }, people: §{", "teams.plain.people",
      "a roster of named people leaves no post open", "leave people out, or give heads")
    slip.fixture["named.csv"] = "handler,start,end\nann,2022-08-01T07:00,2022-08-01T15:00\n"
    slip.check()
  }

  static let slips: [Malformed] = [
    slip("jan: 0.88", "jan: §1.2", "roles.staff.attendance.jan", "too large", "a share from 0 to 1"),
    slip("jan: 0.88", "§january: 0.88", "roles.staff.attendance.january", "not one of the months", "“jan”?"),
    slip(
      "attendance: { jan: 0.88, jul: 0.9 }", "attendance: §{}", "roles.staff.attendance", "names no month", "jan: 0.88"),
    slip("attendance: { jan: 0.88, jul: 0.9 }", "attendance: §[]", "roles.staff.attendance", "a list", "a share"),
    slip("overtime: 1.5", "overtime: §-1", "roles.staff.overtime", "negative", "from 0 to 100"),
    slip("overtime: 1.5", "§overTime: 1.5", "roles.staff.overTime", "no key “overTime”", "“overtime”?"),
    slip("{ exponential: { mean: \"3m\" } }", "§\"3m\"", "roles.staff.lateness", "text", "an object"),
    slip(
      "from: \"20:00\", to: \"06:00\"", "from: §\"20:00\"", "roles.staff.premiums.nights.from", "only one end",
      "to: \"06:00\""),
    slip("to: \"06:00\"", "to: §\"20:00\"", "roles.staff.premiums.nights.to", "end when they begin", "all day"),
    slip("to: \"06:00\"", "to: §\"6am\"", "roles.staff.premiums.nights.to", "not a time of day", "\"07:00\""),
    slip(
      "nights: { from: \"20:00\", to: \"06:00\", extra: 0.2 }", "nights: §{ days: [\"sun\"] }",
      "roles.staff.premiums.nights.extra", "needs “extra”", "extra: 1"),
    slip(
      "days: [\"sun\"]", "days: [§\"sunday\"]", "roles.staff.premiums.sundays.days.0", "not one of its values", "“sun”?"
    ),
    slip("days: [\"sun\"]", "days: §[]", "roles.staff.premiums.sundays.days", "empty", "1 to 8"),
    slip(
      "role: \"staff\", site: \"Lloyd", "role: §\"stuff\", site: \"Lloyd", "teams.contact.role", "no role “stuff”",
      "“staff”?"),
    slip("role: \"officer\"", "role: §\"constable\"", "response.role", "no role “constable”", "staff, officer"),
    slip(
      "officers: { nights: 4 }, role: \"staff\"", "officers: { nights: 4 }, role: §1", "response.hubs.Ford.role",
      "a number", "text"),
    slip(
      "site: \"Bournville\"", "site: §\"Bourneville\"", "teams.relief.site", "no site “Bourneville”", "“Bournville”?"),
    slip(
      "to: \"2022-08-02T23:00\"", "to: §\"2022-08-02T19:00\"", "sites.Lloyd House.closed.0.to",
      "opens before it closes", "follow"),
    slip("to: \"2022-08-02T23:00\"", "to: §\"eleven\"", "sites.Lloyd House.closed.0.to", "not a moment", "ISO 8601"),
    slip(
      "{ from: \"2022-08-02T20:00\", to: \"2022-08-02T23:00\" }", "§{ from: \"2022-08-02T20:00\" }",
      "sites.Lloyd House.closed.0.to", "needs “to”", "to: \"2022"),
    slip(
      "minimum: { earlies: 20 }", "minimum: { §early: 20 }", "teams.contact.minimum.early", "no shift “early”",
      "earlies"),
    slip(
      "minimum: { earlies: 20 }", "minimum: { earlies: §-1 }", "teams.contact.minimum.earlies", "too small",
      "0 to 60000"),
    slip(
      "staff: { earlies: 1 }, people", "staff: { earlies: 1 }, minimum: { nights: §2 }, people",
      "teams.plain.minimum.nights",
      "nobody of the team works the shift “nights”", "leave the minimum out"),
    slip(
      "people: {\n        establishment: 274, ", "people: §{\n        ", "teams.contact.people.establishment",
      "needs “establishment”", "establishment: 1"),
    slip("establishment: 274", "establishment: §0", "teams.contact.people.establishment", "not allowed", "above 0"),
    slip(
      "establishment: 4, strength: 3", "establishment: 4, strength: §17", "teams.plain.people.strength",
      "more than 4 people", "same team"),
    // More people for each post than a whole number can say; the teams then have too many heads as well.
    slip(
      "establishment: 4, strength: 3", "establishment: 1e-20, strength: §3", "teams.plain.people.strength",
      "more than 4 people", "same team", count: 2),
    slip("asOf: \"2022-07-01\"", "asOf: §\"July\"", "teams.contact.people.asOf", "not a", "2022-"),
    slip("leavers: 0.157", "leavers: §15.7", "teams.contact.people.leavers", "too large", "from 0 to 5"),
    slip(
      "training: \"10w\"", "training: §\"10y\"", "teams.contact.people.intakes.August.training", "no unit “y”",
      "w, d, h"),
    slip(
      "strength: 262, asOf: \"2022-07-01\"", "strength: §2, asOf: \"2022-12-01\"", "teams.contact.people.strength",
      "less than who joined",
      "the 12 of intakes"),
    slip("slower: 1.3", "slower: §4", "teams.contact.people.learning.slower", "too large", "from 1 to 3.5"),
    slip("over: \"26w\"", "over: §0", "teams.contact.people.learning.over", "zero", "more than 0"),
    slip(
      "intakes: { August: { on: \"2022-08-08\", heads: 12, training: \"10w\" } }, learning: {", "learning: §{",
      "teams.contact.people.learning", "nobody joins", "add intakes", severity: .warning),
    slip("cover: 10", "cover: §-1", "shifts.earlies.breaks.0.cover", "too small", "0 to 60000"),
    slip(
      "breaks: [{ after: \"3h\", length: \"30m\", spread: \"1h\", cover: 10 }] },\n    nights: { start: \"22:00\", length: \"9h\"",
      "breaks: [{ after: \"3h\", length: \"30m\", spread: \"1h\" }] },\n    nights: { start: \"22:00\", length: \"9h\", breaks: §[{ after: \"1h\", length: \"1m\", cover: 1 }]",
      "shifts.nights.breaks",
      "officers work this shift", "of their own", severity: .warning),
    slip(
      "Bournville: {},\n", "Bournville: {}, Elsewhere: §{},\n", "sites.Elsewhere", "no team works at this site",
      "site: \"Elsewhere\"", severity: .warning),
    slip("holiday: 22", "§holidays: 22", "teams.contact.staff.earlies.holidays", "not one of the days", "“holiday”?"),
  ]
}
