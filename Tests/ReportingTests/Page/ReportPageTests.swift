import Testing
import Watchroom

@testable import Pages
@testable import Writing

@Suite struct ReportPageTests {
  private func page(
    _ scenario: Scenario = Handmade.scenario(), replications: Int = 3, course: Course? = nil
  ) -> String {
    ReportPage(Handmade.result(scenario, replications: replications), provenance: Handmade.provenance, course: course)
      .html
  }

  @Test func isWellFormed() throws {
    for scenario in [Handmade.scenario(), Handmade.scenario(days: 9), Handmade.response()] {
      let markup = try Markup(page(scenario))
      #expect(markup.count("html lang=\"en-GB\"") == 1)
      #expect(markup.count("main ") == 1)
      #expect(markup.count("h1") == 1)
    }
  }

  @Test func sameResultSameBytes() {
    #expect(page() == page())
  }

  @Test func everyChartHasItsNumbersBelow() throws {
    for scenario in [Handmade.scenario(), Handmade.response()] {
      let markup = try Markup(page(scenario))
      let charts = markup.count("figure")
      #expect(charts > 5)
      #expect(markup.tags.count { $0.hasPrefix("svg") && $0.contains("class=\"drawing\"") } == charts)
      let files = markup.tags.filter { $0.contains("data-file=") }
      #expect(markup.count("figure") + markup.tags.count { $0.contains("data-file=\"figures-") } == files.count)
      #expect(Set(files).count == files.count)
    }
  }

  @Test func verdictsAreWordsAndNotColoursOnly() {
    let html = page()
    #expect(html.contains("<span class=\"badge bad\"><span aria-hidden=\"true\">✗ </span>missed</span>"))
    #expect(html.contains("66.0%<small> ± "))
    #expect(html.contains("of offered answered within 10 s"))
    #expect(html.contains("target 90%"))
    #expect(html.contains("<bdi>few are left waiting</bdi>"))
    #expect(html.contains("uncertain"))
  }

  @Test func aShareOfNobodyIsNoVerdict() {
    let nobody = Handmade.result { $0.name == "channels.999.serviceLevel.ofOffered" ? .nan : $1 }
    let html = ReportPage(nobody, provenance: Handmade.provenance).html
    #expect(page().contains("<article class=\"card missed\">"))
    #expect(!html.contains("<article class=\"card missed\">") && html.contains("<article class=\"card\">"))
  }

  /// Tables below charts are not printed: paper says where they are.
  @Test func paperSaysWhereTheNumbersAre() {
    let html = page()
    #expect(html.contains("<p class=\"paper\">On paper charts stand without their numbers"))
    #expect(html.contains(".paper { display: none; }") && html.contains(".paper { display: block; }"))
  }

  @Test func everyTableHasACaptionAndHeadings() throws {
    let comparison = ComparisonPage(
      HandmadeComparison.result(), provenance: ComparisonProvenance(baseDigest: "abc", variantDigests: ["def", "ghi"]))
    for html in [page(), page(Handmade.response()), comparison.html] {
      let markup = try Markup(html)
      #expect(markup.count("caption") == markup.count("table"))
      #expect(!html.contains("<th scope=\"col\"></th>"))
    }
  }

  /// A quantile of those answered is no share of all who came, and a median of those attended none of all incidents.
  @Test func cardsSayOfWhomTheirTimesAre() {
    let html = page(Handmade.response())
    for label in ["Answered: mean wait", "Answered: 90% within", "Attended: median time"] {
      #expect(html.contains("<dt>\(label)</dt>"), "\(label)")
    }
  }

  @Test func appointmentsAreMarkedAsCountedFromTheirHour() {
    var scenario = Handmade.response()
    let words = ", from the hour of the appointment</p>"
    #expect(!page(scenario).contains(words) && !page(scenario).contains("by appointment"))
    scenario.response?.grades[0].appointment = .constant(86_400)
    let html = page(scenario)
    #expect(html.ranges(of: words).count == 1)
    #expect(html.contains("of incidents by appointment (P1), from its hour."))
    #expect(html.contains("From the hour of the appointment. Share of those attended"))
    #expect(html.contains("the response is counted from its hour."))
  }

  @Test func theCostCardNamesEverybodyWhoIsPaid() {
    let html = page(Handmade.response())
    #expect(html.contains("of rostered hours and overtime, in all"))
    for (who, cost) in [("Teams", "17,280"), ("Dispatchers", "8,640"), ("Hubs", "17,280")] {
      #expect(html.contains("<dt>\(who)</dt><dd>\(cost)</dd>"), "\(who)")
    }
    #expect(html.contains("Cost of rostered hours and overtime"))
    #expect(!page().contains("<dt>Dispatchers</dt>"))
  }

  @Test func whatTheEndOfTheRunDecidesIsSaid() {
    var scenario = Handmade.scenario()
    let remark = "what is left when the run ends counts as late, though its time is not over"
    #expect(!page(scenario).contains(remark))
    scenario.channels[1].target = .init(share: 0.9, within: .day)
    #expect(page(scenario).contains("online: \(remark)"))
    scenario.calendar.drain = .day
    #expect(!page(scenario).contains(remark))
  }

  @Test func deferredWorkIsDoneInTimeAndNotAnswered() {
    var scenario = Handmade.scenario()
    scenario.channels[1].target = .init(share: 0.9, within: .day)
    let html = page(scenario)
    #expect(html.contains("of offered answered within 10 s") && html.contains("of offered done within 24 h"))
    #expect(html.contains("done within 24 h</") && !html.contains("answered within 24 h"))
  }

  @Test func itSaysHowToGetTheSameAgain() {
    let html = page()
    #expect(html.contains("watchroom run --seed 1 --replications 20 night.json5"))
    #expect(html.contains("fedcba9876543210"))
    #expect(html.contains(Handmade.result().digest))
  }

  @Test func everyFigureIsThere() {
    let result = Handmade.result(Handmade.response())
    let html = ReportPage(result, provenance: Handmade.provenance).html
    for figure in result.catalogue.figures {
      guard !figure.path.contains(where: { if case .index = $0 { true } else { false } }) else { continue }
      let depth = figure.path.count > 2 ? 2 : 1
      let name = Figure.name(of: figure.path.dropFirst(depth))
      #expect(html.contains("<bdi>\(name)</bdi>"), "\(figure.name)")
    }
  }

  @Test(arguments: ["</script><b>", "\"'&<", "\u{202E}شرطة", "🚓", "=1+1", "<!--"])
  func namesAreShownAsText(name: String) throws {
    var scenario = Handmade.response(grade: name, hub: name)
    scenario.name = name
    scenario.channels[0].id = name
    scenario.teams[0].id = name
    scenario.teams[0].answers = [name]
    scenario.expectations = [
      FigureExpectation(name: name, metric: "channels.\(name).offered", bound: .atLeast(1))
    ]
    let html = page(scenario, course: try course(of: scenario))
    let markup = try Markup(html)
    let plain = try Markup(page(Handmade.response(), course: try course(of: Handmade.response())))
    #expect(markup.count("b") - markup.count("bdi") - markup.count("body") - markup.count("button") == 0)
    #expect(markup.count("script") == plain.count("script"))
    #expect(html.contains("<bdi>\(HTMLText.escaped(name))</bdi>"))
    #expect(!html.contains("\u{202E}"))
  }

  @Test func aCourseIsDrawnAndSaysWhoseItIs() throws {
    let scenario = Handmade.response()
    let html = page(scenario, course: try course(of: scenario))
    #expect(html.contains("The first of 3 replications, looked at every 5 minutes."))
    #expect(html.contains("Contacts waiting in each queue"))
    #expect(html.contains("Hubs, areas and where incidents opened"))
    #expect(!page(scenario).contains("Contacts waiting in each queue"))
  }

  @Test func aLongRunShowsItsDays() {
    #expect(page(Handmade.scenario(days: 9)).contains("id=\"days-title\""))
    #expect(!page().contains("id=\"days-title\""))
  }

  @Test func daysThatAreNotWholeSaySo() {
    var scenario = Handmade.scenario(days: 9)
    let words = "Not whole days: 2022-07-22 from 07:00, 2022-07-31 until 07:00."
    #expect(page(scenario).contains(words))
    #expect(page(scenario).contains("2022-07-31 until 07:00</th>"))
    scenario.calendar.start -= 7 * .hour
    #expect(!page(scenario).contains("Not whole days"))
  }

  @Test func everyFigureHasItsInterval() throws {
    let html = page()
    #expect(html.contains("<th scope=\"col\">Value</th><th scope=\"col\">± (95%)</th>"))
  }

  /// 1.3 ± 0.2 must not read as 1 ± 0.
  @Test func smallNumbersKeepWhatTheirIntervalsNeed() throws {
    let result = Handmade.result { $0.name == "channels.999.contained" ? 1.3 : $1 }
    let html = ReportPage(result, provenance: Handmade.provenance).html
    let start = try #require(html.firstRange(of: "<bdi>contained</bdi></th>")).upperBound
    let row = html[start...].prefix(200)
    #expect(row.hasPrefix("<td>1.3</td><td data-v=\"0.05\">0.1</td>"), "\(row)")
    #expect(row.contains("<td>count</td>"), "\(row)")
    let hour = Chart.lines(
      file: "lines", title: "Lines", place: "Hour", places: ["00:00"], marks: [],
      lines: [.init(name: "offered", values: [.init(mean: 1.3, halfWidth: 0.2)], colour: 1)], unit: .count)
    #expect(hour.numbers.rows[0].map(\.text) == ["00:00", "1.3", "0.2"])
  }

  @Test func aTargetReadsAsItIsStated() {
    var scenario = Handmade.scenario()
    scenario.channels[0].target?.share = 0.9975
    #expect(page(scenario).contains("target 99.75%</li>"))
    #expect(page().contains("target 90%</li>"))
  }

  @Test func theBandOfALineHasItsColour() {
    let values = [Estimate(mean: 0.5, halfWidth: 0.1)]
    let chart = Chart.lines(
      file: "lines", title: "Lines", place: "Hour", places: ["00:00"], marks: [],
      lines: [.init(name: "in time", values: values, colour: 2)], unit: .share)
    #expect(chart.keys.map(\.swatch) == ["line c2", "band c2"])
  }

  private func course(of scenario: Scenario) throws -> Course {
    var recorder = CourseRecorder(plan: Plan(scenario))
    let events: [Event] = []
    recorder.fold(events.span)
    return recorder.finish()
  }
}
