import ContactCentre
import DiscreteEvents
import Metrics
import Testing

@Suite struct FigureCatalogueTests {
  private let catalogue = FigureCatalogue(
    plan: HandMadeLogTests.plan(
      [
        channel("999", outcomes: ["P1"], target: HandMadeLogTests.target),
        channel("report", .deferred),
      ], teams: [team("one", "999")]))

  @Test func figuresComeInTheOrderOfAResult() {
    let names = catalogue.figures.map(\.name)
    let outside = names.filter { !$0.contains("byHour") }
    #expect(
      outside == [
        "channels.999.offered", "channels.999.contained", "channels.999.diverted", "channels.999.answered",
        "channels.999.abandoned", "channels.999.waitingAtEnd", "channels.999.abandonmentRate",
        "channels.999.abandonedAfterThreshold", "channels.999.serviceLevel.within",
        "channels.999.serviceLevel.target", "channels.999.serviceLevel.ofOffered",
        "channels.999.serviceLevel.ofAnswered", "channels.999.serviceLevel.ofOfferedLessShortAbandons",
        "channels.999.waitBands.to10", "channels.999.waitBands.to60", "channels.999.waitBands.over60",
        "channels.999.speedOfAnswer.mean", "channels.999.speedOfAnswer.median", "channels.999.speedOfAnswer.p90",
        "channels.999.speedOfAnswer.p95", "channels.999.speedOfAnswer.p99", "channels.999.speedOfAnswer.max",
        "channels.999.handleTime.mean", "channels.999.handleTime.median", "channels.999.handleTime.p90",
        "channels.999.handleTime.p95", "channels.999.handleTime.p99", "channels.999.handleTime.max",
        "channels.999.outcomes.P1", "channels.999.outcomes.other", "channels.999.byDay.0.offered",
        "channels.999.byDay.0.answered", "channels.999.byDay.0.serviceLevel", "channels.999.byDay.0.abandonmentRate",
        "channels.999.byDay.0.speedOfAnswer",
        "channels.report.offered", "channels.report.contained", "channels.report.diverted", "channels.report.answered",
        "channels.report.abandoned", "channels.report.waitingAtEnd", "channels.report.abandonmentRate",
        "channels.report.waitBands.to10", "channels.report.waitBands.to60", "channels.report.waitBands.over60",
        "channels.report.speedOfAnswer.mean", "channels.report.speedOfAnswer.median",
        "channels.report.speedOfAnswer.p90", "channels.report.speedOfAnswer.p95", "channels.report.speedOfAnswer.p99",
        "channels.report.speedOfAnswer.max", "channels.report.handleTime.mean", "channels.report.handleTime.median",
        "channels.report.handleTime.p90", "channels.report.handleTime.p95", "channels.report.handleTime.p99",
        "channels.report.handleTime.max", "channels.report.reviewTime.mean", "channels.report.reviewTime.median",
        "channels.report.reviewTime.p90", "channels.report.reviewTime.p95", "channels.report.reviewTime.p99",
        "channels.report.reviewTime.max", "channels.report.backlog.atMidnight", "channels.report.backlog.age",
        "channels.report.backlog.oldest", "channels.report.byDay.0.offered", "channels.report.byDay.0.answered",
        "channels.report.byDay.0.abandonmentRate", "channels.report.byDay.0.speedOfAnswer",
        "teams.one.rosteredHours", "teams.one.staffedHours", "teams.one.occupancy", "teams.one.shrinkage",
        "teams.one.adherence", "teams.one.overtimeHours", "teams.one.overtimeCost", "teams.one.premiumCost",
        "teams.one.cost", "cost.total",
      ])
    #expect(
      names.filter { $0.contains("999.byHour.23") }.map { $0.split(separator: ".").last } == [
        "hour", "offered", "answered", "serviceLevel", "abandonmentRate", "speedOfAnswer",
      ])
    #expect(
      names.filter { $0.contains("one.byHour.23") }.map { $0.split(separator: ".").last } == [
        "hour", "rosteredHours", "staffedHours", "occupancy",
      ])
    #expect(Set(names).count == names.count)
    for (index, name) in names.enumerated() { #expect(catalogue.index(of: name) == index) }
  }

  @Test func whatIsEstimatedOverReplicationsHasAColumn() {
    let columns = zip(catalogue.figures, catalogue.columns)
    let estimated = columns.filter { $0.0.kind == .estimate }.map(\.1)
    #expect(catalogue.columns.count == catalogue.figures.count && estimated.count < catalogue.figures.count)
    #expect(estimated == (0..<estimated.count).map(Optional.some))
    #expect(columns.allSatisfy { $0.kind == .estimate || $1 == nil })
  }

  @Test(arguments: [1, 2, 3, 40])
  func figuresAreCountedWithoutMakingThem(days: Int) {
    for base in [
      HandMadeLogTests.plan([channel("999", target: HandMadeLogTests.target), channel("report", .deferred)]).scenario,
      HandMadeLogTests.plan(response(dispatchers: desk)).scenario,
    ] {
      var scenario = base
      scenario.calendar.days = days
      #expect(FigureCatalogue.count(in: scenario) == FigureCatalogue(plan: Plan(scenario)).figures.count)
    }
  }

  /// Of a long window only the days that somebody may have named.
  @Test func namesAreFoundWithoutMakingAllFigures() {
    var scenario = HandMadeLogTests.plan([channel("999")]).scenario
    scenario.calendar.days = 36_000
    let metrics = ["channels.999.byDay.30.offered", "channels.999.byDay.99999.offered", "channels.999.offred"]
    let all = FigureCatalogue(plan: Plan(scenario))
    let few = FigureCatalogue(scenario, nearTo: [metrics[0], metrics[2]])
    #expect(few.figures.count < all.figures.count / 10)
    #expect(few.index(of: metrics[0]) != nil && few.index(of: metrics[2]) == nil)
    let far = FigureCatalogue(scenario, nearTo: metrics)
    #expect(far.figures.map(\.name) == all.figures.map(\.name))
  }

  @Test func aResponseHasFiguresBeforeTheTotal() {
    let names = FigureCatalogue(plan: HandMadeLogTests.plan(response(dispatchers: desk))).figures.map(\.name)
    let start = names.firstIndex(of: "dispatchers.rosteredHours") ?? 0
    #expect(
      names[start...].filter { !$0.contains("byHour") } == [
        "dispatchers.rosteredHours", "dispatchers.staffedHours", "dispatchers.occupancy", "dispatchers.shrinkage",
        "dispatchers.adherence", "dispatchers.overtimeHours", "dispatchers.overtimeCost", "dispatchers.premiumCost",
        "dispatchers.cost",
        "grades.P1.opened", "grades.P1.attended", "grades.P1.attendedShare", "grades.P1.withinTarget",
        "grades.P1.within", "grades.P1.target", "grades.P1.response.mean", "grades.P1.response.median",
        "grades.P1.response.p90", "grades.P1.response.p95", "grades.P1.response.p99", "grades.P1.response.max",
        "grades.P1.retainedAtEnd", "grades.P1.cancelled", "grades.P1.resolvedWithoutDeployment",
        "grades.P1.backlog.atMidnight", "grades.P1.backlog.age", "grades.P1.backlog.oldest",
        "grades.P2.opened", "grades.P2.attended", "grades.P2.attendedShare", "grades.P2.withinTarget",
        "grades.P2.within", "grades.P2.response.mean", "grades.P2.response.median", "grades.P2.response.p90",
        "grades.P2.response.p95", "grades.P2.response.p99", "grades.P2.response.max", "grades.P2.retainedAtEnd",
        "grades.P2.cancelled", "grades.P2.resolvedWithoutDeployment", "grades.P2.backlog.atMidnight",
        "grades.P2.backlog.age", "grades.P2.backlog.oldest",
        "hubs.north.unitHours", "hubs.north.utilisation", "hubs.north.mobile", "hubs.north.scene",
        "hubs.north.custody", "hubs.north.paperwork", "hubs.north.free", "hubs.north.rosteredHours",
        "hubs.north.officerHours", "hubs.north.overtimeHours", "hubs.north.attended",
        "hubs.north.withinTarget", "hubs.north.cost",
        "hubs.south.unitHours", "hubs.south.utilisation", "hubs.south.mobile", "hubs.south.scene",
        "hubs.south.custody", "hubs.south.paperwork", "hubs.south.free", "hubs.south.rosteredHours",
        "hubs.south.officerHours", "hubs.south.overtimeHours", "hubs.south.attended",
        "hubs.south.withinTarget", "hubs.south.cost", "cost.total",
      ])
    #expect(
      names.filter { $0.contains("P1.byHour.23") }.map { $0.split(separator: ".").last } == [
        "hour", "opened", "attended", "attendedShare", "withinTarget", "response",
      ])
    #expect(Set(names).count == names.count)
  }

  @Test func natureOfFigures() throws {
    func figure(_ name: String) throws -> Figure { catalogue.figures[try #require(catalogue.index(of: name))] }
    let p90 = try figure("channels.999.speedOfAnswer.p90")
    #expect(p90.kind == .pooled && p90.unit == .seconds)
    #expect(try figure("channels.999.speedOfAnswer.median").kind == .estimate)
    #expect(try figure("channels.999.serviceLevel.within").kind == .constant)
    #expect(try figure("channels.999.byHour.7.offered").path == ["channels", "999", "byHour", .index(7), "offered"])
    #expect(try figure("cost.total").unit == .money)
  }
}
