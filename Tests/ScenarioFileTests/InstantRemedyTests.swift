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

  @Test(arguments: [
    ("2022-02-28T24:00", "2022-03-01T00:00"), ("2022-12-31 24:00:00", "2023-01-01T00:00"),
  ])
  func theMidnightThatIsMeantIsNamed(text: String, moment: String) {
    let bytes = Array("x\(text)".utf8).dropFirst()
    #expect(InstantText.moment(bytes) == nil)
    #expect(InstantText.remedy(for: bytes) == "write \(moment)")
    #expect(InstantText.moment(Array(moment.utf8)[...]) != nil)
  }

  @Test(arguments: ["22/07/2022", "22/07/2022 07:00", "7/22/22", "22.07.2022 7:00", "22-07-2022T07:00:00"])
  func ofDayAndMonthNobodyKnowsWhichIsFirst(text: String) {
    let bytes = Array("x\(text)".utf8).dropFirst()
    #expect(InstantText.moment(bytes) == nil && InstantText.isByDayAndMonth(bytes))
    #expect(
      InstantText.remedy(for: bytes)
        == "dates are day/month/year or month/day/year here: write 2022-07-22 07:00, or give the spreadsheet's column the "
        + "format yyyy-mm-dd hh:mm")
    // A scenario, or what is typed, has no columns.
    #expect(
      InstantText.remedy(for: bytes, isCell: false)
        == "dates are day/month/year or month/day/year here: write 2022-07-22 07:00")
  }

  @Test(arguments: [
    "", "soon", "2022-13-01", "2022-00-01", "2022-02-00", "2022-02-28T24:01", "2022-02-28T24:00Z", "2022-13-01T24:00",
    "2199-12-31T24:00", "2022-7-1", "2022/07/22 07:00", "22/07", "22/07/22/01", "122/07/2022", "22//2022", "1658469600",
  ])
  func otherwiseItSaysHowToWriteOne(text: String) {
    let bytes = Array(text.utf8)[...]
    #expect(InstantText.moment(bytes) == nil)
    #expect(InstantText.remedy(for: bytes) == InstantText.remedy)
  }
}
