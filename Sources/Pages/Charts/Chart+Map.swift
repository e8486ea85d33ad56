import ContactCentre
import DiscreteEvents
import Metrics
import Writing

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

extension Chart {
  /// A map of areas, hubs, custody suites and where incidents opened.
  static func map(_ response: Response, _ spots: [Course.Spot], note: String) -> Chart {
    let frame = MapFrame(response)
    var counts = Array(repeating: 0, count: response.grades.count)
    for spot in spots where spot.grade < counts.count { counts[spot.grade] += spot.count }
    var table = NumberTable(["Place", "What", "Latitude", "Longitude"])
    func row(_ name: String, _ what: String, _ location: Location) {
      table.rows.append([
        .name(name), .init(what), .init(Quantity.decimal(location.latitude, decimals: 4)),
        .init(Quantity.decimal(location.longitude, decimals: 4)),
      ])
    }
    for hub in response.hubs { row(hub.id, "hub", hub.location) }
    for suite in response.custody?.suites ?? [] { row(suite.id, "custody suite", suite.location) }
    for area in response.areas { row(area.id, "area", area.centre) }
    for (grade, count) in zip(response.grades, counts) {
      table.rows.append([.name(grade.id), "\(Quantity.decimal(Double(count))) incidents opened", "", ""])
    }
    let keys =
      [Key(swatch: "place", label: "area"), Key(swatch: "hub", label: "hub")]
      + (response.custody == nil ? [] : [Key(swatch: "suite", label: "custody suite")])
      + response.grades.enumerated().map {
        Key(swatch: "spot c\($0 % 8 + 1)", label: "\($1.id) (\(Quantity.decimal(Double(counts[$0]))))", isName: true)
      }
    return Chart(
      file: "map", title: "Hubs, areas and where incidents opened", note: note, keys: keys, height: frame.height,
      numbers: table
    ) { html in
      for area in response.areas {
        html.element(
          "circle",
          [
            "class": "place", "cx": Plot.number(frame.across(area.centre)), "cy": Plot.number(frame.down(area.centre)),
            "r": Plot.number(max(2, frame.length(kilometres: MapFrame.radius(of: area)))),
          ]
        ) { $0.element("title", text: area.id) }
      }
      let most = Double(spots.map(\.count).max() ?? 1)
      // Graver incidents lie on top of others: the first grades are drawn last.
      for spot in spots.sorted(by: { $0.grade > $1.grade }) {
        html.shape(
          "circle",
          [
            "class": "spot c\(spot.grade % 8 + 1)", "cx": Plot.number(frame.across(spot.location)),
            "cy": Plot.number(frame.down(spot.location)),
            "r": Plot.number(1.8 + 4 * (most > 1 ? (Double(spot.count - 1) / (most - 1)).squareRoot() : 0)),
          ])
      }
      for suite in response.custody?.suites ?? [] {
        html.box(
          "suite", frame.across(suite.location) - 4, frame.down(suite.location) - 4, 8, 8, title: suite.id)
      }
      for hub in response.hubs {
        let (across, down) = (frame.across(hub.location), frame.down(hub.location))
        let corners = [(across, down - 7), (across + 7, down + 6), (across - 7, down + 6)]
        html.path("hub", Plot.path(corners) + "Z", title: hub.id)
        // A name that would leave the map stands on the other side of its hub.
        let isWide = across > Plot.width * 0.78
        html.label(
          hub.id.fitted(to: 24), isWide ? across - 9 : across + 9, down + 4, isWide ? "end" : "start",
          kind: "small halo")
      }
    }
  }
}
