import ContactCentre
import Testing

@Suite struct FaultTests {
  @Test func aScenarioThatCanBeSimulatedHasNone() throws {
    #expect(faultlessCentre.faults() == [])
    #expect(try Plan(checking: faultlessCentre).scenario == faultlessCentre)
  }

  /// What a relation or the reference simulator is tried with can be simulated, so it has no faults.
  @Test(arguments: 0..<8)
  func randomScenariosHaveNone(share: UInt64) {
    for seed in share * 50..<share * 50 + 50 {
      for scenario in [randomScenario(seed), randomCentre(seed), randomFloor(seed), randomResponse(seed)] {
        #expect(scenario.faults() == [], "\(seed)")
      }
    }
  }

  @Test func aFaultIsOneLineWithItsPlaceAndARemedy() {
    var scenario = faultlessCentre
    scenario.channels[0].handling = .constant(.nan)
    #expect(
      scenario.faults().map(\.description) == [
        "channels.999.handling: nan is not a finite number — let it be from 0 to 3155760000"
      ])
    #expect(scenario.faults().first?.keys == ["channels", "999", "handling"])
  }

  @Test func allFaultsAreListedAtOnce() throws {
    var scenario = faultlessCentre
    scenario.channels[0].handling = .constant(-60)
    scenario.teams[0].staff = .shifts([.init(shift: "lates", heads: daily(5))])
    let faults = scenario.faults()
    #expect(Set(faults.map(\.path)) == ["channels.999.handling", "teams.first.staff"])
    let error = #expect(throws: FaultyScenario.self) { try Plan(checking: scenario) }
    #expect(error?.name == "faultless" && error?.faults == faults)
    #expect(error?.description == "\(faults[0])\n\(faults[1])")
  }

  @Test func ofVeryManyTheFirstTwoHundredAreListed() {
    var scenario = faultlessCentre
    let row = TraceRow(time: monday, handling: .nan)
    scenario.channels[1].arrivals = .trace(Array(repeating: row, count: 100_000))
    #expect(scenario.faults().count == 200)
  }

  @Test func theLastDayThatCanBeWrittenCanBeSimulated() {
    var scenario = faultlessCentre
    scenario.calendar.start = lastMidnight
    scenario.calendar.days = 1
    #expect(scenario.faults() == [])
  }

  /// What a run would take for something else.
  @Test func aPlanOfAnUnknownNameEndsTheProgramWithWords() async {
    let redial = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      var scenario = faultlessCentre
      scenario.channels[0].redial?.to = "typo"
      _ = Plan(scenario)
    }
    #expect(words(redial).contains("channels.999.redial.to: there is no channel “typo”"))
    let shift = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      var scenario = faultlessCentre
      scenario.teams[0].staff = .shifts([.init(shift: "typo", heads: daily(5))])
      _ = Plan(scenario)
    }
    #expect(words(shift).contains("teams.first.staff: there is no shift “typo”"))
  }

  private func words(_ result: ExitTest.Result?) -> String {
    String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
  }
}
