import ContactCentre

/// A team, or the response officers of a hub, of which a search may change the heads.
struct SizedGroup {
  let owner: StaffLever.Owner
  let name: String
  let staff: Staff
  let costPerHour: Double
  let role: Role
  /// What is said of its shifts.
  let limits: [Sizing.Limit]

  /// The heads of its shifts; nil where they are said by the hour.
  var worked: [Staff.ShiftHeads]? {
    guard case .shifts(let heads) = staff else { return nil }
    return heads
  }

  /// A group; nil if it stays as it is, because that is said, or because named people or turns are not heads.
  fileprivate init?(
    _ owner: StaffLever.Owner, _ name: String, _ staff: Staff, _ costPerHour: Double, _ role: Role,
    _ said: [Sizing.Group]
  ) {
    let said = said.first { $0.id == name }
    switch staff {
    case .shifts, .intervals: if said?.isFixed == true { return nil }
    case .roster, .rotation: return nil
    }
    self.owner = owner
    self.name = name
    self.staff = staff
    self.costPerHour = costPerHour
    self.role = role
    limits = said?.limits ?? []
  }
}

extension Scenario {
  /// What is said of sizes, or what holds where nothing is.
  var sizingTerms: Sizing { sizing ?? Sizing() }

  /// The hubs of which a search may change the officers: all of them if grades' targets must be met.
  var sizedHubs: [Hub] { sizingTerms.grades ? response?.hubs ?? [] : [] }

  /// The teams and hubs of which a search may change the heads.
  var sizedGroups: [SizedGroup] {
    let terms = sizingTerms
    return teams.enumerated().compactMap { index, team in
      SizedGroup(.team(index), team.id, team.staff, team.costPerHour, team.role, terms.teams)
    }
      + sizedHubs.enumerated().compactMap { index, hub in
        SizedGroup(.hub(index), hub.id, hub.officers, hub.costPerHour, hub.role, terms.hubs)
      }
  }

  /// What plans are compared by is hours where none of those whose heads may change has a price.
  var isSizedByHours: Bool { sizedGroups.allSatisfy { $0.costPerHour == 0 } }

  /// The scenario with the prices by which plans are compared: its own; or 1 an hour for everybody if plans are compared by
  /// hours, so that costs are hours as they are paid, with premiums and overtime at their factors.
  var pricedForSizing: Scenario {
    guard isSizedByHours else { return self }
    var priced = self
    for team in teams.indices { priced.teams[team].costPerHour = 1 }
    priced.response?.dispatchers?.costPerHour = 1
    for hub in (response?.hubs ?? []).indices { priced.response?.hubs[hub].costPerHour = 1 }
    return priced
  }
}
