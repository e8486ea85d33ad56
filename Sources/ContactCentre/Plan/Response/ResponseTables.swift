import DiscreteEvents

/// The rules of a plan's response in contiguous, immutable storage: see ``PlanTables``, which owns them.
@usableFromInline
package struct ResponseTables: @unchecked Sendable, BitwiseCopyable {
  /// How many grades there are.
  package let gradeCount: Int
  /// By grade.
  package let grades: UnsafeMutablePointer<GradeRule>
  /// Each grade's samplers, ``GradeRule/samplerCount`` of them.
  package let samplers: UnsafeMutablePointer<Sampler>
  /// Each grade's shares of incidents that want 1, 2, … units, summed up.
  package let unitShares: UnsafeMutablePointer<Double>
  /// The grade of each waiting list.
  package let gradeOfList: UnsafeMutablePointer<UInt8>

  /// How many areas there are.
  package let areaCount: Int
  /// By area.
  package let areas: UnsafeMutablePointer<AreaRule>
  /// How many hubs there are.
  package let hubCount: Int
  /// Where units start from.
  package let hubs: UnsafeMutablePointer<Whereabouts>
  /// How many custody suites there are.
  package let suiteCount: Int
  /// Where prisoners are taken.
  package let suites: UnsafeMutablePointer<Whereabouts>
  /// How long it takes to get from place to place.
  package let journeys: Journeys
  /// How many sources of incidents no contact raised there are.
  package let logCount: Int
  /// By source.
  package let logs: UnsafeMutablePointer<LogRule>
  /// All sources' grades.
  package let logShares: UnsafeMutablePointer<LogShare>

  /// Seconds of getting ready to go.
  package let mobilisation: Sampler
  /// Seconds that an arrest keeps a unit.
  package let custody: Sampler
  /// Seconds that an assignment takes a dispatcher.
  package let assignment: Sampler
  /// What chance multiplies the time of a journey by.
  package let journeyFactor: Sampler
  /// Milliseconds of mobilisation to be expected.
  package let expectedMobilisation: Double
  /// Which free unit is sent.
  package let policy: Response.Policy
  /// The desk's number among teams, or -1 if assignments take nobody.
  package let desk: Int

  /// What somebody is who has no grade.
  @inlinable package static var noGrade: UInt8 { .max }

  /// `origin` is the first instant of the run.
  init(
    _ scenario: Scenario, _ response: Response, origin: Milliseconds, traces: [UnsafeBufferPointer<TraceEntry>?]
  ) {
    let numbers = PlanTables.numbers(response.grades.map(\.id))
    let grades = GradeTables(response, numbers, channels: PlanTables.numbers(scenario.channels.map(\.id)))
    let logs = LogTables(response.logs, grades: numbers, traces: traces)
    let total = response.areas.reduce(0) { $0 + $1.weight }
    let areaShares = PlanTables.summedUp(response.areas.map { $0.weight / total })

    gradeCount = grades.rules.count
    self.grades = PlanTables.stored(grades.rules)
    samplers = PlanTables.stored(grades.samplers)
    unitShares = PlanTables.stored(grades.unitShares)
    gradeOfList = PlanTables.stored(grades.order.flatMap { [UInt8($0), UInt8($0)] })
    areaCount = response.areas.count
    areas = PlanTables.stored(zip(response.areas, areaShares).map { AreaRule($0, share: $1) })
    hubCount = response.hubs.count
    hubs = PlanTables.stored(
      response.hubs.enumerated().map { Whereabouts(at: EarthPoint($1.location), place: UInt16($0)) })
    let suites = response.custody?.suites ?? []
    let firstSuite = response.hubs.count + response.areas.count
    suiteCount = suites.count
    self.suites = PlanTables.stored(
      suites.enumerated().map { Whereabouts(at: EarthPoint($1.location), place: UInt16(firstSuite + $0)) })
    journeys = Journeys(response, origin: origin, zone: scenario.calendar.zone)
    logCount = logs.rules.count
    self.logs = PlanTables.stored(logs.rules)
    logShares = PlanTables.stored(logs.shares)
    mobilisation = Sampler(response.travel.mobilisation)
    expectedMobilisation = response.travel.mobilisation.mean * 1_000
    custody = Sampler(response.custody?.takes ?? .constant(0))
    assignment = Sampler(response.dispatchers?.takes ?? .constant(0))
    let variation = response.travel.variation
    journeyFactor = Sampler(variation > 0 ? .lognormal(mean: 1, cv: variation) : .constant(1))
    policy = response.policy
    desk = response.dispatchers == nil ? -1 : scenario.teams.count
  }

  func deallocate() {
    grades.deallocate()
    samplers.deallocate()
    unitShares.deallocate()
    gradeOfList.deallocate()
    areas.deallocate()
    hubs.deallocate()
    suites.deallocate()
    journeys.deallocate()
    logs.deallocate()
    logShares.deallocate()
  }
}

extension AreaRule {
  /// `share` is that of the area and those before it.
  init(_ area: Area, share: Double) {
    latitude = area.centre.latitude
    longitude = area.centre.longitude
    // A disc of the area's size: r = √(A/π).
    let radius = (area.squareKilometres / Double.pi).squareRoot() * 1_000
    let degree = EarthPoint.radius * Double.pi / 180
    north = radius / degree
    east = radius / (degree * max(0.01, PortableMath.cos(area.centre.latitude * Double.pi / 180)))
    self.share = share
  }
}
