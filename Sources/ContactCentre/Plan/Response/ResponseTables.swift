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

  /// How long mobilisation, custody and an assignment take; the random factor of a journey.
  package let mobilisation: Sampler
  package let custody: Sampler
  package let assignment: Sampler
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
    let number = PlanTables.numbers(response.grades.map(\.id))
    let channels = PlanTables.numbers(scenario.channels.map(\.id))
    func bits(_ names: [String], like grade: Grade) -> UInt64 {
      // A unit of the other kind cannot attend, so there is none to be had from a grade those attend.
      names.reduce(0) { bits, name in
        guard let other = number[name], response.grades[other].attendedBy == grade.attendedBy else { return bits }
        return bits | 1 << UInt64(other)
      }
    }
    // Lists stand in the order in which they are served, so that the lowest bit set is the next.
    let order = response.grades.indices.sorted {
      (-response.grades[$0].priority, $0) < (-response.grades[$1].priority, $1)
    }
    var samplers: [Sampler] = []
    var shares: [Double] = []
    var grades: [GradeRule] = []
    for (index, grade) in response.grades.enumerated() {
      let place = order.firstIndex(of: index) ?? 0
      grades.append(
        GradeRule(
          list: UInt8(2 * place), role: grade.attendedBy == .diary ? 1 : 0, isBlueLight: grade.isBlueLight,
          hasAppointment: grade.appointment != nil, hasPaperwork: grade.paperwork != .constant(0),
          leavesFree: grade.leavesFree, preempts: bits(grade.preempts, like: grade),
          preemptsAtScene: bits(grade.preemptsAtScene, like: grade),
          cancelledShare: grade.cancelled?.share ?? 0, resolvedShare: grade.resolved?.share ?? 0,
          regradeShare: grade.regrade?.share ?? 0,
          regradeTo: UInt8(grade.regrade.flatMap { number[$0.to] } ?? index),
          ringProbability: grade.ringsAgain?.probability ?? 0,
          ringChannel: UInt16(grade.ringsAgain.flatMap { channels[$0.channel] } ?? 0),
          ringsAtMost: UInt8(clamping: grade.ringsAgain?.atMost ?? 0), arrests: grade.arrests,
          firstShare: shares.count, shareCount: grade.units.count))
      samplers += [
        grade.cancelled?.after, grade.resolved?.after, grade.regrade?.after, grade.ringsAgain?.after,
        grade.appointment, grade.scene, grade.paperwork,
      ].map { Sampler($0 ?? .constant(0)) }
      shares += PlanTables.summedUp(grade.units)
    }
    var logShares: [LogShare] = []
    var logs: [LogRule] = []
    for (log, trace) in zip(response.logs, traces) {
      let summed = PlanTables.summedUp(log.grades.map(\.share))
      logs.append(
        LogRule(
          firstShare: logShares.count, shareCount: summed.count, trace: trace?.baseAddress,
          traceCount: trace?.count ?? 0))
      for (entry, share) in zip(log.grades, summed) {
        logShares.append(LogShare(grade: UInt8(number[entry.grade] ?? 0), share: share))
      }
    }
    let total = response.areas.reduce(0) { $0 + $1.weight }
    let areaShares = PlanTables.summedUp(response.areas.map { $0.weight / total })

    gradeCount = grades.count
    self.grades = PlanTables.stored(grades)
    self.samplers = PlanTables.stored(samplers)
    unitShares = PlanTables.stored(shares)
    gradeOfList = PlanTables.stored(order.flatMap { [UInt8($0), UInt8($0)] })
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
    logCount = logs.count
    self.logs = PlanTables.stored(logs)
    self.logShares = PlanTables.stored(logShares)
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
