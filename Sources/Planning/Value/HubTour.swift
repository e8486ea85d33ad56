import ContactCentre

/// A hub, and a shift that its officers work.
struct HubTour {
  let hub: Hub
  /// The place of the hub in the scenario.
  let place: Int
  let shift: Shift
  /// How many officers one more unit has.
  let officers: Int
  /// Those of its tours that reach into the measured days.
  let tours: [ShiftTour]
}

extension Scenario {
  /// The tours of hubs on which there may be one more unit.
  var hubTours: [HubTour] {
    guard let response else { return [] }
    let officers = response.singleCrewed >= 1 ? 1 : 2
    return response.hubs.enumerated().flatMap { place, hub -> [HubTour] in
      guard case .shifts(let worked) = hub.officers else { return [] }
      return worked.compactMap { heads in
        guard let shift = shifts.first(where: { $0.id == heads.shift }) else { return nil }
        let tours = tours(of: shift).filter { heads.count(weekday: $0.weekday, isHoliday: $0.isHoliday) > 0 }
        return tours.isEmpty ? nil : HubTour(hub: hub, place: place, shift: shift, officers: officers, tours: tours)
      }
    }
  }

  /// The same with one more unit on every tour that the hub has of the shift.
  func withUnit(on tour: HubTour) -> Scenario {
    guard case .shifts(var worked) = tour.hub.officers else { return self }
    for place in worked.indices where worked[place].shift == tour.shift.id {
      for day in worked[place].heads.indices where worked[place].heads[day] > 0 {
        worked[place].heads[day] += tour.officers
      }
      if let holiday = worked[place].holiday, holiday > 0 { worked[place].holiday = holiday + tour.officers }
    }
    var scenario = self
    scenario.response?.hubs[tour.place].officers = .shifts(worked)
    return scenario
  }
}
