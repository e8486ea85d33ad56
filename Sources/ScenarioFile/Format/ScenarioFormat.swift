import ContactCentre
import DiscreteEvents

/// The keys of a scenario file: the one table that unknown keys are told by, values are checked by and the schema is
/// written from.
enum ScenarioFormat {
  /// The days of the week as scenarios and rosters name them, Monday first.
  static let weekdays = CivilTime.weekdayKeys
  /// The months as scenarios name them, January first.
  static let months = CivilTime.monthKeys

  private static let weight = Shape.number(.nonNegative(to: Limits.weight))

  static let scenario = ObjectFormat(
    "scenario", "A police contact centre and the public it serves.", synonyms: shrinkageSynonym,
    keys: [
      .optional("name", .text, "What people call it. Default: the name of the file."),
      .optional("extends", .text, "Another scenario file, relative to this one, that this one is a merge patch of."),
      .required("calendar", .object(calendar), "When it takes place."),
      .required("channels", .dictionary(.object(channel), limit: Limits.channels), "The ways in, by name."),
      .optional("shifts", .dictionary(.object(shift), limit: Limits.shifts), "Working patterns, by name."),
      .optional("teams", .dictionary(.object(team), limit: Limits.teams), "Who answers, by name."),
      .optional(
        "surges", .dictionary(.object(surge), limit: Limits.surges),
        "When teams help on a channel whose queue is long, by name."),
      .optional(
        "attendance", attendance,
        "The probability that a rostered handler, dispatcher or officer turns up, or by month; months not named have the "
          + "mean of the others. Default: 1."),
      .optional("roles", .dictionary(.object(role), limit: FileLimits.roles), "The terms people work on, by name."),
      .optional("sites", .dictionary(.object(site), limit: Limits.sites), "The buildings teams work in, by name."),
      .optional(
        "callers", .dictionary(.object(callerGroup), limit: Limits.callerGroups),
        "Who comes again and again, by group. Whoever is of none comes once only."),
      .optional(
        "response", .object(response), "Who goes to incidents. Default: nobody; the simulation ends with contacts."),
      .optional(
        "expect", .dictionary(.object(expectation), limit: Limits.expectations),
        "What is expected of the figures, by the sentence that names it in reports."),
      .optional(
        "size", .object(size), "What “watchroom size” may change and must reach. Default: all heads, and all targets."),
      .optional(
        "calibrate", .dictionary(.object(freeParameter), limit: FileLimits.parameters),
        "What is not known and may be moved by calibrate, by the name that reports give it."),
    ])

  static let calendar = ObjectFormat(
    "calendar", "The stretch of time a scenario covers.",
    keys: [
      .required("start", .instant, "The first instant measured."),
      .optional("days", .whole(1...Limits.days), "How many civil days are measured. Default: 1."),
      .optional(
        "timeZone", .text, "The clocks people live by, as the time zone database names them. Default: Europe/London."),
      .optional(
        "warmUp", .duration(.nonNegative(to: Limits.margin)), "How long it runs, unmeasured, before start. Default: 0."),
      .optional(
        "drain", .duration(.nonNegative(to: Limits.margin)),
        "How long it runs on without new arrivals after the measured days. Default: 0."),
      .optional(
        "interval", .duration(.positive(to: 86_400)),
        "The intervals busyness is drawn for; a multiple of 5 minutes that divides 24 hours. Default: 1h."),
      .optional(
        "holidays", .list(.date, count: 0...Limits.holidays),
        "Public holidays, for example [\"2022-08-29\"]: days that may have weights and shifts of their own. "
          + "Default: none."),
    ])

  static let channel = ObjectFormat(
    "channel", "One way in.",
    keys: [
      .optional("kind", .choice(Channel.Kind.allCases.map(\.rawValue)), "How its work is done. Default: call."),
      .optional(
        "arrivals", .object(arrivals),
        "When contacts come of their own accord. Default: never, they come from other channels."),
      .optional(
        "front", .dictionary(.object(frontStage), limit: Limits.frontStages),
        "What contacts pass through before the queue, in order, by name."),
      .optional(
        "priority", .number(NumberRange(-Limits.priority...Limits.priority)),
        "Contacts of a channel with a higher number are answered first. Default: 0."),
      .optional(
        "patience", .distribution(endless: true), "How long a contact waits before it gives up. Default: for ever."),
      .required("handling", .distribution(endless: false), "How long a handler spends with the contact."),
      .optional("wrapUp", .distribution(endless: false), "How long the handler then spends finishing off. Default: 0."),
      .optional(
        "outcomes", .dictionary(.object(outcome), limit: Limits.outcomes),
        "What contacts turn out to be, by name. Shares sum to at most 1; the rest is “other”."),
      .optional("redial", .object(redial), "What people do who gave up."),
      .optional("callback", .object(callback), "The offer to be called back."),
      .optional("survey", .object(survey), "What people are asked afterwards."),
      .optional(
        "concurrent", .flag,
        "Whether a handler of a concurrent team may hold several of its contacts at once. Default: of \(concurrentKinds)."
      ),
      .optional("target", .object(target), "The service level aimed at."),
    ] + routing)

  /// The kinds of channel that are concurrent unless they say otherwise, in words.
  private static let concurrentKinds = Channel.Kind.allCases.filter(\.isConcurrent).map { "a \($0.rawValue)" }
    .joined(separator: " or ")

  static let arrivals = ObjectFormat(
    "arrivals",
    "When contacts come: at random by a yearly volume and its shape, exactly as recorded, or by appointment.",
    alternatives: [
      [
        "perYear", "hourOfDay", "dayOfWeek", "month", "byHourOfWeek", "busyness", "scale", "factors", "messages",
      ], ["trace"], ["ledger", "channel"], ["appointments"],
    ],
    keys: [
      .required(
        "perYear", .number(.nonNegative(to: Limits.perYear)), unless: "messages",
        "The expected contacts of 365 average days. Default beside messages: 0."),
      .optional("hourOfDay", .list(weight, count: 24...24), "Relative weights of the 24 hours of the day."),
      .optional(
        "dayOfWeek", .named(weekdays + [holiday], weight),
        "Relative weights of days; those not named weigh 1. “holiday” is the weight of the calendar's holidays, instead "
          + "of that of their weekday."),
      .optional("month", .named(months, weight), "Relative weights of months; those not named weigh 1."),
      .optional(
        "byHourOfWeek", .list(weight, count: 168...168),
        "Relative weights of the 168 hours of the week, from Monday 00:00; replaces hourOfDay and dayOfWeek."),
      .optional("busyness", .object(busyness), "How much busier or quieter than expected it happens to be."),
      .optional(
        "scale", .number(.nonNegative(to: Limits.times)),
        "How many times as many come as all the rest says. Whoever came still does. Default: 1."),
      .optional(
        "factors", .dictionary(.object(factor), limit: Limits.factors),
        "Stretches of time in which more or fewer come, by name. Where they overlap, they multiply."),
      .optional(
        "messages", .dictionary(.object(message), limit: Limits.messages),
        "Messages to the public that raise replies, by name. Scale and factors hold for replies too."),
      .required(
        "trace", .text,
        "A CSV file of recorded contacts: time and, as far as known, handling, wrapUp, patience, outcome, caller, "
          + "latitude, longitude. Of a log: time, outcome (a grade), latitude, longitude."),
      .required(
        "ledger", .text,
        "A ledger, as run writes it: its contacts come when they came, with what became known of them: where "
          + "they were, how long they would wait and took, what came of it. What did not is drawn, as is what happens in "
          + "stages of “front” that are not as they were, and after a diversion; redials are not taken, people redial as "
          + "the channel says; who is one of “callers”, what they answer to a survey, when an incident opens, how many "
          + "units it wants and what becomes of it is drawn anew. Who was deterred did not come, and “deterred” keeps as "
          + "many away again. Of a log: its logged incidents."),
      .required("appointments", .object(appointments), "Visits by appointment. Only of a channel."),
      .optional(
        "channel", .text, "Which channel of the ledger, or of a log which log. Default: the one of the same name."),
    ])

  static let busyness = ObjectFormat(
    "busyness", "Random factors of mean one on the arrival rate.",
    keys: [
      .optional(
        "day", .number(.nonNegative(to: Limits.busyness)), "Coefficient of variation of the day's factor. Default: 0."),
      .optional(
        "interval", .number(.nonNegative(to: Limits.busyness)),
        "Coefficient of variation of the interval's factor. Default: 0."),
      .optional(
        "correlation", .number(.nonNegative(to: Limits.correlation)),
        "Correlation of neighbouring intervals of one day, below 1: that of the normal variables behind their factors; the "
          + "factors' own is a little less (of 0.8, 0.77 if interval is 1 and 0.72 if it is 2). It starts anew at midnight, "
          + "as the day's factor does. Default: 0."),
    ])

  static let frontStage = ObjectFormat(
    "frontStage", "Something a contact passes through before it may queue.",
    keys: [
      .optional("takes", .distribution(endless: false), "How long it takes. Default: 0."),
      .optional("contains", .number(.share), "The share of contacts whose need is met here. Default: 0."),
      .optional(
        "divertsTo", .dictionary(.number(.share), limit: Limits.channels),
        "The shares of contacts that go on to other channels, by the channel's name."),
      .optional("counts", .flag, "Whether its time belongs to the speed of answer. Default: false."),
      .optional(
        "options", .dictionary(.object(stageOption), limit: Limits.options),
        "What a contact may choose here, by name. Shares sum to at most 1; for the rest, what the stage says holds."),
    ])

  static let redial = ObjectFormat(
    "redial", "What people do who gave up waiting.",
    keys: [
      .required("probability", .number(.share), "The probability that a caller who gives up tries again."),
      .required("after", .distribution(endless: false), "How long after giving up."),
      .optional("to", .text, "The channel tried. Default: the same."),
      .optional("atMost", .whole(0...Limits.redials), "The most attempts of one caller after the first. Default: 5."),
    ])

  static let target = ObjectFormat(
    "target", "The service level aimed at.",
    keys: [
      .required("share", .number(.share), "The share that should be answered in time."),
      .required(
        "within", .duration(.duration),
        "What “in time” means: the wait of who is answered; of deferred work, from its arrival to its end."),
      .optional(
        "shortAbandon", .duration(.duration),
        "Giving up sooner than this is not held against the service level. Default: 0."),
    ])

  static let expectation = ObjectFormat(
    "expectation", "What is expected of one figure.", alternatives: [["atLeast"], ["atMost"]],
    keys: [
      .required(
        "metric", .text, "The path of the figure in a result, for example channels.999.serviceLevel.ofOffered."),
      .required("atLeast", limit, "The figure should not be lower; of one in seconds it may be \"2m\"."),
      .required("atMost", limit, "The figure should not be higher; of one in seconds it may be \"2m\"."),
    ])

  /// What a figure may be held to: a number, or, if it is in seconds, a length of time.
  private static let limit = Shape.either(.number(limits), .duration(.duration))
  /// The numbers it may be held to.
  static let limits = NumberRange(-Limits.bound...Limits.bound)
}
