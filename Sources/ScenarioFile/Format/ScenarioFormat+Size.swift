import ContactCentre

/// What is allowed and asked for when the cheapest headcount is looked for.
extension ScenarioFormat {
  private static let heads = Shape.whole(0...Limits.heads)
  private static let group = Shape.either(
    .choice(["fixed"]), .dictionary(.either(heads, .object(headLimits)), limit: Limits.shifts))

  static let size = ObjectFormat(
    "size", "What “watchroom size” may change and must reach. No simulation depends on it.",
    keys: [
      .optional(
        "reach", .choice(Sizing.Reach.allCases.map(\.rawValue)),
        "Whether targets hold over the measured days (overall) or in every hour of the day (hourly). Default: overall."),
      .optional(
        "days", .choice(Sizing.Days.allCases.map(\.rawValue)),
        "Whether a shift has the same heads on all days (same), or each weekday and public holidays their own (each). "
          + "Default: same."),
      .optional(
        "grades", .flag, "Whether grades' targets must be met too, by the officers of hubs. Default: false."),
      .optional("expectations", .flag, "Whether what is expected must be met too. Default: true."),
      .optional(
        "teams", .dictionary(group, limit: Limits.teams),
        "By team: “fixed” to leave it as it is; or by shift the heads it keeps, or min and max."),
      .optional(
        "hubs", .dictionary(group, limit: Limits.hubs),
        "By hub: “fixed” to leave it as it is; or by shift the officers it keeps, or min and max."),
      .optional(
        "budget", .number(.nonNegative(to: Limits.bound)),
        "The most that the measured days may cost, everybody and overtime included."),
      .optional(
        "maxChange", heads,
        "By how many heads a shift of a team may be below the fewest, or above the most, that it has."),
    ])

  static let headLimits = ObjectFormat(
    "headLimits", "The heads that may start a shift.", noun: "limit of heads",
    keys: [
      .optional("min", heads, "The fewest. Default: the minimum there is, or 0."),
      .optional("max", heads, "The most. Default: as many as it takes."),
    ])
}
