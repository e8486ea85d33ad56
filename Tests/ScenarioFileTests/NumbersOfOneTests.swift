import Ledger
import Reading
import ScenarioFile
import Testing

/// One of something is not called as several are.
@Suite struct NumbersOfOneTests {
  private func messages(_ files: [String: String] = Fixture.files, _ settings: String...) -> [String] {
    problems(files, settings: settings).map(\.message)
  }

  @Test(arguments: [
    ("channels.999.arrivals.hourOfDay=[1]", "this list has 1 weight"),
    ("teams.messages.staff.byHour=[1]", "this list has 1 number of heads"),
    ("channels.chat.patience.empirical.quantiles=[[0, 10]]", "this list has 1 pair"),
    ("channels.chat.patience.empirical.quantiles=[[0], [1, 600]]", "this list has 1 number"),
    ("teams.messages.slowdown=[1]", "this list has 1 factor, and concurrency is 2"),
  ])
  func lists(_ setting: String, _ message: String) {
    #expect(messages(Fixture.files, setting) == [message])
  }

  @Test func rowsOfATable() {
    let files = Fixture.files(changing: "night.csv") { $0.replacing("2022-07-22T07:00:30,,,,,,,", with: "x") }
    #expect(messages(files) == ["this row has 1 field, and the first has 8"])
  }

  @Test func daysAndHeads() {
    #expect(
      messages(ResponseFixture.files, "teams.contact.staff.rotation.pattern=['earlies']").contains(
        "a cycle of 1 day is not shared evenly by 3 groups"))
    let ones = Array(repeating: "1", count: 24).joined(separator: ", ")
    #expect(
      messages(["s.json5": Fixture.least()], "teams.a.staff.byHour=[\(ones)]", "channels.999.leavesFree=1") == [
        "no team has more than 1 head at once, so that nobody is ever taken"
      ])
  }

  @Test func contactsOfALedger() throws {
    let (whole, events) = try RecordedFixture.ledger(RecordedFixture.night())
    let header = try LedgerReader(path: "a", storage: MemoryLedgers(["a": whole])).header
    let own = Set(events.filter { $0.kind == .contactArrived && $0.resource == 0 }.map(\.subject))
    // Of the outcomes of 999, “resolved” is the second.
    let first = try #require(
      events.firstIndex { $0.kind == .handlingEnded && own.contains($0.subject) && $0.detail == 1 })
    let ledger = try RecordedFixture.written(Array(events[...first]), header)
    let other = RecordedFixture.night("{ ledger: 'night.ledger' }", outcomes: "P1: { share: 0.2 }")
    #expect(
      try RecordedFixture.read(other, ledger).warnings.map(\.message) == [
        "1 contact has an outcome the channel has not, “resolved”; its own is drawn"
      ])
  }
}
