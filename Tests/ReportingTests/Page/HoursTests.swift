import Testing
import Watchroom

@testable import Pages
@testable import Writing

/// Charts along the hours of the day and of a run, and what they say where there is nothing to show.
@Suite struct HoursTests {
  private func page(_ scenario: Scenario, course: Course? = nil) -> String {
    ReportPage(Handmade.result(scenario), provenance: Handmade.provenance, course: course).html
  }

  private func course(of scenario: Scenario) -> Course {
    var recorder = CourseRecorder(plan: Plan(scenario))
    let events: [Event] = []
    recorder.fold(events.span)
    return recorder.finish()
  }

  @Test func aDayBeginsWithItsFirstHour() {
    var calendar = Handmade.scenario().calendar
    let places = Places.hours(of: calendar)
    #expect(places.order.first == 7 && places.order.last == 6)
    #expect(places.names[17] == "00:00" && places.arranged(Array(0..<24))[17] == 0)
    #expect(places.marks.map(\.label) == ["09", "12", "15", "18", "21", "00", "03", "06"])
    #expect(places.marks.map(\.value) == [2, 5, 8, 11, 14, 17, 20, 23])
    calendar.days = 2
    #expect(Places.hours(of: calendar).order == Array(0..<24))
  }

  /// The handmade service level falls from hour to hour.
  @Test func everyChartOfADayBeginsWithItsFirstHour() throws {
    let html = page(Handmade.response())
    let tables = html.matches(
      of: /<th scope="col">Hour<\/th>.*?<tbody><tr><th scope="row">([0-9:]+)<\/th><td[^>]*>([^<]+)</)
    let first = tables.map { "\($0.1) \($0.2)" }
    // 7 in 32 are late, and 7 in 64 give up.
    #expect(first.filter { $0 == "07:00 78.13%" }.count >= 3)
    #expect(first.contains("07:00 10.94%"))
    let compared = ComparisonPage(
      HandmadeComparison.result(),
      provenance: ComparisonProvenance(baseDigest: "", variantDigests: ["", ""], command: [])
    ).html
    #expect(compared.contains("<tbody><tr><th scope=\"row\">07:00</th>"))
  }

  @Test func anHourOfBothEndsIsNamed() {
    var scenario = Handmade.scenario()
    let words =
      "The run begins and ends at 07:30: the hour from 07:00 is the end of one day and the beginning of the other, together."
    #expect(!page(scenario).contains("the beginning of the other, together"))
    scenario.calendar.start += 30 * .minute
    #expect(page(scenario).contains(words))
  }

  @Test(arguments: [
    (
      Milliseconds(1_667_084_400_000),
      "On 30 October 2022 the clocks go back: 01:00 to 02:00 comes twice, and counts as one."
    ),
    (1_648_339_200_000, "On 27 March 2022 the clocks go forward: there is no 01:00 to 02:00."),
  ])
  func aChangeOfTheClocksIsSaid(midnight: Milliseconds, sentence: String) {
    var scenario = Handmade.scenario()
    #expect(!page(scenario).contains("the clocks go"))
    scenario.calendar.start = midnight
    #expect(page(scenario).contains(sentence))
    scenario.calendar.days = 30
    #expect(!page(scenario).contains("the clocks go"))
  }

  @Test func aCourseTellsTheHourThatComesTwice() {
    var scenario = Handmade.scenario()
    scenario.calendar.start = 1_667_084_400_000
    let html = page(scenario, course: course(of: scenario))
    for time in ["00:30", "01:30 (UTC+01:00)", "01:30 (UTC+00:00)", "02:00"] {
      #expect(html.ranges(of: "<tr><th scope=\"row\">\(time)</th>").count >= 3, "\(time)")
    }
  }

  @Test func severalDaysAreNamedWhereTheyBegin() throws {
    var scenario = Handmade.scenario()
    /// What is drawn of how the run went; the week names its days anyway.
    func drawn() throws -> Substring {
      let parts = page(scenario, course: course(of: scenario)).split(separator: "<section id=\"")
      return try #require(parts.first { $0.hasPrefix("course\"") })
    }
    let day = try drawn()
    #expect(day.contains("\">00:00</text>") && !day.contains("\">Sat</text>"))
    scenario.calendar.days = 2
    let days = try drawn()
    #expect(days.contains("\">Sat</text>") && days.contains("\">Sun</text>") && days.contains("\">12:00</text>"))
  }

  /// For a day after the end too: 01:30 may come again after it.
  @Test func thePlayerKnowsTheNextChangeOfTheClocks() {
    var scenario = Handmade.scenario()
    scenario.calendar.start = 1_667_084_400_000 - 20 * .hour
    var recorder = PlaybackRecorder([RunChapter(plan: Plan(scenario))])
    let events: [Event] = []
    recorder.fold(events.span)
    let change = 22 * Milliseconds.hour
    #expect(ScriptJSON.text(recorder.finish().value).contains("\"zone\":[[0,3600000],[\(change),0]]"))
  }

  @Test func whereNothingIsKnownAShareIsOfTheWhole() {
    #expect(Scale(.share, upTo: [Double.nan]).marks.map(\.label) == ["0%", "25%", "50%", "75%", "100%"])
  }

  @Test func whoWasNeverAttendedIsSaid() {
    let result = Handmade.result(Handmade.response()) { figure, value in
      guard figure.name.hasPrefix("grades.P2.") else { return value }
      if figure.name.hasSuffix(".opened") { return 163 }
      return figure.name.hasSuffix(".withinTarget") ? .nan : value
    }
    let html = ReportPage(result, provenance: Handmade.provenance).html
    #expect(html.contains("<p class=\"note\">Of 163"))
    #expect(html.contains("<bdi>P2</bdi>: of 163") && html.contains(" incidents opened, none was attended.</p>"))
    #expect(!html.contains("<bdi>P1</bdi>: of"))
  }

  @Test func whoWasNeverAnsweredIsSaid() {
    func page(offered: Double, replications: Int = 3) -> String {
      let scenario = Handmade.scenario()
      // Without a single event nobody's wait is known.
      let result = Handmade.result(scenario, replications: replications) { figure, value in
        if figure.name.hasSuffix(".offered") { return offered }
        return figure.unit == .share || figure.name.contains("speedOfAnswer") ? .nan : value
      }
      return ReportPage(result, provenance: Handmade.provenance).html
    }
    #expect(page(offered: 0).contains("<p class=\"note\">No contacts were offered.</p>"))
    #expect(page(offered: 12).contains("contacts offered, none reached the queue.</p>"))
    #expect(page(offered: 12).contains("contacts offered, none was answered.</p>"))
    #expect(page(offered: 1, replications: 1).contains("Of 1 contact offered, none reached the queue.</p>"))
  }
}
