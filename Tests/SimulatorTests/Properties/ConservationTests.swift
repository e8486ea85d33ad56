import ContactCentre
import DiscreteEvents
import Testing

@testable import Simulator

@Suite struct ConservationTests {
  /// Offered = contained + diverted + answered + abandoned + waiting, for every channel at every instant: the left side
  /// and all but the last term are counted from the log, those who wait are found in the world.
  @Test(arguments: 0..<4)
  func everyContactOfferedIsAccountedFor(share: UInt64) throws {
    for seed in 200 + share * 12..<212 + share * 12 {
      let plan = Plan(randomCentre(seed))
      let replayed = Simulation(plan: plan, seed: 1, replication: 0)
      var balance = Array(repeating: 0, count: plan.scenario.channels.count)
      var channelOf: [UInt32: Int] = [:]
      for (index, event) in run(plan).enumerated() {
        replayed.world.pointee.evolve(event)
        switch event.kind {
        case .contactArrived, .contactRedialled, .contactFollowedUp, .contactTransferred:
          channelOf[event.subject] = Int(event.resource)
          balance[Int(event.resource)] += 1
        case .contactDiverted:
          balance[channelOf[event.subject] ?? 0] -= 1
          balance[Int(event.resource)] += 1
          channelOf[event.subject] = Int(event.resource)
        case .contactContained, .contactAnswered, .contactAbandoned:
          balance[channelOf[event.subject] ?? 0] -= 1
        default: continue
        }
        var waiting = Array(repeating: 0, count: balance.count)
        for contact in replayed.world.pointee.contacts.live {
          switch contact.state {
          case .atFront, .inStage, .unsettled, .waiting, .awaitingCallback: waiting[Int(contact.channel)] += 1
          default: break
          }
        }
        try #require(balance == waiting, "scenario \(seed), event \(index)")
      }
    }
  }

  /// Incidents opened = closed + open, and units signed on = signed off + on duty, at every event: the world against the
  /// log.
  @Test(arguments: 0..<4)
  func everyIncidentAndUnitIsAccountedFor(share: UInt64) throws {
    for seed in 200 + share * 8..<208 + share * 8 {
      let plan = Plan(randomResponse(seed))
      let replayed = Simulation(plan: plan, seed: 1, replication: 0)
      var (open, onDuty) = (0, 0)
      for (index, event) in run(plan).enumerated() {
        replayed.world.pointee.evolve(event)
        switch event.kind {
        case .incidentOpened: open += 1
        case .incidentClosed: open -= 1
        case .unitSignedOn: onDuty += 1
        case .unitSignedOff: onDuty -= 1
        default: continue
        }
        let known = replayed.world.pointee.response.incidents.live.count { $0.state != .coming }
        try #require(known == open, "scenario \(seed), event \(index)")
        try #require(replayed.world.pointee.response.units.onDuty.count == onDuty, "scenario \(seed), event \(index)")
      }
    }
  }
}
