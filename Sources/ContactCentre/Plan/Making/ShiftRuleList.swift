/// The shifts of a plan while it is made.
struct ShiftRuleList {
  private(set) var rules: [ShiftRule] = []
  private(set) var breaks: [Shift.Break] = []

  init(_ shifts: [Shift]) {
    for shift in shifts {
      rules.append(ShiftRule(firstBreak: breaks.count, breakCount: shift.breaks.count))
      breaks += shift.breaks
    }
  }
}
