import ContactCentre
import DiscreteEvents
import Simulator
import Writing

/// A world as programs read it: the tree of the published schema `watchroom/world/1`. Lengths of time are in seconds.
struct WorldJSON {
  static let schema = "watchroom/world/1"

  private let report: WorldReport

  init(_ report: WorldReport) { self.report = report }

  var value: JSONValue {
    let world = report.world
    return .members([
      "schema": .string(Self.schema),
      "scenario": .string(report.scenario.name),
      "time": time(report.time),
      "lastEvent": time(world.time),
      "queues": .object(
        report.scenario.channels.enumerated().map { index, channel in
          let waiting = index < world.queues.count ? world.queues[index] : []
          return JSONValue.Member(
            name: channel.id,
            value: .members([
              "priority": .number(channel.priority), "waiting": .array(waiting.compactMap(report.contact).map(contact)),
            ]))
        }),
      "otherContacts": .array(
        world.contacts.filter { $0.state != .waiting && $0.state != .awaitingCallback }.map(contact)),
      "followUps": .array(world.followUps.map(followUp)),
      "handlers": .array(world.handlers.map(handler)),
      "incidents": .array(world.incidents.map(incident)),
      "units": .array(world.units.map(unit)),
    ])
  }

  private func contact(_ contact: WorldView.Contact) -> JSONValue {
    let state =
      switch contact.state {
      case .atFront: "front"
      case .waiting: "waiting"
      case .awaitingCallback: "awaiting-callback"
      case .handled: "handled"
      case .introducing: "introducing"
      case .briefing: "briefing"
      case .wrappedUp: "wrap-up"
      case .redialling: "redialling"
      }
    return .members([
      "number": .unsigned(UInt64(contact.number)),
      "channel": .string(report.scenario.channels[contact.channel].id),
      "state": .string(contact.isLeft ? "left" : state),
      "since": time(contact.since),
      "seconds": .number(report.age(contact.since)),
      "until": contact.until.map(time) ?? .null,
      "handler": contact.handler.map(JSONValue.integer) ?? .null,
      "attempt": .integer(contact.attempt),
      "incident": contact.incident.map { .unsigned(UInt64($0)) } ?? .null,
    ])
  }

  private func followUp(_ item: WorldView.FollowUp) -> JSONValue {
    .members([
      "item": .unsigned(UInt64(item.item)),
      "channel": .string(report.scenario.channels[item.channel].id),
      "contact": .unsigned(UInt64(item.contact)),
      "due": time(item.due),
    ])
  }

  private func handler(_ handler: WorldView.Handler) -> JSONValue {
    .members([
      "position": .integer(handler.position),
      "team": .string(report.teams[handler.team]),
      "state": .string(WorldText.word(handler.state)),
      "contacts": .array(handler.contacts.map { .unsigned(UInt64($0)) }),
      "left": .array(handler.left.map { .unsigned(UInt64($0)) }),
      "unit": handler.unit.map(JSONValue.integer) ?? .null,
      "tourEnds": handler.tourEnds.map(time) ?? .null,
    ])
  }

  private func incident(_ incident: WorldView.Incident) -> JSONValue {
    .members([
      "number": .unsigned(UInt64(incident.number)),
      "grade": .string(report.grades[incident.grade]),
      "opened": time(incident.opened),
      "seconds": .number(report.age(incident.opened)),
      "contact": incident.contact.map { .unsigned(UInt64($0)) } ?? .null,
      "attended": .bool(incident.isAttended),
      "appointment": incident.appointment.map(time) ?? .null,
      "unitsWanted": .integer(incident.unitsWanted),
      "units": .array(incident.units.map(JSONValue.integer)),
      "latitude": .number(incident.location.latitude),
      "longitude": .number(incident.location.longitude),
    ])
  }

  private func unit(_ unit: WorldView.Unit) -> JSONValue {
    .members([
      "number": .integer(unit.number),
      "hub": .string(report.hubs[unit.hub]),
      "role": .string(unit.role == .diary ? "diary" : "response"),
      "state": .string(WorldText.word(unit.state)),
      "since": time(unit.since),
      "until": unit.until.map(time) ?? .null,
      "incident": unit.incident.map { .unsigned(UInt64($0)) } ?? .null,
      "latitude": .number(unit.location.latitude),
      "longitude": .number(unit.location.longitude),
      "tourEnds": unit.tourEnds.map(time) ?? .null,
    ])
  }

  private func time(_ time: Milliseconds) -> JSONValue { .string(report.local(time).iso8601) }
}
