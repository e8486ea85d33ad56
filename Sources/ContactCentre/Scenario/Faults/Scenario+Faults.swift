extension Scenario {
  /// What a simulation could make no sense of in this, or a wrong one: names that nothing has, numbers that are none or out
  /// of range, lists that are too short, things there twice, and more of something than a simulation can hold. Empty if it
  /// can be simulated.
  ///
  /// For scenarios that are made or changed in code. One that a scenario reader has read has no faults, since the reader
  /// checks all of this and says where in the file it is written.
  ///
  /// What only sums up (the heads of all teams, the contacts of a run) is looked at once everything else is right. At most
  /// 200 faults are listed. O(scenario), with the rows of its traces and rosters, and a sort of the latter.
  public func faults() -> [ScenarioFault] {
    var finder = FaultFinder(self)
    finder.findUnknownNames()
    finder.findUnknownNamesOfSizing()
    finder.findDoubles()
    finder.findWrongLengths()
    finder.findWrongCounts()
    finder.findWrongTimes()
    finder.findWrongDistributions()
    finder.findWrongNumbersOfDemand()
    finder.findWrongNumbersOfContacts()
    finder.findWrongNumbersOfPeople()
    finder.findWrongNumbersOfResponse()
    if finder.faults.isEmpty {
      finder.findSharesBeyondOne()
      finder.findCircles()
      finder.findPlacesOutOfReach()
      finder.findTotalsTooLarge()
    }
    return finder.faults
  }

  /// The first name in what is simulated that nothing has; nil if all are known. Recorded contacts are not looked at: what
  /// they turned out to be is drawn where its name is unknown.
  var unknownName: ScenarioFault? {
    var finder = FaultFinder(self)
    finder.findUnknownNames()
    return finder.faults.first
  }
}

/// Looks through a scenario and notes what is wrong with it.
struct FaultFinder {
  /// Faults listed before the rest are left out.
  private static let most = 200

  let scenario: Scenario
  private(set) var faults: [ScenarioFault] = []

  init(_ scenario: Scenario) { self.scenario = scenario }

  /// Whether there is room for another fault. Where not, nobody need look for it.
  var hasRoom: Bool { faults.count < Self.most }

  @inline(never)
  mutating func note(_ keys: [String], _ message: String, _ remedy: String) {
    if hasRoom { faults.append(ScenarioFault(keys, message, remedy)) }
  }
}
