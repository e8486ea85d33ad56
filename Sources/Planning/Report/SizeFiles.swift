import ContactCentre
import DiscreteEvents
import Writing

/// A plan as files: an overlay for scenarios, and a roster for spreadsheets.
public struct SizeFiles: Sendable {
  private let size: StaffingSize
  private let original: Scenario

  /// The files of the plan of `size`, which was looked for in `original`.
  public init(_ size: StaffingSize, of original: Scenario) {
    self.size = size
    self.original = original
  }

  /// A merge patch that gives the scenario the plan's heads, with a newline at its end.
  ///
  /// Every shift that could be changed is named, with one number, or one for each weekday.
  public var overlay: String {
    let teams = size.scenario.teams.enumerated().compactMap { index, team -> JSONValue.Member? in
      let shifts = staff(of: .team(index), team.staff)
      guard !shifts.isEmpty else { return nil }
      var removed: [JSONValue.Member] = []
      if case .intervals = original.teams[index].staff {
        removed = ["byHour", "csv"].map { JSONValue.Member(name: $0, value: .null) }
      }
      return JSONValue.Member(name: team.id, value: .members(["staff": .object(removed + shifts)]))
    }
    let hubs = (size.scenario.response?.hubs ?? []).enumerated().compactMap { index, hub -> JSONValue.Member? in
      let shifts = staff(of: .hub(index), hub.officers)
      return shifts.isEmpty ? nil : JSONValue.Member(name: hub.id, value: .members(["officers": .object(shifts)]))
    }
    var members = [JSONValue.Member(name: "teams", value: .object(teams))]
    if !hubs.isEmpty {
      members.append(JSONValue.Member(name: "response", value: .members(["hubs": .object(hubs)])))
    }
    return JSONWriter.document(.object(members))
  }

  private func staff(of owner: StaffLever.Owner, _ staff: Staff) -> [JSONValue.Member] {
    guard case .shifts(let shifts) = staff else { return [] }
    let sized = Set(size.levers.filter { $0.owner == owner }.map(\.shiftName))
    return shifts.filter { sized.contains($0.shift) }.map { shift in
      let isSame = Set(shift.heads).count == 1
      let days = zip(["mon", "tue", "wed", "thu", "fri", "sat", "sun"], shift.heads)
      return JSONValue.Member(
        name: shift.shift,
        value: isSame
          ? .integer(shift.heads[0]) : .object(days.map { JSONValue.Member(name: $0, value: .integer($1)) }))
    }
  }

  /// Who works when, a row for every tour of the teams that were sized, from the warm-up on: `handler,start,end,team`.
  ///
  /// Opens in a spreadsheet, and `staff: { csv: … }` reads it back. Handlers are numbered, because who they are is for the
  /// force to say; a roster of tours has no breaks, so that a plan with breaks scores a little less as an overlay.
  public var roster: String {
    var rows: [(start: Milliseconds, text: String)] = []
    let calendar = original.calendar
    let zone = calendar.zone
    let first = zone.civilTime(at: calendar.start - calendar.warmUp).dayNumber - 1
    let last = zone.civilTime(at: calendar.end).dayNumber
    for (index, team) in size.scenario.teams.enumerated() {
      guard size.levers.contains(where: { $0.owner == .team(index) }), case .shifts(let worked) = team.staff else {
        continue
      }
      for heads in worked {
        guard let shift = original.shifts.first(where: { $0.id == heads.shift }) else { continue }
        for day in first...last {
          let finish = shift.start + shift.length
          let from = CivilTime(dayNumber: day, timeOfDay: shift.start)
          let to = CivilTime(dayNumber: day + Int(finish / .day), timeOfDay: finish % .day)
          let start = zone.instant(of: from)
          guard zone.instant(of: to) > calendar.start - calendar.warmUp, start < calendar.end else { continue }
          for number in 0..<heads.heads[from.weekday] {
            let handler = "\(team.id) \(shift.id) \(number + 1)"
            rows.append(
              (
                start,
                [handler, Self.moment(from), Self.moment(to), team.id].map(CSVCell.written).joined(separator: ",")
              ))
          }
        }
      }
    }
    return "handler,start,end,team\n" + rows.sorted { $0.start < $1.start }.map { $0.text + "\n" }.joined()
  }

  private static func moment(_ civil: CivilTime) -> String {
    let minutes = Int(civil.timeOfDay / .minute)
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(LocalTime.date(civil))T\(two(minutes / 60)):\(two(minutes % 60))"
  }
}
