import ContactCentre
import DiscreteEvents

/// Where places are on a drawing of a force's area: north is up, and a kilometre is as long in every direction.
struct MapFrame {
  let centre: Location
  /// How many lengths of the drawing a degree north takes, and one east.
  let north: Double
  let east: Double
  let height: Double

  /// A frame as wide as a drawing that has room for all areas, hubs and suites of `response`.
  init(_ response: Response) {
    var souths: [Double] = []
    var norths: [Double] = []
    var wests: [Double] = []
    var easts: [Double] = []
    func hold(_ location: Location, kilometres: Double) {
      let degrees = kilometres / Self.kilometresPerDegree
      let wider = degrees / max(PortableMath.cos(location.latitude * .pi / 180), 0.05)
      souths.append(location.latitude - degrees)
      norths.append(location.latitude + degrees)
      wests.append(location.longitude - wider)
      easts.append(location.longitude + wider)
    }
    for area in response.areas { hold(area.centre, kilometres: Self.radius(of: area) + 0.5) }
    for hub in response.hubs { hold(hub.location, kilometres: 1) }
    for suite in response.custody?.suites ?? [] { hold(suite.location, kilometres: 1) }
    let (south, top) = (souths.min() ?? -1, norths.max() ?? 1)
    let (west, right) = (wests.min() ?? -1, easts.max() ?? 1)
    centre = Location(latitude: (south + top) / 2, longitude: (west + right) / 2)
    let narrowing = max(PortableMath.cos(centre.latitude * .pi / 180), 0.05)
    // As large as fits into a square.
    let scale = min((Plot.width - 24) / ((right - west) * narrowing), (Plot.width - 24) / (top - south))
    north = scale
    east = scale * narrowing
    height = min(max((top - south) * scale + 24, 160), Plot.width)
  }

  private static let kilometresPerDegree = 111.2

  /// Kilometres from the middle of an area to its edge.
  static func radius(of area: Area) -> Double { (area.squareKilometres / .pi).squareRoot() }

  func across(_ location: Location) -> Double { Plot.width / 2 + (location.longitude - centre.longitude) * east }

  func down(_ location: Location) -> Double { height / 2 - (location.latitude - centre.latitude) * north }

  /// How long so many kilometres are.
  func length(kilometres: Double) -> Double { kilometres / Self.kilometresPerDegree * north }
}
