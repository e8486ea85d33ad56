import ContactCentre
import DiscreteEvents

extension Channel {
  /// How many contacts are expected to need a handler in the hour that begins at each of `hours`, which follow one another.
  ///
  /// Those of the scenario, but for what stages before the queue contain or divert, by what is chosen there. Left out are
  /// busyness, replies to messages, redials, public holidays and passing factors. A profile's hour has the rate of its
  /// beginning.
  func expectedArrivals(in hours: [Milliseconds], zone: ZoneRules) -> [Double] {
    let remaining = front.reduce(1.0) { share, stage in
      share
        * stage.ways.reduce(0) { rest, way in
          rest + way.share * (1 - way.contains - way.divertsTo.reduce(0) { $0 + $1.share })
        }
    }
    switch arrivals {
    case .profile(let profile):
      let weights = ArrivalProfile.Weights(profile)
      let perRate = Double(Milliseconds.hour) * profile.scale * remaining
      return hours.map { weights.rate(at: zone.civilTime(at: $0)) * perRate }
    case .appointments(let book):
      return hours.map { hour in
        let civil = zone.civilTime(at: hour)
        let time = max(0, min(civil.timeOfDay + .hour, book.to) - max(civil.timeOfDay, book.from))
        let slots = book.days[civil.weekday] ? Double(time) / Double(max(book.every, 1)) : 0
        return slots * Double(book.places) * book.booked * book.shows * remaining
      }
    case .trace(let rows):
      var counts = [Double](repeating: 0, count: hours.count)
      guard let first = hours.first else { return counts }
      for row in rows where row.time >= first {
        let place = Int((row.time - first) / .hour)
        if counts.indices.contains(place) { counts[place] += remaining }
      }
      return counts
    }
  }
}
