import ContactCentre
import DiscreteEvents
import Writing

/// What a player must know of a run besides what changed when.
struct PlaybackHeader {
  private let plan: Plan

  init(_ plan: Plan) { self.plan = plan }

  /// Names, limits, places and clocks. Times are milliseconds since the first instant of the run.
  var members: [JSONValue.Member] {
    let scenario = plan.scenario
    let teams = scenario.teamNames
    let channels: [JSONValue] = scenario.channels.map { channel in
      .members([
        "name": Self.name(channel.id),
        "within": channel.target.map { .integer(Int($0.within)) } ?? .null,
        "deferred": .bool(channel.kind.isDeferred),
      ])
    }
    var value: [JSONValue.Member] = [
      .init(name: "origin", value: .integer(Int(plan.origin))),
      .init(name: "start", value: .integer(Int(plan.windowStart))),
      .init(name: "end", value: .integer(Int(plan.windowEnd))),
      .init(name: "length", value: .integer(Int(plan.end))),
      .init(name: "zone", value: zone),
      .init(name: "channels", value: .array(channels)),
      .init(name: "teams", value: .array(teams.map(Self.name))),
      .init(
        name: "words",
        value: .object(
          EventKind.allCases.map { .init(name: String($0.rawValue), value: .string($0.words)) })),
    ]
    if let response = scenario.response { value.append(.init(name: "response", value: places(response))) }
    return value
  }

  private static func name(_ name: String) -> JSONValue { .string(HTMLText.readable(name)) }

  /// When clocks have which offset: pairs of time and milliseconds ahead of UTC, for a day longer than the run, to know which
  /// times at its end the clocks show twice.
  private var zone: JSONValue {
    let zone = plan.scenario.calendar.zone
    var pairs: [JSONValue] = [.array([.integer(0), .integer(Int(zone.offset(at: plan.origin)))])]
    var instant = plan.origin
    while let change = zone.nextChange(after: instant), change < plan.origin + plan.end + .day {
      pairs.append(.array([.integer(Int(change - plan.origin)), .integer(Int(zone.offset(at: change)))]))
      instant = change
    }
    return .array(pairs)
  }

  private func places(_ response: Response) -> JSONValue {
    let frame = MapFrame(response)
    let names = MapNames(response, in: frame)
    func place(_ name: String, _ location: Location, radius: Double = 0) -> JSONValue {
      .members([
        "name": Self.name(name), "x": .number((frame.across(location) * 10).rounded() / 10),
        "y": .number((frame.down(location) * 10).rounded() / 10),
        "r": .number((frame.length(kilometres: radius) * 10).rounded() / 10),
      ])
    }
    return .members([
      "width": .number(Plot.width), "height": .number(frame.height), "latitude": .number(frame.centre.latitude),
      "longitude": .number(frame.centre.longitude), "north": .number(frame.north), "east": .number(frame.east),
      "grades": .array(response.grades.map { .members(["name": Self.name($0.id)]) }),
      "hubs": .array(response.hubs.map { place($0.id, $0.location) }),
      "labels": .array(
        zip(names.names, names.sides).map {
          .members(["text": Self.name($0), "side": .string(String(describing: $1))])
        }),
      "areas": .array(response.areas.map { place($0.id, $0.centre, radius: MapFrame.radius(of: $0)) }),
      "suites": .array((response.custody?.suites ?? []).map { place($0.id, $0.location) }),
    ])
  }
}
