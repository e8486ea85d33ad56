import ContactCentre

/// Who works when: shifts, teams, and the ways to say who is rostered.
extension ScenarioFormat {
  private static let heads = Shape.whole(0...Limits.heads)

  /// What to write instead of a shrinkage, wherever people have an attendance.
  static let shrinkageSynonym = [
    "shrinkage": "breaks are simulated, so give attendance: (1 − shrinkage) ÷ the share of a tour that is no break"
  ]

  static let shift = ObjectFormat(
    "shift", "A working pattern.",
    synonyms: ["end": "a shift has a start and a length: 07:00 to 15:00 is start: \"07:00\", length: \"8h\""],
    keys: [
      .required("start", .clock, "Wall time of its start."),
      .required(
        "length", .duration(.positive(to: 86_400)), example: "\"8h\"",
        "How long it lasts by the clock on the wall; it may run past midnight. On a night the clocks change it is an hour "
          + "more or less."),
      .optional(
        "breaks", .list(.object(shiftBreak), count: 0...Limits.breaks), "Its breaks, which do not overlap."),
    ])

  static let shiftBreak = ObjectFormat(
    "break", "A pause within a shift.",
    keys: [
      .required(
        "after", .duration(.nonNegative(to: 86_400)),
        "Time from the start of the shift to the first handler's break, as it passes, whatever the wall shows."),
      .required("length", .duration(.positive(to: 86_400)), "How long it lasts."),
      .optional(
        "spread", .duration(.nonNegative(to: 86_400)),
        "The time over which handlers take turns: breaks begin from after to after + spread. Default: 0."),
      .optional(
        "cover", heads,
        "How many of the team must stay at work; with fewer a break is put off by 5 minutes at a time, and lapses when it "
          + "can no longer end with the shift. Default: 0."),
    ])

  static let team = ObjectFormat(
    "team", "A group of handlers who answer the same channels.", synonyms: shrinkageSynonym,
    keys: [
      .required("answers", .list(.text, count: 1...Limits.channels), "The channels it answers, by name."),
      .optional("concurrency", .whole(1...Limits.concurrency), "How many chats one handler may hold. Default: 1."),
      .optional(
        "slowdown", .list(.number(.positive(to: Limits.slowdown)), count: 1...Limits.concurrency),
        "How much longer each chat takes while a handler holds 1, 2, … of them. Default: 1 each."),
      .optional("staff", .staff, "When how many are rostered."),
      .optional(
        "costPerHour", .number(.nonNegative(to: Limits.costPerHour)), "What one rostered hour costs. Default: 0."),
      .optional("role", .text, "The terms its handlers work on, by name."),
      .optional("attendance", attendance, "The probability that somebody turns up, or by month. Default: the role's."),
      .optional(
        "lateness", .distribution(endless: false),
        "How long after the start of a tour its handler comes. Default: the role's."),
      .optional("people", .object(workforce), "The people behind its posts. Default: one for each."),
      .optional(
        "minimum", .dictionary(heads, limit: Limits.shifts),
        "The fewest that start a shift, by its name, on days anybody is rostered for it; who is missing is brought in on "
          + "overtime."),
      .optional("site", .text, "Where it works, by name."),
    ])

  static let staffByHour = ObjectFormat(
    "staffByHour", "Heads rostered in every hour of every day.",
    keys: [
      .required(
        "byHour", .list(heads, count: 24...24),
        "Heads rostered in each of the 24 hours of every day. A head that stays from hour to hour is one person's tour: "
          + "where people may be absent or late it begins anew at midnight, and whoever does not turn up leaves a place empty "
          + "for all of it, of up to 24 hours. So such a plan varies more from day to day than one by shifts.")
    ])

  static let staffFromFile = ObjectFormat(
    "staffFromFile", "A roster from elsewhere.",
    keys: [
      .required(
        "csv", .text,
        "A CSV file: handler,start,end[,team] rows, or interval starts × weekdays of heads, of which one that stays is one "
          + "person's tour as in byHour. Tours that several teams take from one file must say whose they are, by team.")
    ])

  static let staffInRotation = ObjectFormat(
    "staffInRotation", "Groups of people who take turns.",
    keys: [.required("rotation", .object(rotation), "Groups of people who take turns at shifts in a cycle of days.")])

  static let rotation = ObjectFormat(
    "rotation", "Groups of people who take turns at shifts in a cycle of days.",
    keys: [
      .required(
        "pattern", .list(.orNull(.text), count: 1...Limits.rotationDays),
        "What a group works on each day of its cycle: a shift by name, or null for a rest day."),
      .required("from", .date, "A day on which the first group is at the beginning of its cycle."),
      .required(
        "groups", .dictionary(heads, limit: Limits.rotationGroups),
        "Heads of each group, by name; group i of n is i/n of the cycle ahead of the first, rounded down to days."),
    ])

  /// Heads that start one shift; `holiday` is for a public holiday, whatever day it is.
  static let shiftHeads = Shape.either(heads, .named(weekdays + [holiday], heads))
}
