import ContactCentre

/// The keys of a scenario file: the one table that unknown keys are told by, values are checked by and the schema is
/// written from.
enum ScenarioFormat {
  /// The days of the week as scenarios and rosters name them, Monday first.
  static let weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
  /// The months as scenarios name them, January first.
  static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

  private static let weight = Shape.number(.nonNegative(to: Limits.weight))

  static let scenario = ObjectFormat(
    "scenario", "A police contact centre and the public it serves.",
    keys: [
      .optional("name", .text, "What people call it. Default: the name of the file."),
      .optional("extends", .text, "Another scenario file, relative to this one, that this one is a merge patch of."),
      .required("calendar", .object(calendar), "When it takes place."),
      .required("channels", .dictionary(.object(channel), limit: Limits.channels), "The ways in, by name."),
      .optional("shifts", .dictionary(.object(shift), limit: Limits.shifts), "Working patterns, by name."),
      .optional("teams", .dictionary(.object(team), limit: Limits.teams), "Who answers, by name."),
      .optional(
        "attendance", .number(.share),
        "The probability that a rostered handler, dispatcher or officer turns up. Default: 1."),
      .optional(
        "response", .object(response), "Who goes to incidents. Default: nobody; the simulation ends with contacts."),
      .optional(
        "expect", .dictionary(.object(expectation), limit: Limits.expectations),
        "What is expected of the figures, by the sentence that names it in reports."),
      .optional(
        "size", .object(size), "What “watchroom size” may change and must reach. Default: all heads, and all targets."),
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
    ])

  static let channel = ObjectFormat(
    "channel", "One way in.",
    keys: [
      .optional("kind", .choice(Channel.Kind.allCases.map(\.rawValue)), "How its work is done. Default: call."),
      .required("arrivals", .object(arrivals), "When contacts come."),
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
      .optional("target", .object(target), "The service level aimed at."),
    ])

  static let arrivals = ObjectFormat(
    "arrivals", "When contacts come: at random by a yearly volume and its shape, or exactly as recorded.",
    alternatives: [
      ["perYear", "hourOfDay", "dayOfWeek", "month", "byHourOfWeek", "busyness"], ["trace"], ["ledger", "channel"],
    ],
    keys: [
      .required("perYear", .number(.nonNegative(to: Limits.perYear)), "The expected contacts of 365 average days."),
      .optional("hourOfDay", .list(weight, count: 24...24), "Relative weights of the 24 hours of the day."),
      .optional("dayOfWeek", .named(weekdays, weight), "Relative weights of days; those not named weigh 1."),
      .optional("month", .named(months, weight), "Relative weights of months; those not named weigh 1."),
      .optional(
        "byHourOfWeek", .list(weight, count: 168...168),
        "Relative weights of the 168 hours of the week, from Monday 00:00; replaces hourOfDay and dayOfWeek."),
      .optional("busyness", .object(busyness), "How much busier or quieter than expected it happens to be."),
      .required(
        "trace", .text,
        "A CSV file of recorded contacts: time[,handling,wrapUp,patience,outcome,caller,latitude,longitude]. Of a log: "
          + "time[,outcome,latitude,longitude], where the outcome is a grade."),
      .required(
        "ledger", .text,
        "A ledger, as run writes it: its contacts come when they came, with what became known of them. What did not is "
          + "drawn; redials are not taken, people redial as the channel says. Of a log: its logged incidents."),
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
        "Correlation of neighbouring intervals, below 1. Default: 0."),
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
    ])

  static let outcome = ObjectFormat(
    "outcome", "What a contact may turn out to be.",
    keys: [
      .required("share", .number(.share), "The share of handled contacts."),
      .optional(
        "grade", .text,
        "The grade of the incident it opens. Default: an outcome called like a grade opens one of that, others none."),
      .optional(
        "opens", .distribution(endless: false),
        "How long after the answer the incident opens. Default: when the conversation ends."),
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
      .required("within", .duration(.duration), "What “in time” means."),
      .optional(
        "shortAbandon", .duration(.duration),
        "Giving up sooner than this is not held against the service level. Default: 0."),
    ])

  static let expectation = ObjectFormat(
    "expectation", "What is expected of one figure.", alternatives: [["atLeast"], ["atMost"]],
    keys: [
      .required(
        "metric", .text, "The path of the figure in a result, for example channels.999.serviceLevel.ofOffered."),
      .required("atLeast", .number(NumberRange(-Limits.bound...Limits.bound)), "The figure should not be lower."),
      .required("atMost", .number(NumberRange(-Limits.bound...Limits.bound)), "The figure should not be higher."),
    ])
}
