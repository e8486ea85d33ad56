import DiscreteEvents
import Experiments
import Findings
import Writing

/// A value map for programs: `watchroom/value-map/1`.
public struct ValueMapJSON: Sendable {
  /// The schema the document follows, as it says itself.
  public static let schema = "watchroom/value-map/1"

  private let map: ValueMap
  private let name: String
  private let provenance: Provenance

  /// A document about `map`, of the scenario called `name`.
  public init(_ map: ValueMap, name: String, provenance: Provenance) {
    self.map = map
    self.name = name
    self.provenance = provenance
  }

  /// The document, with a newline at its end. The same map always gives the same bytes.
  public var text: String {
    func estimate(_ value: Estimate) -> JSONValue { JSONValue.estimate(value) }
    let teams = map.teams.map { team in
      let channels = team.channels.map { channel in
        JSONValue.Member(name: channel.channel, value: Self.cells(channel.cells, byWeekday: true))
      }
      let channelsByHour = team.channels.map { channel in
        JSONValue.Member(name: channel.channel, value: Self.cells(channel.byHour, byWeekday: false))
      }
      let grades = team.grades.map { grade in
        let cells = grade.cells.enumerated().compactMap { place, gain in
          gain.map { gain in
            JSONValue.members([
              "weekday": .string(CivilTime.weekdayKeys[place / 24]), "hour": .integer(place % 24),
              "attendedInTime": estimate(gain),
            ])
          }
        }
        return JSONValue.Member(name: grade.grade, value: .array(cells))
      }
      let byHour = team.grades.map { JSONValue.Member(name: $0.grade, value: .array($0.byHour.map(estimate))) }
      return JSONValue.Member(
        name: team.team,
        value: .members([
          "costPerHour": .number(team.costPerHour), "channels": .object(channels),
          "channelsByHour": .object(channelsByHour), "grades": .object(grades), "gradesByHour": .object(byHour),
        ]))
    }
    let tours = map.tours.map { tour in
      JSONValue.members([
        "hub": .string(tour.hub), "shift": .string(tour.shift), "officers": .integer(tour.officers),
        "cost": .number(tour.cost),
        "attendedInTime": .object(
          zip(map.grades, tour.inTime).map { JSONValue.Member(name: $0, value: estimate($1)) }),
      ])
    }
    return JSONWriter.document(
      .members([
        "schema": .string(Self.schema),
        "scenario": .members(["name": .string(name), "digest": .string(provenance.scenarioDigest)]),
        "engine": .string(provenance.engine), "seed": .unsigned(map.seed), "replications": .integer(map.replications),
        "byHourOnly": .array(byHourOnly.map { .string($0) }), "teams": .object(teams), "tours": .array(tours),
      ]))
  }

  /// The channels whose contacts lie over, so that their gains cannot be told by weekday.
  private var byHourOnly: [String] { map.teams.first?.channels.filter(\.liesOver).map(\.channel) ?? [] }

  private static func cells(_ cells: [ValueMap.Cell?], byWeekday: Bool) -> JSONValue {
    .array(
      cells.enumerated().compactMap { place, cell in
        guard let cell else { return nil }
        let gains: [JSONValue.Member] = [
          .init(name: "answeredInTime", value: .estimate(cell.inTime)),
          .init(name: "notAbandoned", value: .estimate(cell.saved)), .init(name: "points", value: .number(cell.points)),
        ]
        let hour = JSONValue.Member(name: "hour", value: .integer(place % 24))
        let weekday = JSONValue.Member(name: "weekday", value: .string(CivilTime.weekdayKeys[place / 24 % 7]))
        return .object((byWeekday ? [weekday, hour] : [hour]) + gains)
      })
  }
}
