import ContactCentre
import Writing

/// Where the names of hubs stand on a map: on the first side of their hubs on which they lie over nothing else.
struct MapNames {
  /// A side of a hub.
  enum Side: Int, CaseIterable {
    /// In the order in which they are tried.
    case right, left, above, below
  }

  /// A rectangle of the drawing.
  private struct Box {
    var left, top, right, bottom: Double

    /// The area that both cover.
    func overlap(_ other: Box) -> Double {
      max(0, min(right, other.right) - max(left, other.left)) * max(0, min(bottom, other.bottom) - max(top, other.top))
    }
  }

  /// What a map calls the hubs, in their order.
  let names: [String]
  /// Where each name stands.
  let sides: [Side]

  /// Finds a side for every hub's name in turn; where none is free, that on which the least is covered.
  ///
  /// It reckons with letters as large as they are on a phone, so that one answer serves all widths. O(hubs × hubs).
  init(_ response: Response, in frame: MapFrame) {
    func box(_ location: Location, reach: Double) -> Box {
      let (across, down) = (frame.across(location), frame.down(location))
      return Box(left: across - reach, top: down - reach, right: across + reach, bottom: down + reach)
    }
    let paper = Box(left: 0, top: 0, right: Plot.width, bottom: frame.height)
    let suites = (response.custody?.suites ?? []).map { box($0.location, reach: 5) }
    let hubs = response.hubs.map { box($0.location, reach: 7) }
    let names = response.hubs.map { $0.id.fitted(to: 24) }
    var taken: [Box] = []
    sides = names.indices.map { index in
      let others = hubs.indices.filter { $0 != index }.map { hubs[$0] } + suites + taken
      let choices = Side.allCases.map { side in
        let place = Self.box(of: names[index], side, of: response.hubs[index].location, in: frame)
        let outside = place.overlap(place) - place.overlap(paper)
        return (side: side, place: place, covered: others.reduce(outside) { $0 + $1.overlap(place) })
      }
      // The first of equals.
      let best = choices.dropFirst().reduce(choices[0]) { $1.covered < $0.covered ? $1 : $0 }
      taken.append(best.place)
      return best.side
    }
    self.names = names
  }

  /// What a name covers on a side of its hub.
  private static func box(of name: String, _ side: Side, of location: Location, in frame: MapFrame) -> Box {
    let (across, down) = (frame.across(location), frame.down(location))
    let (width, height) = (Double(name.displayWidth) * 8.8, 16.0)
    let (left, top) =
      switch side {
      case .right: (across + 9, down - height / 2)
      case .left: (across - 9 - width, down - height / 2)
      case .above: (across - width / 2, down - 8 - height)
      case .below: (across - width / 2, down + 7)
      }
    return Box(left: left, top: top, right: left + width, bottom: top + height)
  }
}
