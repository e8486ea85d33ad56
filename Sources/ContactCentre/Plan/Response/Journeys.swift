import DiscreteEvents

/// How long journeys take, before the hour of the day and chance have their say.
///
/// Places are numbered: hubs first, then areas, then custody suites, each in the order of the scenario.
@usableFromInline
package struct Journeys: BitwiseCopyable {
  /// Milliseconds for a metre of the great circle, on blue lights and otherwise.
  @usableFromInline package let perMetreOnBlueLights: Double
  @usableFromInline package let perMetre: Double
  /// Milliseconds between any two places, or nil if they follow from the distance.
  @usableFromInline package let matrixOnBlueLights: UnsafeMutablePointer<Double>?
  @usableFromInline package let matrix: UnsafeMutablePointer<Double>?
  @usableFromInline package let placeCount: Int
  /// The areas' places and centres, to find the one an incident belongs to.
  let firstArea: Int
  let areaCount: Int
  let points: UnsafeMutablePointer<EarthPoint>
  /// How much longer a journey takes that begins in each hour of the day; nil if it never does.
  private let hourFactors: UnsafeMutablePointer<Double>?
  /// The clocks on the wall, as plain data: see ``ZoneRules``.
  private let origin: Milliseconds
  private let initialOffset: Milliseconds
  private let transitions: UnsafeMutablePointer<ZoneRules.Transition>
  private let transitionCount: Int

  /// `origin` is the first instant of the run, and `zone` the clocks there.
  init(_ response: Response, origin: Milliseconds, zone: ZoneRules) {
    self.origin = origin
    initialOffset = zone.initialOffset
    transitions = PlanTables.stored(zone.transitions)
    transitionCount = zone.transitions.count
    let travel = response.travel
    // One kilometre an hour is a metre in 3,600 milliseconds.
    perMetreOnBlueLights = travel.detour * 3_600 / travel.blueLightSpeed
    perMetre = travel.detour * 3_600 / travel.routineSpeed
    let suites = response.custody?.suites ?? []
    let names = response.hubs.map(\.id) + response.areas.map(\.id) + suites.map(\.id)
    let locations = response.hubs.map(\.location) + response.areas.map(\.centre) + suites.map(\.location)
    placeCount = names.count
    firstArea = response.hubs.count
    areaCount = response.areas.count
    points = PlanTables.stored(locations.map { EarthPoint($0) })
    hourFactors = travel.hourOfDay.allSatisfy { $0 == 1 } ? nil : PlanTables.stored(travel.hourOfDay)
    guard !travel.matrix.isEmpty else {
      matrix = nil
      matrixOnBlueLights = nil
      return
    }
    let number = PlanTables.numbers(names)
    var routine = [Double](repeating: 0, count: names.count * names.count)
    var blueLight = routine
    for leg in travel.matrix {
      guard let from = number[leg.from], let to = number[leg.to] else {
        preconditionFailure("a journey from \(leg.from) to \(leg.to), which are not both places")
      }
      for index in [from * names.count + to, to * names.count + from] {
        routine[index] = leg.routine * 1_000
        blueLight[index] = leg.blueLight * 1_000
      }
    }
    matrix = PlanTables.stored(routine)
    matrixOnBlueLights = PlanTables.stored(blueLight)
  }

  func deallocate() {
    points.deallocate()
    hourFactors?.deallocate()
    transitions.deallocate()
    matrix?.deallocate()
    matrixOnBlueLights?.deallocate()
  }

  /// The place an incident belongs to: the area whose centre is nearest, of two as near the one listed first.
  ///
  /// Only a matrix needs to know; without one it is place 0. O(areas).
  package func place(of point: EarthPoint) -> UInt16 {
    guard matrix != nil else { return 0 }
    var best = firstArea
    for area in firstArea..<(firstArea + areaCount)
    where point.squaredChord(to: points[area]) < point.squaredChord(to: points[best]) { best = area }
    return UInt16(truncatingIfNeeded: best)
  }

  /// How much longer a journey takes that begins at `time`, since the first instant of the run. O(transitions).
  package func hourFactor(at time: Milliseconds) -> Double {
    guard let hourFactors else { return 1 }
    let instant = origin + time
    var offset = initialOffset
    var index = 0
    while index < transitionCount, transitions[index].instant <= instant {
      offset = transitions[index].offset
      index += 1
    }
    let timeOfDay = (instant + offset) % .day
    return hourFactors[Int((timeOfDay < 0 ? timeOfDay + .day : timeOfDay) / .hour)]
  }

  /// A number that is the lower the shorter the journey: to compare journeys of one kind by. O(1).
  @inlinable @inline(always)
  package func rank(from start: Whereabouts, to end: Whereabouts, isBlueLight: Bool) -> Double {
    matrix == nil
      ? start.point.squaredChord(to: end.point) : time(from: start, to: end, isBlueLight: isBlueLight)
  }

  /// Milliseconds from where somebody is to a place. O(1).
  @inlinable
  package func time(from start: Whereabouts, to end: Whereabouts, isBlueLight: Bool) -> Double {
    guard let matrix, let matrixOnBlueLights else {
      return start.point.metres(to: end.point) * (isBlueLight ? perMetreOnBlueLights : perMetre)
    }
    let times = isBlueLight ? matrixOnBlueLights : matrix
    let first = times[Int(start.from) * placeCount + Int(end.to)]
    let second = times[Int(start.to) * placeCount + Int(end.to)]
    return first + (second - first) * start.share
  }
}
