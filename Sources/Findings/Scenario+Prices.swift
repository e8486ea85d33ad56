import ContactCentre

extension Scenario {
  /// Whether an hour of any team, of the dispatchers or of any hub costs something: otherwise costs are all nothing, and say
  /// nothing.
  package var hasPrices: Bool {
    teams.contains { $0.costPerHour > 0 } || (response?.dispatchers?.costPerHour ?? 0) > 0
      || (response?.hubs ?? []).contains { $0.costPerHour > 0 }
  }
}
