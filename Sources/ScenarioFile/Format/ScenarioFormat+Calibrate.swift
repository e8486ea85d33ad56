import ContactCentre

/// What `calibrate` may move, and what it should come to.
extension ScenarioFormat {
  /// A number, as of heads, a share or a factor; or, of what is in seconds, a length of time.
  private static let amount = Shape.either(.number(amounts), .duration(amounts))
  /// The numbers it may be.
  static let amounts = NumberRange.nonNegative(to: Limits.bound)
  private static let figures = Shape.list(.text, count: 1...FileLimits.targetFigures)

  static let freeParameter = ObjectFormat(
    "freeParameter", "A value that is not known, which calibrate moves until published figures are reproduced.",
    keys: [
      .required(
        "path", .either(.text, .list(.text, count: 1...FileLimits.parameterPaths)),
        "Where it stands: the path of a number or a length of time, or several that move together. A * stands for every "
          + "name, or every element of a list: response.hubs.*.officers.lates."),
      .optional(
        "as", .choice(FreeParameter.Role.allCases.map(\.rawValue)),
        "What it does to what stands there: takes its place (value), multiplies it (factor) or is the power it is raised "
          + "to (exponent: weights above 1 grow, those below shrink). Default: value."),
      .required("from", amount, "The least it may be."),
      .required("to", amount, "The most it may be."),
      .optional("start", amount, "What it is at first. Default: what stands there; 1 for a factor or an exponent."),
      .optional(
        "whole", .flag,
        "Whether only whole numbers may stand there. What rounding a factor leaves over at one place goes to the next, so "
          + "that the sum is right. Default: false."),
      .optional(
        "log", .flag, "Whether twice as much is as far from it as half as much. Default: false, by difference."),
    ])

  static let targets = ObjectFormat(
    "targets file", "Published figures.",
    keys: [
      .optional("source", .text, "Where they were published."),
      .optional("start", .instant, "When the time begins that they are about. Default: as the scenario says."),
      .optional("days", .whole(1...Limits.days), "How many days they are about. Default: as the scenario says."),
      .required("targets", .list(.object(publishedTarget), count: 1...FileLimits.targets), "The figures."),
    ])

  static let publishedTarget = ObjectFormat(
    "target", "A published figure, and how near a simulation should come.",
    keys: [
      .required("name", .text, "What people call it."),
      .required(
        "metric", .either(.text, .either(figures, .object(figureSum))),
        "The path of the figure in a result; a list of paths, if each of them should come near; or sums."),
      .optional("value", .number(NumberRange(-Limits.bound...Limits.bound)), "What was published."),
      .optional("tolerance", .number(.positive(to: Limits.bound)), "How far off it may be, either way."),
      .optional("atLeast", .number(NumberRange(-Limits.bound...Limits.bound)), "It may not be less."),
      .optional("atMost", .number(NumberRange(-Limits.bound...Limits.bound)), "It may not be more."),
      .optional(
        "weight", .number(.nonNegative(to: Limits.weight)), "How much it matters; 0: reported only. Default: 1."),
      .optional(
        "unit", .choice(PublishedTarget.Unit.allCases.map(\.rawValue)),
        "What the numbers are, where the figure is in seconds: s, min or h. Default: as the figure is."),
      .optional("paragraph", .either(.text, .number(.nonNegative(to: Limits.bound))), "Where in the source it stands."),
      .optional("note", .text, "What else there is to say of it."),
    ])

  static let figureSum = ObjectFormat(
    "sum", "A sum of figures, or a share: one sum of another.",
    keys: [
      .required("sum", figures, "The paths of the figures that are added."),
      .optional("of", figures, "The paths of those whose sum it is divided by. Default: it is not divided."),
    ])
}
