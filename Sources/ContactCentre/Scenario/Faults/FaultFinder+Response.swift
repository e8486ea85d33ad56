// Numbers that say who goes to incidents, and how fast.
extension FaultFinder {
  mutating func findWrongNumbersOfResponse() {
    guard let response = scenario.response else { return }
    for (keys, grade) in scenario.placedGrades { findWrongNumbers(of: grade, keys) }
    for (keys, location) in scenario.placedLocations {
      number(location.latitude, Location.latitudes, keys + ["latitude"])
      number(location.longitude, Location.longitudes, keys + ["longitude"])
    }
    for area in response.areas {
      let keys = ["response", "areas", area.id]
      number(area.squareKilometres, 0...Limits.squareKilometres, keys + ["squareKilometres"])
      number(area.weight, 0...Limits.weight, keys + ["weight"])
    }
    if !response.areas.isEmpty, response.areas.allSatisfy({ $0.weight == 0 }) {
      note(["response", "areas"], "all weights are 0", "give at least one area a weight above 0")
    }
    share(response.singleCrewed, ["response", "crews", "single"])
    for minimum in response.minimums {
      whole(minimum.officers, 0...Limits.heads, ["response", "minimumOfficers", minimum.shift])
    }
    for log in response.logs {
      for part in log.grades { share(part.share, ["response", "logs", log.id, "grades", part.grade]) }
    }
    findWrongNumbers(of: response.travel, ["response", "travel"])
  }

  private mutating func findWrongNumbers(of grade: Grade, _ keys: [String]) {
    time(grade.within, 1...Limits.milliseconds, keys + ["within"])
    if let target = grade.target { share(target, keys + ["target"]) }
    number(grade.priority, -Limits.priority...Limits.priority, keys + ["priority"])
    for (number, value) in grade.units.enumerated() { share(value, keys + ["units", String(number)]) }
    whole(grade.leavesFree, 0...Limits.leavesFree, keys + ["leavesFree"])
    if let cancelled = grade.cancelled { share(cancelled.share, keys + ["cancelled", "share"]) }
    if let resolved = grade.resolved { share(resolved.share, keys + ["resolved", "share"]) }
    if let regrade = grade.regrade { share(regrade.share, keys + ["regrade", "share"]) }
    if let rings = grade.ringsAgain {
      share(rings.probability, keys + ["ringsAgain", "probability"])
      whole(rings.atMost, 0...Limits.redials, keys + ["ringsAgain", "atMost"])
    }
    share(grade.arrests, ["response", "scene", grade.id, "arrests"])
  }

  private mutating func findWrongNumbers(of travel: Travel, _ keys: [String]) {
    number(travel.blueLightSpeed, Limits.speed, keys + ["blueLight"])
    number(travel.routineSpeed, Limits.speed, keys + ["routine"])
    number(travel.detour, Limits.detour, keys + ["detour"])
    for (hour, factor) in travel.hourOfDay.enumerated() {
      positive(factor, to: Limits.journeyFactor, keys + ["hourOfDay", String(hour)])
    }
    if travel.variation != 0 {
      number(travel.variation, Limits.leastCV...Limits.journeyVariation, keys + ["variation"])
    }
    for (number, leg) in travel.matrix.enumerated() where hasRoom {
      seconds(leg.routine, keys + ["matrix", String(number), "routine"])
      // Where a file gives none, the routine one times how much slower blue lights are.
      self.number(
        leg.blueLight, 0...Limits.seconds * Limits.speed.upperBound, keys + ["matrix", String(number), "blueLight"])
    }
  }
}
