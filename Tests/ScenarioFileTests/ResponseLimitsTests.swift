import ScenarioFile
import Testing

/// The largest things a response may say.
@Suite("Limits of a response")
struct ResponseLimitsTests {
  private func errors(_ settings: String...) -> [String] {
    problems(ResponseFixture.files, settings: settings).filter { $0.severity == .error }
      .map { "\($0.path): \($0.message) — \($0.remedy)" }
  }

  private func many(_ count: Int, _ text: String) -> String {
    (0..<count).map { "n\($0): \(text)" }.joined(separator: ", ")
  }

  private let place = "{ latitude: 52.5, longitude: -1.9 }"

  @Test func ofNumbersOfThings() {
    let without = "response.travel.matrix=null"
    #expect(
      errors("response.scene={ \(many(33, "{ takes: { constant: 1 } }")) }").first
        == "response.scene: these are 37 scenes — there may be at most 32")
    #expect(
      errors(without, "response.areas={ \(many(198, place)) }") == [
        "response.areas: these are 201 areas — there may be at most 200"
      ])
    #expect(errors(without, "response.areas={ \(many(197, place)) }") == [])
    #expect(
      errors(without, "response.hubs={ \(many(198, place)) }") == [
        "response.hubs: these are 201 hubs — there may be at most 200"
      ])
    #expect(
      errors(without, "response.custody.suites={ \(many(49, place)) }") == [
        "response.custody.suites: these are 51 suites — there may be at most 50"
      ])
    let log = "{ arrivals: { perYear: 1 }, grades: { P1: 1 } }"
    #expect(
      errors("response.logs={ \(many(63, log)) }") == ["response.logs: these are 65 logs — there may be at most 64"])
    let rotation = "response.hubs.Bloxwich.officers.rotation"
    #expect(
      errors("\(rotation).groups={ \(many(99, "1")) }") == [
        "\(rotation).groups: these are 101 groups — there may be at most 100"
      ])
    #expect(
      errors("\(rotation).pattern=[\(Array(repeating: "null", count: 367).joined(separator: ","))]") == [
        "\(rotation).pattern: this list has 367 days — give 1 to 366"
      ])
  }

  @Test func ofPeople() {
    #expect(
      errors("response.dispatchers.staff.earlies=59930") == [
        "teams: the teams together roster 60001 heads — roster at most 60000 at once, dispatchers included"
      ])
    #expect(errors("response.dispatchers.staff.earlies=59929") == [])
    // 16 earlies, 20 lates, 2 appointments, Ann, 15 of a rotation; and 20 to make up minimums.
    #expect(
      errors("response.hubs.'Park Lane'.diary.earlies=59929") == [
        "response.hubs: the hubs together roster 60001 officers — "
          + "roster at most 60000 at once, those that make up minimums included"
      ])
    #expect(errors("response.hubs.'Park Lane'.diary.earlies=59928") == [])
  }

  /// What is compared is the most units on duty at one time. On Saturday from 14:00 to 16:00 those are 16 earlies, Ann and
  /// 20 lates: at 1.89 officers a unit 8, 1 and 11.
  @Test func ofUnitsHeldBack() {
    let grade = "response.grades.P2.leavesFree"
    func wrong(_ units: Int) -> [String] {
      ["\(grade): nobody attends this grade: at most \(units) units are on duty at once — leave fewer free"]
    }
    #expect(errors("\(grade)=19") == [])
    #expect(errors("\(grade)=20") == wrong(20))
    // Ever so many officers in pairs, or one by one.
    #expect(errors("\(grade)=36", "response.crews.single=1") == [])
    #expect(errors("\(grade)=37", "response.crews.single=1") == wrong(37))
    #expect(errors("\(grade)=19", "response.crews.single=0") == wrong(19))
    // A minimum brings in whoever is missing: 60 lates are 32 units.
    #expect(errors("\(grade)=40", "response.minimumOfficers.lates=60") == [])
    #expect(errors("\(grade)=41", "response.minimumOfficers.lates=60") == wrong(41))
    // Friday's 18 lates are one unit fewer; those of the drain help.
    #expect(errors("\(grade)=19", "calendar.days=1") == wrong(19))
    #expect(errors("\(grade)=19", "calendar.days=1", "calendar.drain=1d") == [])
    // Those who take appointments are others.
    #expect(errors("response.grades.P4.leavesFree=0") == [])
    #expect(
      errors("response.grades.P4.leavesFree=1") == [
        "response.grades.P4.leavesFree: nobody attends this grade: at most 1 unit is on duty at once — leave fewer free"
      ])
  }

  /// Of a desk at which so many are rostered, each of whom may stay away, nobody may come.
  @Test func ofAnEmptyDesk() {
    let staff = "response.dispatchers.staff"
    func warnings(_ settings: String...) -> [String] {
      problems(ResponseFixture.files, settings: settings).filter { $0.path.description == staff }
        .map { "\($0.path): \($0.message); \($0.remedy)" }
    }
    let desk = "\(staff): with 2 rostered at once, the chance that none of them turns up and nobody sends units is"
    let role = "or give the desk a role with a higher attendance: it has no minimum"
    let two = "\(staff)={ earlies: 2, lates: 2, nights: 2 }"
    // Nights are alone from midnight; what 0.2 to the power of 5 leaves is little enough.
    #expect(warnings("attendance=0.8", two) == ["\(desk) 4 %; roster at least 5 at a time, \(role)"])
    #expect(warnings("attendance=0.8", "\(staff).nights=5", "\(staff).earlies=5", "\(staff).lates=5") == [])
    // Where everybody always comes, or one tour in ten thousand is meant, nothing is said.
    #expect(warnings(two) == [])
    #expect(warnings("attendance=0.99", two) == [])
    // Only the month counts in which it is, and nobody at all cannot be made up for.
    #expect(warnings("attendance={ jul: 1, jan: 0 }", two) == [])
    #expect(
      warnings("attendance={ jul: 0, jan: 1 }", two) == [
        "\(desk) 100 %; give the desk a role with a higher attendance: it has no minimum"
      ])
  }

  @Test func ofIncidents() {
    #expect(
      errors("response.logs.alarms.arrivals.perYear=1e10", "calendar.days=365") == [
        "channels: about 10028 million contacts and logged incidents would come in one run — "
          + "simulate fewer days or smaller channels: at most 1000 million contacts in one run"
      ])
  }
}
