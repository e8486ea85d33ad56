import ContactCentre
import Experiments
import Writing

extension Chart {
  /// A map of areas, hubs, custody suites and where incidents opened.
  static func map(_ response: Response, _ spots: [Course.Spot], note: String) -> Chart {
    let frame = MapFrame(response)
    var counts = Array(repeating: 0, count: response.grades.count)
    for spot in spots where spot.grade < counts.count { counts[spot.grade] += spot.count }
    let keys =
      [Key(swatch: "place", label: "area"), Key(swatch: "hub", label: "hub")]
      + (response.custody == nil ? [] : [Key(swatch: "suite", label: "custody suite")])
      + response.grades.enumerated().map {
        Key(
          swatch: "spot c\($0 % 8 + 1)", label: "\($1.id) (\(Quantity.decimal(Double(counts[$0]))))", isName: true,
          form: SpotForm(grade: $0))
      }
    return Chart(
      file: "map", title: "Hubs, areas and where incidents opened", note: note, keys: keys, height: frame.height,
      numbers: places(response, counts)
    ) { html in
      html.areas(response.areas, in: frame)
      html.spots(spots, of: response.grades.count, in: frame)
      for suite in response.custody?.suites ?? [] {
        html.box(
          "suite", frame.across(suite.location) - 4, frame.down(suite.location) - 4, 8, 8, title: suite.id)
      }
      html.hubs(response.hubs, names: MapNames(response, in: frame), in: frame)
    }
  }

  /// The places in numbers, and how many incidents of each grade opened.
  private static func places(_ response: Response, _ counts: [Int]) -> NumberTable {
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
    return table
  }
}

extension HTMLWriter {
  fileprivate mutating func areas(_ areas: [Area], in frame: MapFrame) {
    for area in areas {
      element(
        "circle",
        [
          "class": "place", "cx": Plot.number(frame.across(area.centre)), "cy": Plot.number(frame.down(area.centre)),
          "r": Plot.number(max(2, frame.length(kilometres: MapFrame.radius(of: area)))),
        ]
      ) { $0.element("title", text: area.id) }
    }
  }

  /// Where incidents of so many grades opened: the larger, the more.
  fileprivate mutating func spots(_ spots: [Course.Spot], of grades: Int, in frame: MapFrame) {
    let most = Double(spots.map(\.count).max() ?? 1)
    // Graver incidents lie on top of others: the first grades are drawn last.
    for grade in (0..<grades).reversed() {
      let form = SpotForm(grade: grade)
      let outlines = spots.filter { $0.grade == grade }.map { spot in
        form.outline(
          frame.across(spot.location), frame.down(spot.location),
          radius: 2.2 + 4 * (most > 1 ? (Double(spot.count - 1) / (most - 1)).squareRoot() : 0))
      }
      path("spot c\(grade % 8 + 1)", outlines.joined())
    }
  }

  fileprivate mutating func hubs(_ hubs: [Hub], names: MapNames, in frame: MapFrame) {
    for (index, hub) in hubs.enumerated() {
      let (across, down) = (frame.across(hub.location), frame.down(hub.location))
      let corners = [(across, down - 7), (across + 7, down + 6), (across - 7, down + 6)]
      path("hub", Plot.path(corners) + "Z", title: hub.id)
      let (x, y, anchor) =
        switch names.sides[index] {
        case .right: (across + 9, down + 4, "start")
        case .left: (across - 9, down + 4, "end")
        case .above: (across, down - 11, "middle")
        case .below: (across, down + 19, "middle")
        }
      label(names.names[index], x, y, anchor, kind: "small halo")
    }
  }
}
