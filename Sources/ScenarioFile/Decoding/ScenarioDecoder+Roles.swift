import ContactCentre
import DiscreteEvents

/// The terms of a role, and its rate where it says one.
struct NamedRole {
  var role: Role
  var costPerHour: Double?
}

extension ScenarioDecoder {
  func roles(_ cursor: Cursor) -> [String: NamedRole] {
    var roles: [String: NamedRole] = [:]
    for member in dictionary(cursor, noun: "roles", limit: FileLimits.roles) {
      let fields = fields(member.cursor, ScenarioFormat.role)
      roles[member.name] = NamedRole(
        role: Role(
          attendance: fields["attendance"].map(attendance),
          lateness: fields["lateness"] == nil ? nil : distribution(fields, "lateness", default: .constant(0)),
          overtime: fields["overtime"] == nil ? nil : number(fields, "overtime", default: 1),
          premiums: fields["premiums"].map(premiums) ?? []),
        costPerHour: fields["costPerHour"] == nil ? nil : number(fields, "costPerHour", default: 0))
    }
    return roles
  }

  /// The terms that the keys of a team, a desk or a hub come to: its own before those of its role, or of `standard`.
  func terms(_ fields: Fields, _ context: Context, standard: String? = nil) -> (role: Role, costPerHour: Double) {
    let roles = context.roles
    var name = standard
    if fields["role"] != nil { name = reference(fields, "role", among: context.roleNames, noun: "role") }
    let named = name.flatMap { roles[$0] }
    var role = named?.role ?? Role()
    // Hubs and dispatchers say no more than their role and its rate.
    if fields.format.key("attendance") != nil, let own = fields["attendance"] { role.attendance = attendance(own) }
    if fields.format.key("lateness") != nil, fields["lateness"] != nil {
      role.lateness = distribution(fields, "lateness", default: .constant(0))
    }
    return (role, number(fields, "costPerHour", default: named?.costPerHour ?? 0))
  }

  /// One share, or shares by month; months not named have the mean of those that are.
  func attendance(_ cursor: Cursor) -> Attendance {
    guard case .object(let written) = cursor.tree.value else {
      return Attendance(number(cursor, .share) ?? 1)
    }
    if written.isEmpty {
      log.error(
        cursor.place, cursor.path, "this is an object that names no month",
        "write a share from 0 to 1, or shares by month, for example { jan: 0.88, jul: 0.891 }")
      return 1
    }
    var byMonth = [Double?](repeating: nil, count: 12)
    for member in named(cursor, ScenarioFormat.months, noun: "months") {
      byMonth[member.index] = number(member.cursor, .share) ?? 1
    }
    let known = byMonth.compactMap(\.self)
    let mean = known.isEmpty ? 1 : known.reduce(0, +) / Double(known.count)
    return Attendance(byMonth: byMonth.map { $0 ?? mean })
  }

  private func premiums(_ cursor: Cursor) -> [Premium] {
    dictionary(cursor, noun: "premiums", limit: Limits.premiums).map { member in
      let fields = fields(member.cursor, ScenarioFormat.premium)
      let from = fields["from"].flatMap(clock)
      let to = fields["to"].flatMap(clock)
      if (fields["from"] == nil) != (fields["to"] == nil), let one = fields["from"] ?? fields["to"] {
        log.error(
          one.place, one.path, "only one end of its hours is said",
          "give from and to, for example from: \"20:00\", to: \"06:00\"")
      }
      if let from, from == to, let cursor = fields["to"] {
        log.error(cursor.place, cursor.path, "its hours end when they begin", "leave from and to out for all day")
      }
      return Premium(
        id: member.name, hours: from.flatMap { from in to.map { Premium.Hours(from: from, to: $0) } },
        days: fields["days"].map(premiumDays), extra: number(fields, "extra", default: 0))
    }
  }

  private func premiumDays(_ cursor: Cursor) -> Premium.Days {
    let names = ScenarioFormat.weekdays + [ScenarioFormat.holiday]
    var days = Premium.Days(weekdays: [])
    for element in elements(cursor, count: 1...names.count, noun: "days") ?? [] {
      guard let name = choice(element, names) else { continue }
      if let weekday = ScenarioFormat.weekdays.firstIndex(of: name) {
        days.weekdays.insert(weekday)
      } else {
        days.holidays = true
      }
    }
    return days
  }
}
