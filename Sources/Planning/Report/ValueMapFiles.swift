import DiscreteEvents
import Experiments
import Findings
import Metrics
import Writing

/// A value map as a table for spreadsheets (RFC 4180).
public struct ValueMapFiles: Sendable {
  private let map: ValueMap

  /// The table of `map`.
  public init(_ map: ValueMap) { self.map = map }

  /// A row for every figure, with a header: whose one more (a team, or a hub), when (weekday and hour, hour alone, or shift),
  /// which figure, the gain and its half-width, and for service levels the points of all measured days. Of a channel whose
  /// contacts lie over there are hours alone.
  public var csv: String {
    var text = "of,weekday,hour,shift,figure,gain,halfWidth,points\n"
    func row(
      _ of: String, _ weekday: String, _ hour: String, _ shift: String, _ figure: String, _ gain: Estimate,
      _ points: Double?
    ) {
      let fields = [
        CSVCell.name(of), weekday, hour, CSVCell.name(shift), CSVCell.written(figure),
        CSVCell.number(gain.mean, .count), CSVCell.number(gain.halfWidth, .count), CSVCell.number(points),
      ]
      text += fields.joined(separator: ",") + "\n"
    }
    for team in map.teams {
      for channel in team.channels {
        for (place, cell) in (channel.liesOver ? channel.byHour : channel.cells).enumerated() {
          guard let cell else { continue }
          let (day, hour) = (channel.liesOver ? "" : CivilTime.weekdayKeys[place / 24], String(place % 24))
          row(team.team, day, hour, "", "channels.\(channel.channel).answeredInTime", cell.inTime, cell.points)
          row(team.team, day, hour, "", "channels.\(channel.channel).notAbandoned", cell.saved, nil)
        }
      }
      for grade in team.grades {
        for (place, gain) in grade.cells.enumerated() {
          guard let gain else { continue }
          row(
            team.team, CivilTime.weekdayKeys[place / 24], String(place % 24), "",
            "grades.\(grade.grade).attendedInTime", gain, nil)
        }
      }
    }
    for tour in map.tours {
      for (grade, gain) in zip(map.grades, tour.inTime) {
        row(tour.hub, "", "", tour.shift, "grades.\(grade).attendedInTime", gain, nil)
      }
    }
    return CSVMark.marked(text)
  }
}
