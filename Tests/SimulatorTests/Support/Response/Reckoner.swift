import ContactCentre
import DiscreteEvents
import Foundation

/// Where somebody is: at a point, and by the matrix, so far on the way between two places.
struct Spot: Equatable {
  /// Degrees.
  var latitude: Double
  var longitude: Double
  /// Places by number: hubs, then areas, then suites.
  var from = 0
  var to = 0
  var share = 0.0
  /// Whether there is no doubt about the places.
  var isSure = true
  /// Whether it is a place of the scenario or an incident's, and not somewhere on the way.
  var isExact = true
}

/// Reckons journeys in the plainest way: the haversine formula, points along the great circle, and the platform's own
/// trigonometry.
struct Reckoner {
  let travel: Travel
  let hubs: [Spot]
  let suites: [Spot]
  private let areas: [Spot]
  private let names: [String]
  private let legs: [[String]: Travel.Leg]

  var hasMatrix: Bool { !travel.matrix.isEmpty }
  /// Two journeys closer than this, in milliseconds, are not told apart: a point on the way is known to some centimetres.
  var tolerance: Double { hasMatrix ? 1e-6 : 20 }

  init(_ response: Response) {
    travel = response.travel
    let suites = response.custody?.suites ?? []
    names = response.hubs.map(\.id) + response.areas.map(\.id) + suites.map(\.id)
    let locations = response.hubs.map(\.location) + response.areas.map(\.centre) + suites.map(\.location)
    let places = locations.enumerated().map { number, location in
      Spot(
        latitude: Self.rounded(location.latitude), longitude: Self.rounded(location.longitude), from: number, to: number
      )
    }
    hubs = Array(places.prefix(response.hubs.count))
    areas = Array(places.dropFirst(response.hubs.count).prefix(response.areas.count))
    self.suites = Array(places.suffix(suites.count))
    legs = Dictionary(
      response.travel.matrix.flatMap { [([$0.from, $0.to], $0), ([$0.to, $0.from], $0)] },
      uniquingKeysWith: { first, _ in first })
  }

  /// Events know places to ten-millionths of a degree.
  private static func rounded(_ degrees: Double) -> Double { (degrees * 1e7).rounded() / 1e7 }

  /// Where an incident is, which by the matrix is in the area whose centre is nearest.
  func spot(latitude: Int32, longitude: Int32) -> Spot {
    var spot = Spot(latitude: Double(latitude) / 1e7, longitude: Double(longitude) / 1e7)
    let distances = areas.map { metres($0, spot) }
    guard let nearest = distances.indices.min(by: { (distances[$0], $0) < (distances[$1], $1) }) else { return spot }
    spot.from = areas[nearest].from
    spot.to = spot.from
    spot.isSure = !distances.indices.contains {
      abs(distances[$0] - distances[nearest]) < 0.01
        && (areas[$0].latitude, areas[$0].longitude) != (areas[nearest].latitude, areas[nearest].longitude)
    }
    return spot
  }

  /// Metres along the great circle.
  func metres(_ one: Spot, _ other: Spot) -> Double { 2 * 6_371_008.8 * asin(halfChord(one, other)) }

  private func halfChord(_ one: Spot, _ other: Spot) -> Double {
    let radians = Double.pi / 180
    let north = sin((other.latitude - one.latitude) * radians / 2)
    let east = sin((other.longitude - one.longitude) * radians / 2)
    return (north * north + cos(one.latitude * radians) * cos(other.latitude * radians) * east * east).squareRoot()
  }

  /// Milliseconds, at the hour's factor of one and without chance.
  func time(_ start: Spot, _ end: Spot, isBlueLight: Bool) -> Double {
    guard hasMatrix else {
      let speed = isBlueLight ? travel.blueLightSpeed : travel.routineSpeed
      return metres(start, end) / 1_000 * travel.detour / speed * 3_600_000
    }
    func leg(_ place: Int) -> Double {
      guard let leg = legs[[names[place], names[end.to]]] else { return .nan }
      return (isBlueLight ? leg.blueLight : leg.routine) * 1_000
    }
    return leg(start.from) + (leg(start.to) - leg(start.from)) * start.share
  }

  /// The spot that is `share` of the way from one to another along the great circle.
  func between(_ start: Spot, _ end: Spot, _ share: Double) -> Spot {
    if share >= 1 { return end }
    var spot = end
    spot.from = start.share < 0.5 ? start.from : start.to
    spot.share = share
    spot.isSure = start.isSure && end.isSure
    spot.isExact = false
    let radians = Double.pi / 180
    let angle = 2 * asin(halfChord(start, end))
    (spot.latitude, spot.longitude) = (start.latitude, start.longitude)
    if angle == 0 || share <= 0 { return spot }
    let (first, second) = (sin((1 - share) * angle) / sin(angle), sin(share * angle) / sin(angle))
    func component(_ part: (Double, Double) -> Double) -> Double {
      first * part(start.latitude * radians, start.longitude * radians)
        + second * part(end.latitude * radians, end.longitude * radians)
    }
    let x = component { cos($0) * cos($1) }
    let y = component { cos($0) * sin($1) }
    let z = component { latitude, _ in sin(latitude) }
    spot.latitude = atan2(z, (x * x + y * y).squareRoot()) / radians
    spot.longitude = atan2(y, x) / radians
    return spot
  }
}
