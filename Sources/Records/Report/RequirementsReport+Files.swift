import Erlang
import Writing

/// Requirements for programs and for spreadsheets.
extension RequirementsReport {
  /// How every table of requirements begins.
  package static let csvBeginning = "channel,start,minutes,offered,handling,load,required,"

  /// Rows for a spreadsheet, with a header: every interval, with all that is known of it. Times are in seconds, shares
  /// between 0 and 1; cells of what is not known are empty.
  public var csv: String {
    let header =
      Self.csvBeginning
      + "rostered,serviceLevel,serviceLevelOfAnswered,abandonmentRate,meanWait,meanSpeedOfAnswer,occupancy\n"
    let rows = requirements.intervals.map { row($0).joined(separator: ",") + "\n" }
    return CSVMark.marked(header + rows.joined())
  }

  private func row(_ interval: IntervalRequirement) -> [String] {
    let (volume, queue) = (interval.volume, interval.queue)
    let numbers = [volume.offered, volume.handling, interval.load]
    let figures = [
      queue?.serviceLevel, queue?.serviceLevelOfAnswered, queue?.abandonment, queue?.meanWait,
      queue?.meanWaitOfAnswered, queue?.occupancy,
    ]
    var cells = [CSVCell.name(table.channel), dates.start(volume.start), String(table.minutes)]
    cells += numbers.map { CSVCell.number($0) }
    cells += [String(interval.required), interval.rostered.map(String.init) ?? ""]
    cells += figures.map { CSVCell.number($0) }
    return cells
  }

  /// The report for programs, with a newline at its end. Times are in seconds; what is not known is `null`, and so is the time
  /// zone of a week without dates.
  public var json: String {
    let target = requirements.goals.map { JSONValue.Member(name: $0.key, value: .number($0.bound)) }
    return JSONWriter.document(
      .members([
        "schema": .string(Self.schema), "engine": .string(Engine.name),
        "formula": .string(requirements.patience == nil ? "C" : "A"), "volumes": .string(table.path),
        "channel": .string(table.channel), "timeZone": table.isWeek ? .null : .string(table.timeZone),
        "minutes": .integer(table.minutes),
        "missing": .integer(table.missing), "patience": Self.number(requirements.patience),
        "within": .number(requirements.within), "target": .object(target),
        "shrinkage": Self.number(requirements.shrinkage), "total": total,
        "intervals": .array(requirements.intervals.map(json)),
      ]))
  }

  private var total: JSONValue {
    .members([
      "offered": .number(totals.offered), "loadHours": .number(totals.loadHours),
      "requiredHours": .number(totals.requiredHours), "rosteredHours": Self.number(totals.rosteredHours),
      "peak": totals.peak.map { peak in
        .members([
          "start": .string(dates.start(peak.volume.start)), "required": .integer(peak.required),
          "rostered": peak.rostered.map(JSONValue.integer) ?? .null,
        ])
      } ?? .null,
      "serviceLevel": .members([
        "ofOffered": Self.number(totals.serviceLevel), "ofAnswered": Self.number(totals.serviceLevelOfAnswered),
      ]),
      "abandonmentRate": Self.number(totals.abandonment), "meanWait": Self.number(totals.meanWait),
      "meanSpeedOfAnswer": Self.number(totals.meanWaitOfAnswered), "occupancy": Self.number(totals.occupancy),
    ])
  }

  private func json(_ interval: IntervalRequirement) -> JSONValue {
    let queue = interval.queue
    return .members([
      "start": .string(dates.start(interval.volume.start)), "seconds": .number(interval.volume.length),
      "offered": .number(interval.volume.offered), "handling": Self.number(interval.volume.handling),
      "load": .number(interval.load), "required": .integer(interval.required),
      "rostered": interval.rostered.map(JSONValue.integer) ?? .null,
      "serviceLevel": .members([
        "ofOffered": Self.number(queue?.serviceLevel), "ofAnswered": Self.number(queue?.serviceLevelOfAnswered),
      ]),
      "abandonmentRate": Self.number(queue?.abandonment), "meanWait": Self.number(queue?.meanWait),
      "meanSpeedOfAnswer": Self.number(queue?.meanWaitOfAnswered), "occupancy": Self.number(queue?.occupancy),
    ])
  }

  private static func number(_ number: Double?) -> JSONValue { number.map(JSONValue.number) ?? .null }
}
