import ContactCentre
import DiscreteEvents

/// A grade, and where it was written.
struct DecodedGrade {
  var grade: Grade
  var member: NamedCursor
  var fields: Fields
}

extension ScenarioDecoder {
  /// The grades of a response, each with what the response says of its scene.
  func grades(_ response: Fields, _ context: Context) -> [DecodedGrade] {
    let scenes = response["scene"].map { self.scenes($0, context) }
    guard let cursor = response["grades"] else { return [] }
    if case .object(let written) = cursor.tree.value, written.isEmpty {
      log.error(cursor.place, cursor.path, "there is no grade", "add one, for example P1: { within: \"15m\" }")
    }
    let members = dictionary(cursor, noun: "grades", limit: Limits.grades)
    return members.enumerated().map { index, member in
      let fields = fields(member.cursor, ScenarioFormat.grade)
      var grade = self.grade(member, fields, context)
      if fields["priority"] == nil { grade.priority = Double(members.count - 1 - index) }
      if let scene = scenes?[member.name] {
        grade.scene = distribution(scene, "takes", default: .constant(0))
        grade.paperwork = distribution(scene, "paperwork", default: .constant(0))
        grade.arrests = number(scene, "arrests", default: 0)
        if grade.arrests > 0, response["custody"] == nil, let cursor = scene["arrests"] {
          log.error(
            cursor.place, cursor.path, "there is no custody to take prisoners to",
            "add custody: { suites: { … }, takes: { … } } to the response, or leave arrests out")
        }
      } else if scenes != nil, let cursor = response["scene"] {
        log.error(
          cursor.place, cursor.path.appending(member.name),
          "nothing is said of the scene of grade “\(member.name.prefix(60))”",
          "add how long it takes, for example { takes: { exponential: { mean: \"45m\" } } }")
      }
      return DecodedGrade(grade: grade, member: member, fields: fields)
    }
  }

  private func scenes(_ cursor: Cursor, _ context: Context) -> [String: Fields] {
    var scenes: [String: Fields] = [:]
    for member in dictionary(cursor, noun: "scenes", limit: Limits.grades) {
      checkReference(member.name, member.namePlace, member.cursor.path, among: context.gradeNames, noun: "grade")
      scenes[member.name] = fields(member.cursor, ScenarioFormat.scene)
    }
    return scenes
  }

  private func grade(_ member: NamedCursor, _ fields: Fields, _ context: Context) -> Grade {
    let grade = Grade(
      id: member.name, within: milliseconds(fields, "within", default: 1),
      target: fields["target"].map { number($0, .share) ?? 0 }, priority: number(fields, "priority", default: 0),
      isBlueLight: flag(fields, "blueLight", default: false), preempts: lesserGrades(fields, "preempts", context),
      preemptsAtScene: lesserGrades(fields, "preemptsAtScene", context), units: fields["units"].map(units) ?? [1],
      leavesFree: whole(fields, "leavesFree", default: 0),
      attendedBy: choice(fields, "attendedBy", default: UnitRole.response),
      appointment: fields["appointment"].map { _ in distribution(fields, "appointment", default: .constant(0)) },
      cancelled: fields["cancelled"].map(withdrawal), resolved: fields["resolved"].map(withdrawal),
      regrade: fields["regrade"].map { regrade($0, context) },
      ringsAgain: fields["ringsAgain"].map { ringsAgain($0, context) }, scene: .constant(0))
    checkShares(
      [grade.cancelled?.share ?? 0, grade.resolved?.share ?? 0], member.cursor, what: "cancelled and resolved shares")
    return grade
  }

  private func lesserGrades(_ fields: Fields, _ name: String, _ context: Context) -> [String] {
    guard let cursor = fields[name] else { return [] }
    return references(cursor, among: context.gradeNames, count: 0...Limits.grades, noun: "grade")
  }

  /// The shares of incidents that want one unit, two, …
  private func units(_ cursor: Cursor) -> [Double] {
    switch cursor.tree.value {
    case .number:
      let count = whole(cursor, 1...Limits.units) ?? 1
      return Array(repeating: 0, count: count - 1) + [1]
    case .array:
      let errorCount = log.errorCount
      let elements = elements(cursor, count: 1...Limits.units, noun: "shares") ?? []
      let shares = elements.map { number($0, .share) ?? 0 }
      if log.errorCount == errorCount { checkCompleteShares(shares, cursor) }
      return shares
    default:
      mismatch(cursor, wanted: "a number of units, or a list of shares", example: "[0.7, 0.3]")
      return [1]
    }
  }

  private func withdrawal(_ cursor: Cursor) -> Grade.Withdrawal {
    let fields = fields(cursor, ScenarioFormat.withdrawal)
    return Grade.Withdrawal(
      share: number(fields, "share", default: 0), after: distribution(fields, "after", default: .constant(0)))
  }

  private func regrade(_ cursor: Cursor, _ context: Context) -> Grade.Regrade {
    let fields = fields(cursor, ScenarioFormat.regrade)
    return Grade.Regrade(
      to: reference(fields, "to", among: context.gradeNames, noun: "grade"),
      share: number(fields, "share", default: 0), after: distribution(fields, "after", default: .constant(0)))
  }

  private func ringsAgain(_ cursor: Cursor, _ context: Context) -> Grade.RingsAgain {
    let fields = fields(cursor, ScenarioFormat.ringsAgain)
    return Grade.RingsAgain(
      channel: reference(fields, "channel", among: context.channelNames, noun: "channel"),
      probability: number(fields, "probability", default: 0),
      after: distribution(fields, "after", default: .constant(0)), atMost: whole(fields, "atMost", default: 3))
  }
}
