import Testing

@testable import ScenarioFile

/// What is said to mend a text that is no moment.
@Suite struct InstantRemedyTests {
  @Test(arguments: [
    ("2022-02-29T00:00", "there is no such day: February 2022 has 28 days"),
    ("2024-02-30", "there is no such day: February 2024 has 29 days"),
    ("2100-02-29T07:00Z", "there is no such day: February 2100 has 28 days"),
    ("2022-04-31 7:00", "there is no such day: April 2022 has 30 days"),
    ("2199-12-32", "there is no such day: December 2199 has 31 days"),
    ("1980-12-31T23:00", "years from 1981 to 2199 may be written"),
    ("2200-01-01", "years from 1981 to 2199 may be written"),
  ])
  func itNamesWhatIsWrongWithTheDate(text: String, remedy: String) {
    let bytes = Array("x\(text)".utf8).dropFirst()
    #expect(InstantText.moment(bytes) == nil)
    #expect(InstantText.remedy(for: bytes) == remedy)
    #expect(InstantText.dateRemedy(for: bytes) == remedy)
  }

  @Test(arguments: ["", "soon", "2022-13-01", "2022-00-01", "2022-02-00", "22/07/2022", "2022-02-28T24:00", "2022-7-1"])
  func otherwiseItSaysHowToWriteOne(text: String) {
    let bytes = Array(text.utf8)[...]
    #expect(InstantText.moment(bytes) == nil)
    #expect(InstantText.remedy(for: bytes) == InstantText.remedy)
  }
}
