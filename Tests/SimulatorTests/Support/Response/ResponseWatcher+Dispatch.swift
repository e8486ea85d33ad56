import ContactCentre
import DiscreteEvents

// Who is sent where, by the published rule.
extension ResponseWatcher {
  enum Source { case free, onTheWay, atScene }

  /// A unit that could be sent, and what speaks for it.
  private struct Candidate {
    var unit: UInt16
    var time: Double
    var spot: Spot
    var hub = 0
    var since: Milliseconds = 0
  }

  private func grades(_ names: [String], like grade: Grade) -> Set<Int> {
    Set(names.compactMap { gradeNumbers[$0] }.filter { response.grades[$0].attendedBy == grade.attendedBy })
  }

  private func isOnTheWay(_ unit: Unit) -> Bool { unit.state == .mobilising || unit.state == .mobile }

  /// The incident to be served next, and how; nil if nobody can be sent now.
  var nextToServe: (incident: UInt32, source: Source)? {
    if response.dispatchers != nil, dispatcher == nil { return nil }
    for number in order {
      let grade = response.grades[number]
      for list in [number * 2, number * 2 + 1] where !lists[list].isEmpty {
        guard let source = source(for: grade, isFirst: list == number * 2),
          let head = lists[list].min(by: { (opened($0), $0) < (opened($1), $1) })
        else { continue }
        return (head, source)
      }
    }
    return nil
  }

  private func opened(_ number: UInt32) -> Milliseconds { incidents[number]?.opened ?? 0 }

  private func source(for grade: Grade, isFirst: Bool) -> Source? {
    if units.values.count(where: { $0.state == .free && $0.role == grade.attendedBy }) > grade.leavesFree {
      return .free
    }
    guard isFirst else { return nil }
    let onTheWay = grades(grade.preempts, like: grade)
    if units.values.contains(where: { isOnTheWay($0) && onTheWay.contains($0.grade) }) { return .onTheWay }
    let atScene = grades(grade.preemptsAtScene, like: grade)
    return units.values.contains { $0.state == .atScene && atScene.contains($0.grade) } ? .atScene : nil
  }

  private func candidates(for incident: Incident, _ source: Source) -> [Candidate] {
    let grade = grade(incident)
    func arrival(_ spot: Spot) -> Double { reckoner.time(spot, incident.spot, isBlueLight: grade.isBlueLight) }
    return units.compactMap { number, unit -> Candidate? in
      let spot = whereabouts(unit)
      let gettingReady = Double(mobilisationLeft(unit))
      switch source {
      case .free:
        guard unit.state == .free, unit.role == grade.attendedBy else { return nil }
        switch response.policy {
        case .nearestHub:
          let hub = reckoner.hubs[unit.hub]
          return Candidate(unit: number, time: arrival(hub), spot: hub, hub: unit.hub, since: unit.since)
        case .nearestTime:
          let mobilisation = unit.arrives <= now ? response.travel.mobilisation.mean * 1_000 : 0
          return Candidate(unit: number, time: arrival(spot) + mobilisation, spot: spot, since: unit.since)
        }
      case .onTheWay:
        guard isOnTheWay(unit), grades(grade.preempts, like: grade).contains(unit.grade) else { return nil }
      case .atScene:
        guard unit.state == .atScene, grades(grade.preemptsAtScene, like: grade).contains(unit.grade) else {
          return nil
        }
      }
      return Candidate(unit: number, time: arrival(spot) + gettingReady, spot: spot)
    }
  }

  /// Whether one must be preferred, whatever the last digits of a journey's length.
  private func isBetter(_ one: Candidate, than other: Candidate) -> Bool {
    guard one.spot.isSure, other.spot.isSure else { return false }
    if abs(one.time - other.time) > reckoner.tolerance { return one.time < other.time }
    guard one.time == other.time, reckoner.hasMatrix || one.spot == other.spot else { return false }
    return (one.hub, one.since, one.unit) < (other.hub, other.since, other.unit)
  }

  /// The incident that a unit is sent to is the next, and the unit the best there is.
  mutating func checkChoice(_ event: Event, _ source: Source) -> Incident? {
    guard let next = nextToServe, let incident = incidents[next.incident] else {
      fail("nobody should have been sent")
      return incidents[event.subject]
    }
    check(
      next.incident == event.subject && next.source == source,
      "incident \(next.incident) should have been served, \(next.source), not \(event.subject), \(source)")
    let expected = response.dispatchers == nil ? Event.noHandler : dispatcher
    check(event.group == expected, "sent by the wrong dispatcher")
    guard next.incident == event.subject, next.source == source else { return incidents[event.subject] }
    let candidates = candidates(for: incident, source)
    guard let chosen = candidates.first(where: { $0.unit == event.resource }) else {
      fail("unit \(event.resource) cannot be sent")
      return incident
    }
    if incident.spot.isSure, let better = candidates.first(where: { isBetter($0, than: chosen) }) {
      fail("unit \(better.unit) should have been sent: \(better) rather than \(chosen)")
    }
    return incident
  }
}
