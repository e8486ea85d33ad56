// What only sums up: the map, the heads of all together, the contacts of a run. Looked at once all parts are right.
extension FaultFinder {
  mutating func findPlacesOutOfReach() {
    guard let response = scenario.response, let home = response.hubs.first else { return }
    let remedy = "check latitude and longitude: everything lies within \(Int(Limits.reach)) km of the hubs"
    let message = "this is more than \(Int(Limits.reach)) km from “\(home.id.prefix(60))”"
    for (keys, location) in scenario.placedLocations where location.isOutOfReach(of: home.location) {
      note(keys, message, remedy)
    }
    for (keys, rows) in scenario.placedTraces {
      for (number, row) in rows.enumerated() where hasRoom {
        guard let latitude = row.latitude, let longitude = row.longitude,
          Location(latitude: latitude, longitude: longitude).isOutOfReach(of: home.location)
        else { continue }
        note(keys + [String(number)], message, remedy)
      }
    }
    findMissingJourneys(response)
  }

  private mutating func findMissingJourneys(_ response: Response) {
    let matrix = response.travel.matrix
    guard !matrix.isEmpty else { return }
    let missing = response.journeysMissing(among: Set(matrix.map { [$0.from, $0.to] }))
    guard let first = missing.first else { return }
    note(
      ["response", "travel", "matrix"],
      "the matrix lacks \(missing.count) \(missing.count == 1 ? "journey" : "journeys"), the first from "
        + "“\(first.from.prefix(60))” to “\(first.to.prefix(60))”", "add a leg for each")
  }

  mutating func findTotalsTooLarge() {
    if scenario.mostHandlers > Limits.heads {
      note(
        ["teams"], "the teams together roster \(scenario.mostHandlers) heads",
        "roster at most \(Limits.heads) at once, dispatchers included")
    }
    if let response = scenario.response, response.mostOfficers > Limits.heads {
      note(
        ["response", "hubs"], "the hubs together roster \(response.mostOfficers) officers",
        "roster at most \(Limits.heads) at once, those that make up minimums included")
    }
    let contacts = scenario.mostContacts
    if contacts > Limits.contacts {
      note(
        ["channels"], "about \(Int(contacts / 1e6)) million contacts and logged incidents would come in one run",
        "simulate fewer days or smaller channels: at most \(Int(Limits.contacts / 1e6)) million in one run")
    }
  }
}
