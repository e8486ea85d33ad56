// Numbers that say who comes.
extension FaultFinder {
  mutating func findWrongNumbersOfDemand() {
    for (keys, profile) in scenario.placedProfiles { findWrongNumbers(of: profile, keys) }
    for (keys, book) in scenario.placedBooks {
      whole(book.places, 1...Limits.places, keys + ["places"])
      share(book.booked, keys + ["booked"])
      share(book.shows, keys + ["shows"])
    }
    for (keys, rows) in scenario.placedTraces {
      for (number, row) in rows.enumerated() where hasRoom { findWrongNumbers(of: row, keys + [String(number)]) }
    }
    findUnknownOutcomes()
    for group in scenario.callers {
      let keys = ["callers", group.id]
      whole(group.callers, 1...CallerGroup.mostCallers, keys + ["callers"])
      share(group.deterred, keys + ["deterred"])
      for part in group.channels { share(part.share, keys + ["channels", part.channel]) }
    }
  }

  private mutating func findWrongNumbers(of profile: ArrivalProfile, _ keys: [String]) {
    number(profile.perYear, 0...Limits.perYear, keys + ["perYear"])
    weights(profile.hourOfDay, keys + ["hourOfDay"])
    weights(profile.dayOfWeek, keys + ["dayOfWeek"])
    weights(profile.month, keys + ["month"])
    if let hours = profile.byHourOfWeek { weights(hours, keys + ["byHourOfWeek"]) }
    if let holiday = profile.holiday { number(holiday, 0...Limits.weight, keys + ["dayOfWeek", "holiday"]) }
    number(profile.scale, 0...Limits.times, keys + ["scale"])
    for factor in profile.factors { number(factor.times, 0...Limits.times, keys + ["factors", factor.name, "times"]) }
    for message in profile.messages {
      number(message.sentTo, 0...Limits.perYear, keys + ["messages", message.name, "sentTo"])
      share(message.replies, keys + ["messages", message.name, "replies"])
    }
    if let busyness = profile.busyness {
      number(busyness.day, 0...Limits.busyness, keys + ["busyness", "day"])
      number(busyness.interval, 0...Limits.busyness, keys + ["busyness", "interval"])
      number(busyness.correlation, 0...Limits.correlation, keys + ["busyness", "correlation"])
    }
  }

  /// Weights that are divided by their mean.
  private mutating func weights(_ weights: [Double], _ keys: [String]) {
    for (number, weight) in weights.enumerated() {
      self.number(weight, 0...Limits.weight, keys + [String(number)])
    }
    // Of none that table's length tells.
    if !weights.isEmpty, weights.allSatisfy({ $0 < Limits.leastWeight }) {
      note(keys, "all weights are next to 0", "give at least one a weight of \(Limits.leastWeight) or more")
    }
  }

  private mutating func findWrongNumbers(of row: TraceRow, _ keys: @autoclosure () -> [String]) {
    if let handling = row.handling { seconds(handling, keys() + ["handling"]) }
    if let wrapUp = row.wrapUp { seconds(wrapUp, keys() + ["wrapUp"]) }
    if let patience = row.patience, patience != .infinity { seconds(patience, keys() + ["patience"]) }
    if let latitude = row.latitude { number(latitude, Location.latitudes, keys() + ["latitude"]) }
    if let longitude = row.longitude { number(longitude, Location.longitudes, keys() + ["longitude"]) }
    if (row.latitude == nil) != (row.longitude == nil) {
      note(keys(), "half of a position is missing", "give latitude and longitude, or neither")
    }
    for (number, stage) in row.front.enumerated() {
      time(stage.duration, 0...Limits.milliseconds, keys() + ["front", String(number)])
    }
  }
}
