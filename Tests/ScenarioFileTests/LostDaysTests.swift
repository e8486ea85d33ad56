import Reading
import ScenarioFile
import Testing

/// Heads that a patch says for some days, where a number below it said them for all.
@Suite struct LostDaysTests {
  private static let base = """
    { calendar: { start: "2022-07-22T07:00" },
      channels: { "999": { kind: "deferred", arrivals: { perYear: 1 }, handling: { constant: 60 } } },
      shifts: { days: { start: "07:00", length: "12h" }, nights: { start: "19:00", length: "12h" } },
      teams: { a: { answers: ["999"], staff: { days: 4, nights: 2 } } } }
    """

  private func warnings(_ settings: String..., overlay: String = "{}") -> [String] {
    problems(["s.json5": Self.base, "o.json5": overlay], overlays: ["o.json5"], settings: settings).map(\.description)
  }

  private static let said =
    "warning: teams.a.staff.nights: this was 2 on every day, and now only sat may have any: a day that is not named has "
    + "nobody — name the other days too, with 0 where nobody shall be: "
    + "nights: { mon: 2, tue: 2, wed: 2, thu: 2, fri: 2, sat: 4, sun: 2 }"

  @Test func aSettingOfOneDay() {
    #expect(warnings("teams.a.staff.nights.sat=4") == ["--set teams.a.staff.nights.sat=4: " + Self.said])
    #expect(warnings("teams.a.staff.nights={sat: 4}") == ["--set teams.a.staff.nights={sat: 4}: " + Self.said])
  }

  @Test func anOverlayOfOneDay() {
    let overlay = "{ teams: { a: {\n  staff: { nights: { sat: 4 } } } } }"
    #expect(warnings(overlay: overlay) == ["o.json5:2:20: " + Self.said])
    // Laid upon a base by extends it is a patch as well.
    let files = ["s.json5": "{ extends: 'b.json5', " + overlay.dropFirst(), "b.json5": Self.base]
    #expect(problems(files).map(\.path) == ["teams.a.staff.nights"])
  }

  @Test func aHolidayAlone() {
    let said = warnings("teams.a.staff.nights.holiday=1")
    #expect(said.count == 1 && said[0].contains("2 on every day, and now no weekday has any"))
    #expect(said[0].hasSuffix("sun: 2, holiday: 1 }"))
  }

  @Test func nothingIsSaidWhereNoDayIsLost() {
    let rest = ["mon", "tue", "wed", "thu", "fri", "sun"].map { "\($0): 2" }.joined(separator: ", ")
    #expect(warnings("teams.a.staff.nights={\(rest), sat: 4}").isEmpty)
    // Settings one after another count together.
    #expect(warnings("teams.a.staff.nights.sat=4", "teams.a.staff.nights={\(rest)}").isEmpty)
    #expect(warnings("teams.a.staff.nights.sat=4", "teams.a.staff.nights=3").isEmpty)
    #expect(warnings("teams.a.staff.nights=0", "teams.a.staff.nights.sat=4").isEmpty)
    // Who removes the number first means the days alone.
    #expect(warnings("teams.a.staff.nights=null", "teams.a.staff.nights.sat=4").isEmpty)
    #expect(warnings("teams.a.staff.nights.sat=4", "teams.a.staff=null", "teams.a.staff.nights.sat=4").isEmpty)
  }

  /// A remedy would repeat what is refused.
  @Test func nothingIsSaidOfADayThatIsNone() {
    let said = warnings("teams.a.staff.nights.xyz=3")
    #expect(said.count == 1, "\(said)")
    #expect(said[0].contains("error: teams.a.staff.nights.xyz: “xyz” is not one of the days"))
  }

  @Test func manyTeamsAtOnce() {
    let names = (10..<30).map { "t\($0)" }
    func patch(_ names: some Sequence<String>, _ team: String) -> String {
      "{ teams: { \(names.map { "\($0): \(team)" }.joined(separator: ", ")) } }"
    }
    let overlay = [
      patch(names, "{ answers: ['999'], staff: { nights: 2 } }"),
      patch(names.reversed(), "{ staff: { nights: { sat: 4 } } }"),
      "{ teams: { t12: { staff: { nights: 3 } }, t13: null, t14: { staff: { days: 1, nights: null } } } }",
    ]
    let said = problems(
      ["s.json5": Self.base, "o.json5": "[\(overlay.joined(separator: ", "))]"], overlays: ["o.json5"])
    #expect(
      said.map(\.path) == names.filter { !["t12", "t13", "t14"].contains($0) }.map { "teams.\($0).staff.nights" })
    #expect(said.allSatisfy { $0.message.hasPrefix("this was 2 on every day") })
  }

  @Test func officersAndDispatchersToo() {
    let paths = ["response.hubs.north.officers.nights", "response.dispatchers.staff.nights"]
    let files = ResponseFixture.files
    for path in paths {
      let said = problems(files, settings: ["\(path)=3", "\(path).sat=4"])
      #expect(said.contains { $0.path == path && $0.message.hasPrefix("this was 3 on every day") }, "\(said)")
    }
  }

  // MARK: What excludes one another

  @Test func theRemedyIsToRemoveWhatLiesBelow() {
    let files = ["s.json5": Fixture.least(channel: "wrapUp: { lognormal: { mean: 60, cv: 1 } }")]
    let setting = "channels.999.wrapUp={constant: '4m'}"
    #expect(
      problems(files, settings: [setting]).map(\.description) == [
        "--set \(setting): error: channels.999.wrapUp.constant: “constant” and “lognormal” exclude each other — keep one: "
          + "a patch removes a key by setting it to null, for example lognormal: null"
      ])
    #expect(problems(files, settings: ["channels.999.wrapUp={constant: '4m', lognormal: null}"]).isEmpty)
    // Of two settings the later lies above.
    let two = problems(
      ["s.json5": Fixture.least()],
      settings: ["channels.999.wrapUp={lognormal: {mean: 60, cv: 1}}", "channels.999.wrapUp={constant: 5}"])
    #expect(two.count == 1 && two[0].remedy.hasSuffix("lognormal: null"), "\(two)")
  }

  @Test func aRosterUponShifts() {
    let said = problems(["s.json5": Self.base, "r.csv": ""], settings: ["teams.a.staff.csv=r.csv"])
    #expect(
      said.map(\.description) == [
        "--set teams.a.staff.csv=r.csv: error: teams.a.staff.csv: “days” cannot stand beside “csv” — keep both by giving one a team of its own, or keep one: a patch "
          + "removes a key by setting it to null, here days: null, nights: null"
      ])
  }
}
