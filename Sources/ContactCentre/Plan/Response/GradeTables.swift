import DiscreteEvents

/// The rules of all grades, one after another, as ``ResponseTables`` stores them.
struct GradeTables {
  /// By grade.
  private(set) var rules: [GradeRule] = []
  /// Each grade's samplers, ``GradeRule/samplerCount`` of them.
  private(set) var samplers: [Sampler] = []
  /// Each grade's shares of incidents that want 1, 2, … units, summed up.
  private(set) var unitShares: [Double] = []
  /// The grades in the order in which their waiting lists are served: lists stand so, and the lowest bit set is the next.
  let order: [Int]

  private let grades: [Grade]
  private let numbers: [String: Int]
  private let channels: [String: Int]

  /// The rules of a response's grades, whose `numbers` are by name, as are those of `channels`.
  init(_ response: Response, _ numbers: [String: Int], channels: [String: Int]) {
    grades = response.grades
    self.numbers = numbers
    self.channels = channels
    order = response.grades.indices.sorted {
      (-response.grades[$0].priority, $0) < (-response.grades[$1].priority, $1)
    }
    for (index, grade) in response.grades.enumerated() {
      rules.append(rule(of: grade, at: index))
      samplers += [
        grade.cancelled?.after, grade.resolved?.after, grade.regrade?.after, grade.ringsAgain?.after,
        grade.appointment, grade.scene, grade.paperwork,
      ].map { Sampler($0 ?? .constant(0)) }
      unitShares += PlanTables.summedUp(grade.units)
    }
  }

  /// The rule of a grade of which none of the shares of units is there yet.
  private func rule(of grade: Grade, at index: Int) -> GradeRule {
    GradeRule(
      list: UInt8(2 * (order.firstIndex(of: index) ?? 0)), role: grade.attendedBy == .diary ? 1 : 0,
      isBlueLight: grade.isBlueLight, hasAppointment: grade.appointment != nil,
      hasPaperwork: grade.paperwork != .constant(0), leavesFree: grade.leavesFree,
      preempts: bits(grade.preempts, like: grade), preemptsAtScene: bits(grade.preemptsAtScene, like: grade),
      cancelledShare: grade.cancelled?.share ?? 0, resolvedShare: grade.resolved?.share ?? 0,
      regradeShare: grade.regrade?.share ?? 0, regradeTo: UInt8(grade.regrade.flatMap { numbers[$0.to] } ?? index),
      ringProbability: grade.ringsAgain?.probability ?? 0,
      ringChannel: UInt16(grade.ringsAgain.flatMap { channels[$0.channel] } ?? 0),
      ringsAtMost: UInt8(clamping: grade.ringsAgain?.atMost ?? 0), arrests: grade.arrests,
      firstShare: unitShares.count, shareCount: grade.units.count)
  }

  /// A bit for each grade named whose units are of the kind that attends `grade`: of the others none can be had.
  private func bits(_ names: [String], like grade: Grade) -> UInt64 {
    names.reduce(0) { bits, name in
      guard let other = numbers[name], grades[other].attendedBy == grade.attendedBy else { return bits }
      return bits | 1 << UInt64(other)
    }
  }
}
