import ContactCentre
import DiscreteEvents

extension Scenario {
  /// The starts of the hours of the measured days, since the Unix epoch.
  var measuredHours: [Milliseconds] {
    Array(stride(from: calendar.start, to: calendar.end, by: Int(Milliseconds.hour)))
  }
}

extension Channel {
  /// How many contacts are expected to need a handler in the hour that begins at each of `hours`.
  ///
  /// Those of the scenario, busyness, redials, public holidays and passing factors left out, but for what stages before the
  /// queue contain or divert, by what is chosen there.
  func expectedArrivals(in hours: [Milliseconds], zone: ZoneRules) -> [Double] {
    let remaining = front.reduce(1.0) { share, stage in
      share
        * stage.ways.reduce(0) { rest, way in
          rest + way.share * (1 - way.contains - way.divertsTo.reduce(0) { $0 + $1.share })
        }
    }
    switch arrivals {
    case .profile(let profile):
      func relative(_ weights: [Double]) -> [Double] {
        let mean = weights.reduce(0, +) / Double(weights.count)
        return weights.map { $0 / mean }
      }
      let month = relative(profile.month)
      let week =
        profile.byHourOfWeek.map(relative)
        ?? relative(profile.dayOfWeek).flatMap { day in relative(profile.hourOfDay).map { $0 * day } }
      let perHour = profile.perYear * profile.scale / 365 / 24
      return hours.map { hour in
        let civil = zone.civilTime(at: hour)
        let place = civil.weekday * 24 + Int(civil.timeOfDay / .hour)
        return perHour * month[civil.month - 1] * week[place] * remaining
      }
    case .appointments(let book):
      return hours.map { hour in
        let civil = zone.civilTime(at: hour)
        let time = max(0, min(civil.timeOfDay + .hour, book.to) - max(civil.timeOfDay, book.from))
        let slots = book.days[civil.weekday] ? Double(time) / Double(max(book.every, 1)) : 0
        return slots * Double(book.places) * book.booked * book.shows * remaining
      }
    case .trace(let rows):
      var counts = [Milliseconds: Double](minimumCapacity: hours.count)
      for row in rows { counts[row.time / .hour, default: 0] += remaining }
      return hours.map { counts[$0 / .hour] ?? 0 }
    }
  }
}
