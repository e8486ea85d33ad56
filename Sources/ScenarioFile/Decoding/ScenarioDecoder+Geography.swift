import ContactCentre

extension ScenarioDecoder {
  func areas(_ cursor: Cursor) -> [Area] {
    let errorCount = log.errorCount
    let areas = dictionary(cursor, noun: "areas", limit: Limits.areas).map { member in
      let fields = fields(member.cursor, ScenarioFormat.area)
      return Area(
        id: member.name, centre: location(fields), squareKilometres: number(fields, "squareKilometres", default: 0),
        weight: number(fields, "weight", default: 1))
    }
    if log.errorCount == errorCount {
      if areas.isEmpty {
        log.error(
          cursor.place, cursor.path, "there is no area",
          "add one, for example Birmingham: { latitude: 52.48, longitude: -1.89, squareKilometres: 268 }")
      } else if areas.allSatisfy({ $0.weight == 0 }) {
        log.error(cursor.place, cursor.path, "all weights are 0", "give at least one area a weight above 0")
      }
    }
    return areas
  }

  func hubs(_ cursor: Cursor, role: String?, _ context: Context) -> [Hub] {
    if case .object(let written) = cursor.tree.value, written.isEmpty {
      log.error(
        cursor.place, cursor.path, "there is no hub",
        "add one, for example \"Park Lane\": { latitude: 52.503, longitude: -1.891, officers: { earlies: 16 } }")
    }
    return dictionary(cursor, noun: "hubs", limit: Limits.hubs).map { member in
      let fields = fields(member.cursor, ScenarioFormat.hub)
      let terms = terms(fields, context, standard: role)
      return Hub(
        id: member.name, location: location(fields),
        officers: fields["officers"].map { staff($0, context, of: member.name) } ?? .shifts([]),
        diary: fields["diary"].map { staff($0, context, of: member.name) } ?? .shifts([]),
        costPerHour: terms.costPerHour, role: terms.role)
    }
  }

  func custody(_ cursor: Cursor) -> Custody {
    let fields = fields(cursor, ScenarioFormat.custody)
    if let suites = fields["suites"], case .object(let written) = suites.tree.value, written.isEmpty {
      log.error(
        suites.place, suites.path, "there is no custody suite",
        "add one, for example \"Perry Barr\": { latitude: 52.519, longitude: -1.896 }, or leave custody out")
    }
    let suites = fields["suites"].map { dictionary($0, noun: "suites", limit: Limits.custodySuites) } ?? []
    return Custody(
      suites: suites.map {
        Custody.Suite(id: $0.name, location: location(self.fields($0.cursor, ScenarioFormat.custodySuite)))
      },
      takes: distribution(fields, "takes", default: .constant(0)))
  }

  private func location(_ fields: Fields) -> Location {
    Location(latitude: number(fields, "latitude", default: 0), longitude: number(fields, "longitude", default: 0))
  }

  /// Notes places that no unit could reach. Measured from the first hub, unless that is what is wrong.
  func checkMap(_ response: Response, _ fields: Fields) {
    let points =
      response.hubs.map { (key: ["hubs", $0.id], location: $0.location) }
      + response.areas.map { (key: ["areas", $0.id], location: $0.centre) }
      + (response.custody?.suites ?? []).map { (key: ["custody", "suites", $0.id], location: $0.location) }
    guard let first = points.first, points.contains(where: { $0.location.isOutOfReach(of: first.location) }) else {
      return
    }
    func neighbours(_ location: Location) -> Int { points.count { !$0.location.isOutOfReach(of: location) } }
    let counts = points.map { neighbours($0.location) }
    // The first of those with most: ties are the first hub's.
    guard let most = counts.max(), let home = counts.firstIndex(of: most).map({ points[$0] }) else { return }
    for point in points where point.location.isOutOfReach(of: home.location) {
      guard let cursor = fields.cursor.descendant(point.key) else { continue }
      log.error(
        cursor.place, cursor.path,
        "this is more than \(Int(Limits.reach)) km from “\((home.key.last ?? "").prefix(40))”",
        point.location.remedyOutOfReach(of: home.location))
    }
  }
}

extension Location {
  /// What to do about a place out of reach of another.
  func remedyOutOfReach(of other: Location) -> String {
    let swapped = Location(latitude: longitude, longitude: latitude)
    if abs(longitude) <= 90, !swapped.isOutOfReach(of: other) {
      return "latitude and longitude are the wrong way round: write latitude: \(NumberRange.plain(longitude)), "
        + "longitude: \(NumberRange.plain(latitude))"
    }
    return "check latitude and longitude: everything lies within \(Int(Limits.reach)) km of the hubs"
  }
}
