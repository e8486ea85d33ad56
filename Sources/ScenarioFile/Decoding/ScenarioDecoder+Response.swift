import ContactCentre
import DiscreteEvents

extension ScenarioDecoder {
  /// What follows a contact that needs the police to come.
  ///
  /// What can only be said of its parts together is checked only where each is right: about what stands in for an error
  /// there is nothing to say. A map that is right becomes known to the context.
  func response(_ cursor: Cursor, _ context: inout Context) -> Response {
    let errorCount = log.errorCount
    let fields = fields(cursor, ScenarioFormat.response)
    let grades = self.grades(fields, context)
    let role = fields["role"] == nil ? nil : reference(fields, "role", among: context.roleNames, noun: "role")
    var response = Response(
      clock: choice(fields, "clock", default: .opened), policy: choice(fields, "policy", default: .nearestTime),
      grades: grades.map(\.grade), areas: fields["areas"].map(areas) ?? [],
      hubs: fields["hubs"].map { hubs($0, role: role, context) } ?? [],
      singleCrewed: fields["crews"].map { number(self.fields($0, ScenarioFormat.crews), "single", default: 0) } ?? 0,
      minimums: fields["minimumOfficers"].map { minimums($0, context) } ?? [],
      rebalances: flag(fields, "rebalance", default: false), custody: fields["custody"].map(custody),
      dispatchers: fields["dispatchers"].map { dispatchDesk($0, role: role, context) })
    if log.errorCount == errorCount { checkMap(response, fields) }
    if log.errorCount == errorCount { context.home = response.hubs.first.map { ($0.id, $0.location) } }
    response.logs = fields["logs"].map { logs($0, context) } ?? []
    let partsAreRight = log.errorCount == errorCount
    response.travel = fields["travel"].map { travel($0, context) } ?? Travel()
    guard partsAreRight else { return response }
    checkPrecedence(grades)
    checkRegrading(grades)
    checkService(response, fields)
    checkMinimums(response, fields)
    return response
  }

  private func minimums(_ cursor: Cursor, _ context: Context) -> [Response.Minimum] {
    dictionary(cursor, noun: "minimums", limit: Limits.shifts).map { member in
      checkReference(member.name, member.namePlace, member.cursor.path, among: context.shiftNames, noun: "shift")
      return Response.Minimum(shift: member.name, officers: whole(member.cursor, 0...Limits.heads) ?? 0)
    }
  }

  private func dispatchDesk(_ cursor: Cursor, role: String?, _ context: Context) -> DispatchDesk {
    let errorCount = log.errorCount
    let fields = fields(cursor, ScenarioFormat.dispatchDesk)
    let staff = fields["staff"].map { self.staff($0, context, of: ScenarioFormat.dispatchers) } ?? .shifts([])
    if log.errorCount == errorCount, staff.mostHeads == 0, let cursor = fields["staff"] {
      log.error(
        cursor.place, cursor.path, "nobody is rostered to send units",
        "give the desk staff, or leave dispatchers out: sending then takes nobody's time")
    }
    let terms = terms(fields, context, standard: role)
    return DispatchDesk(
      staff: staff, takes: distribution(fields, "takes", default: .constant(0)), costPerHour: terms.costPerHour,
      role: terms.role)
  }

  private func logs(_ cursor: Cursor, _ context: Context) -> [IncidentSource] {
    dictionary(cursor, noun: "logs", limit: Limits.logs).map { member in
      let fields = fields(member.cursor, ScenarioFormat.incidentLog)
      return IncidentSource(
        id: member.name,
        arrivals: fields["arrivals"].map { cursor in
          arrivals(cursor, context, of: .incidents(log: member.name, grades: context.gradeNames.listed))
        } ?? .trace([]),
        grades: fields["grades"].map { gradeShares($0, context) } ?? [])
    }
  }

  private func gradeShares(_ cursor: Cursor, _ context: Context) -> [IncidentSource.Share] {
    let errorCount = log.errorCount
    let shares = dictionary(cursor, noun: "shares", limit: Limits.grades).map { member in
      checkReference(member.name, member.namePlace, member.cursor.path, among: context.gradeNames, noun: "grade")
      return IncidentSource.Share(grade: member.name, share: number(member.cursor, .share) ?? 0)
    }
    if log.errorCount == errorCount { checkCompleteShares(shares.map(\.share), cursor) }
    return shares
  }
}

extension ScenarioFormat {
  /// The key of the people who send units, and what a roster file calls them.
  static let dispatchers = "dispatchers"
}
