import DiscreteEvents

extension Plan {
  /// A plan of the tours of `staffs` and nothing else, as if they were the officers of hubs in this order: so
  /// ``forEachOfficerTour(_:)`` tells of handlers and dispatchers as well.
  package convenience init(toursOf staffs: [Staff], shifts: [Shift], calendar: ScenarioCalendar) {
    let nowhere = Location(latitude: 0, longitude: 0)
    self.init(
      Scenario(
        name: "", calendar: calendar, channels: [], shifts: shifts,
        response: Response(
          grades: [], areas: [], hubs: staffs.map { Hub(id: "", location: nowhere, officers: $0) })))
  }

  /// Hands over the tours of the hubs' officers, response and diary, as they are rostered: whether they come or not, at the
  /// hub whose they are, and without those whom a minimum brings in. Of hub number `hub` so many `heads` are rostered from
  /// `start` to `end`, since the first instant of the run; what is over before that is left out.
  ///
  /// They follow from the roster and the calendar alone, and so are the same in every replication. In order of their starts,
  /// up to the end of the measured window. O(tours of officers).
  package func forEachOfficerTour(
    _ body: (_ hub: Int, _ heads: Int, _ start: Milliseconds, _ end: Milliseconds) -> Void
  ) {
    guard scenario.response?.hubs.isEmpty == false else { return }
    // Whose key it is does not matter: it decides who comes, and not who was to.
    var roster = DutyRoster(plan: self, root: RandomKey(bits: 0), officersAlone: true)
    var group: (hub: Int, heads: Int, start: Milliseconds, end: Milliseconds)?
    while roster.nextMoment != Calendar.never {
      let duty = roster.next
      guard duty.start < windowEnd, let hub = roster.hub(of: duty).map(Int.init) else { break }
      if let tour = group, tour == (hub, tour.heads, duty.start, duty.end) {
        group = (hub, tour.heads + Int(duty.officers), duty.start, duty.end)
      } else {
        if let tour = group { body(tour.hub, tour.heads, tour.start, tour.end) }
        group = (hub, Int(duty.officers), duty.start, duty.end)
      }
      roster.advance()
    }
    if let tour = group { body(tour.hub, tour.heads, tour.start, tour.end) }
  }
}
