import ContactCentre

/// How urgent incidents can be, and what follows from that.
extension ScenarioFormat {
  private static let gradeNames = Shape.list(.text, count: 0...Limits.grades)

  static let grade = ObjectFormat(
    "grade", "How urgent an incident is.",
    keys: [
      .required("within", .duration(.positiveDuration), "The time in which a unit should arrive."),
      .optional("target", .number(.share), "The share of attended incidents that should be attended in time."),
      .optional(
        "priority", .number(NumberRange(-Limits.priority...Limits.priority)),
        "Incidents of a grade with a higher number are sent a unit first. Default: as many as there are grades below it, "
          + "so that grades come in the order they are written."),
      .optional("blueLight", .flag, "Whether units drive to it on blue lights. Default: false."),
      .optional(
        "preempts", gradeNames,
        "Grades of lower priority whose unit on its way is diverted to it if no unit is free. Default: none."),
      .optional(
        "preemptsAtScene", gradeNames,
        "Grades of lower priority whose unit is called away from the scene if none is free or to be diverted. "
          + "Default: none."),
      .optional(
        "units", .either(.whole(1...Limits.units), .list(.number(.share), count: 1...Limits.units)),
        "How many units it wants, or the shares of incidents that want one, two, …, which sum to 1. Default: 1."),
      .optional(
        "leavesFree", .whole(0...Limits.leavesFree),
        "A unit is sent only while more than so many are free: the last are held back for graver incidents. "
          + "Default: 0."),
      .optional(
        "attendedBy", .choice(UnitRole.allCases.map(\.rawValue)),
        "What kind of officers attend: response, or diary, who take appointments. Default: response."),
      .optional(
        "appointment", .distribution(endless: false),
        "How long after it opened it is to be attended by appointment; from then on its response is counted. Default: as soon "
          + "as may be."),
      .optional("cancelled", .object(withdrawal), "Incidents called off: a unit on its way is stood down."),
      .optional(
        "resolved", .object(withdrawal), "Incidents resolved without deployment: this lapses when a unit is sent."),
      .optional("regrade", .object(regrade), "What becomes of the grade after a wait."),
      .optional("ringsAgain", .object(ringsAgain), "What callers do to whom nobody has come."),
    ])

  static let withdrawal = ObjectFormat(
    "withdrawal", "Incidents that end without anybody having come.",
    keys: [
      .required("share", .number(.share), "The share of incidents that would end so if nobody came for long enough."),
      .required(
        "after", .distribution(endless: false), "How long after the incident opened, or was given its present grade."),
    ])

  static let regrade = ObjectFormat(
    "regrade", "What becomes of an incident's grade after a wait.",
    keys: [
      .required("to", .text, "The new grade."),
      .required(
        "share", .number(.share), "The share of incidents that are regraded if no unit is sent for long enough."),
      .required("after", .distribution(endless: false), "How long after the incident was given its present grade."),
    ])

  static let ringsAgain = ObjectFormat(
    "ringsAgain", "What callers do to whom nobody has come.", noun: "second ring",
    keys: [
      .required("channel", .text, "The channel they ring."),
      .required("probability", .number(.share), "The probability that they ring; and again, after each ring."),
      .required(
        "after", .distribution(endless: false),
        "How long after the incident opened, was given its present grade, or was last rung about."),
      .optional("atMost", .whole(0...Limits.redials), "The most rings about one incident. Default: 3."),
    ])

  static let scene = ObjectFormat(
    "scene", "What happens at the scene of a grade.",
    keys: [
      .required("takes", .distribution(endless: false), "How long a unit is at the scene."),
      .optional(
        "paperwork", .distribution(endless: false),
        "How long the unit that came first then writes it up, off the road. Default: 0."),
      .optional(
        "arrests", .number(.share),
        "The share of attended incidents at which the unit that came first arrests somebody. Default: 0."),
    ])
}
