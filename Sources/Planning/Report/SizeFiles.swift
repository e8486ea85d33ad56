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
  /// Every shift that could be changed is named, with one number, or one for each weekday. Who stays as it is is left out.
  public var overlay: String {
    let teams = zip(size.scenario.teams, original.teams).enumerated().compactMap { index, teams in
      member(teams.0.id, "staff", .team(index), teams.0.staff, was: teams.1.staff)
    }
    let hubs = zip(size.scenario.response?.hubs ?? [], original.response?.hubs ?? []).enumerated()
      .compactMap { index, hubs in
        member(hubs.0.id, "officers", .hub(index), hubs.0.officers, was: hubs.1.officers)
      }
    var members = [JSONValue.Member(name: "teams", value: .object(teams))]
    if !hubs.isEmpty {
      members.append(JSONValue.Member(name: "response", value: .members(["hubs": .object(hubs)])))
    }
    return JSONWriter.document(.object(members))
  }

  /// What the patch says under `key` of a team or hub; nil if it stays as it was.
  private func member(
    _ name: String, _ key: String, _ owner: StaffLever.Owner, _ staff: Staff, was original: Staff
  ) -> JSONValue.Member? {
    guard case .shifts(let shifts) = staff else { return nil }
    let sized = Set(size.levers.filter { $0.owner == owner }.map(\.shiftName))
    if sized.isEmpty { return nil }
    var removed: [JSONValue.Member] = []
    if case .intervals = original {
      removed = ["byHour", "csv"].map { JSONValue.Member(name: $0, value: .null) }
    }
    let heads = shifts.filter { sized.contains($0.shift) }.map {
      JSONValue.Member(name: $0.shift, value: Self.heads($0))
    }
    return JSONValue.Member(name: name, value: .object([.init(name: key, value: .object(removed + heads))]))
  }

  /// One number; or one for each weekday, and for public holidays if they have their own.
  private static func heads(_ shift: Staff.ShiftHeads) -> JSONValue {
    if shift.holiday == nil, Set(shift.heads).count == 1 { return .integer(shift.heads[0]) }
    var days = zip(CivilTime.weekdayKeys, shift.heads).map {
      JSONValue.Member(name: $0, value: .integer($1))
    }
    if let holiday = shift.holiday { days.append(JSONValue.Member(name: "holiday", value: .integer(holiday))) }
    return .object(days)
  }

  /// Who works when, a row for every tour of the teams that were sized, from the warm-up on: `handler,start,end,team`.
  ///
  /// Opens in a spreadsheet, and `staff: { csv: … }` reads it back. Handlers are numbered, because who they are is for the
  /// force to say; a roster of tours has no breaks, so that a plan with breaks scores less as an overlay (``rosterRemark``).
  public var roster: String {
    let rows = tours.sorted { $0.start < $1.start }.map { tour in
      [tour.handler, tour.hours.from.minuteText, tour.hours.to.minuteText, tour.team]
        .map(CSVCell.name).joined(separator: ",") + "\n"
    }
    return CSVMark.marked("handler,start,end,team\n" + rows.joined())
  }

  /// A merge patch that has the teams of ``roster``, left at `file`, work it instead of what the scenario says of their staff,
  /// with a newline at its end; nil where no team was sized, so that it has no tours.
  public func rosterOverlay(of file: String) -> String? {
    let teams = zip(size.scenario.teams, original.teams).enumerated().compactMap { index, teams -> JSONValue.Member? in
      guard size.levers.contains(where: { $0.owner == .team(index) }), case .shifts(let worked) = teams.0.staff else {
        return nil
      }
      var names = worked.map(\.shift)
      switch teams.1.staff {
      case .shifts(let before): names += before.map(\.shift).filter { !names.contains($0) }
      case .intervals: names.append("byHour")
      case .roster, .rotation: break
      }
      // What a patch does not name stays, and a file has nothing beside it.
      let removed = names.map { JSONValue.Member(name: $0, value: .null) }
      let staff = JSONValue.object(removed + [.init(name: "csv", value: .string(file))])
      return JSONValue.Member(name: teams.0.id, value: .members(["staff": staff]))
    }
    return teams.isEmpty ? nil : JSONWriter.document(.members(["teams": .object(teams)]))
  }

  /// What must be known of the roster beside the plan's figures, in sentences: which of its hours are no part of the cost, and
  /// what breaks the plan has and the roster has not; nil where nothing must.
  public var rosterRemark: String? {
    let remarks = [hoursRemark, breaksRemark].compactMap(\.self)
    return remarks.isEmpty ? nil : remarks.joined(separator: " ")
  }

  /// How large a part of the hours breaks are that the plan has and a roster of tours has not; nil where there are none.
  private var breaksRemark: String? {
    let tours = tours
    let breaks = tours.reduce(0) { $0 + $1.breaks }
    guard breaks > 0 else { return nil }
    let hours = tours.reduce(0) { $0 + $1.end - $1.start }
    let share = Quantity.share(Double(breaks) / Double(hours), decimals: 1)
    return "The roster has no breaks, which take \(share) of its hours in the plan: as a roster it has so much more "
      + "of its people at work, and scores better than above."
  }

  /// How many tours and hours the roster has, and which of them are no part of the plan's cost, because they are outside the
  /// measured days; nil where all are inside.
  private var hoursRemark: String? {
    let calendar = original.calendar
    let tours = tours
    let inside = tours.reduce(0) { $0 + max(0, min($1.end, calendar.end) - max($1.start, calendar.start)) }
    let all = tours.reduce(0) { $0 + $1.end - $1.start }
    guard all > inside else { return nil }
    func hours(_ time: Milliseconds) -> String { Quantity.decimal(Double(time) / Double(Milliseconds.hour)) }
    func counted(_ count: Int) -> String { "\(Quantity.integer(UInt64(count))) \("tour".plural(count))" }
    let before = tours.count { $0.end <= calendar.start }
    return "The roster has \(counted(tours.count)) of \(hours(all)) hours, of which "
      + "\(hours(all - inside)) lie outside the measured days and are in no figure above: "
      + (before == 0
        ? "tours that reach beyond them count in part."
        : "\(counted(before)) \(before == 1 ? "is" : "are") the warm-up's, before the measured days.")
  }

  /// A row of the roster.
  private struct Tour {
    let handler: String
    let team: String
    let start: Milliseconds
    let end: Milliseconds
    let breaks: Milliseconds
    /// By the wall clock.
    let hours: (from: CivilTime, to: CivilTime)
  }

  private var tours: [Tour] {
    var tours: [Tour] = []
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
          let (start, end) = shift.tour(startingOn: day, in: zone)
          guard end > calendar.start - calendar.warmUp, start < calendar.end else { continue }
          let (from, to) = shift.hours(startingOn: day)
          let count = heads.count(weekday: from.weekday, isHoliday: calendar.holidays.contains(day))
          for number in 0..<count {
            tours.append(
              Tour(
                handler: "\(team.id) \(shift.id) \(number + 1)", team: team.id, start: start, end: end,
                breaks: shift.breaks.reduce(0) { $0 + $1.length }, hours: (from, to)))
          }
        }
      }
    }
    return tours
  }
}
