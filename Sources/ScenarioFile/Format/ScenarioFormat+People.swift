import ContactCentre

/// Who works on what terms, how many people there are behind the posts, and where they work.
extension ScenarioFormat {
  /// A share for all months, or by month.
  static let attendance = Shape.either(.number(.share), .named(months, .number(.share)))

  /// What a scenario calls the calendar's holidays among the days of the week.
  static let holiday = "holiday"

  static let role = ObjectFormat(
    "role", "The terms some people work on. What a team says of its own goes before what its role says.",
    synonyms: shrinkageSynonym,
    keys: [
      .optional(
        "costPerHour", .number(.nonNegative(to: Limits.costPerHour)), "What one rostered hour costs. Default: 0."),
      .optional(
        "attendance", attendance,
        "The probability that somebody rostered turns up, or by month. Default: the scenario's attendance."),
      .optional(
        "lateness", .distribution(endless: false),
        "How long after the start of a tour its handler comes. Default: 0. Officers are never late."),
      .optional(
        "overtime", .number(.nonNegative(to: Limits.payFactor)),
        "How many times the rate overtime costs. Default: 1 for who is brought in, and handlers finish a contact beyond the "
          + "end of their tour for nothing."),
      .optional(
        "premiums", .dictionary(.object(premium), limit: Limits.premiums), "What unsocial hours cost on top, by name."),
    ])

  static let premium = ObjectFormat(
    "premium", "What rostered hours cost on top at certain hours, on certain days, or both.",
    keys: [
      .optional("from", .clock, "Wall time from which it is paid. Default: all day."),
      .optional("to", .clock, "Wall time up to which it is paid, on the next day if not after from."),
      .optional(
        "days", .list(.choice(weekdays + [holiday]), count: 1...8),
        "The days its hours begin on; holiday stands for the calendar's. Default: every day."),
      .required(
        "extra", .number(.nonNegative(to: Limits.payFactor)), "How many times the rate is paid on top, for example 0.2."
      ),
    ])

  static let workforce = ObjectFormat(
    "workforce",
    "The people behind a team's posts, full-time equivalents. Of the heads its staff says, so many are there.",
    keys: [
      .required("establishment", .number(.positive(to: people)), "The posts."),
      .required("strength", .number(.nonNegative(to: people)), "The people there are on the day asOf."),
      .optional("asOf", .date, "The day the strength is told of. Default: the day of calendar.start."),
      .optional(
        "leavers", .number(.nonNegative(to: Limits.leavers)),
        "People who leave in a year, as a share of those there are. Default: 0."),
      .optional(
        "intakes", .dictionary(.object(intake), limit: Limits.intakes),
        "Who joins, by name. Who joined by the day asOf is part of the strength."),
      .optional("learning", .object(learning), "How much longer those who joined take over their work at first."),
    ])

  static let intake = ObjectFormat(
    "intake", "People who join together.",
    keys: [
      .required("on", .date, "The day their training begins."),
      .required("heads", .number(.nonNegative(to: people)), "How many of them come through it."),
      .optional(
        "training", .duration(.nonNegative(to: Limits.margin)),
        "How long it takes; then they are at work, for example \"10w\". Default: 0."),
    ])

  static let learning = ObjectFormat(
    "learning", "How those who joined become as quick as anybody, in a straight line.",
    keys: [
      .required("slower", .number(NumberRange(Limits.slower)), "How many times as long their work takes at first."),
      .required("over", .duration(.positive(to: Limits.margin)), "How long it takes them, for example \"26w\"."),
    ])

  static let site = ObjectFormat(
    "site", "A building that teams work in.",
    keys: [
      .optional(
        "closed", .list(.object(closure), count: 0...Limits.closures),
        "When nobody can work there: handlers finish what is in hand, go, and come back.")
    ])

  static let closure = ObjectFormat(
    "closure", "A stretch of time during which a site is closed.",
    keys: [.required("from", .instant, "When it closes."), .required("to", .instant, "When it opens again.")])

  private static let people = Double(Limits.heads)
}
