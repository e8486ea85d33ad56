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

  @Test func ofUnitsHeldBack() {
    #expect(errors("response.grades.P2.leavesFree=71") == [])
  }

  @Test func ofIncidents() {
    #expect(
      errors("response.logs.alarms.arrivals.perYear=1e10", "calendar.days=365") == [
        "channels: about 10028 million contacts and logged incidents would come in one run — "
          + "simulate fewer days or smaller channels: at most 1000 million contacts in one run"
      ])
  }
}
