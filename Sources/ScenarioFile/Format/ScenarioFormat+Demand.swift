import ContactCentre

/// Who comes: what changes the rate of arrivals, appointments, repeat callers, and what callers choose before the queue.
extension ScenarioFormat {
  static let factor = ObjectFormat(
    "factor", "A stretch of time in which more or fewer contacts come. Its ends are rounded to five minutes.",
    keys: [
      .required("from", .instant, "Its first instant."),
      .required("to", .instant, "The first instant after it."),
      .required("times", .number(.nonNegative(to: Limits.times)), "How many times as many come."),
    ])

  static let message = ObjectFormat(
    "message", "A message sent to many people every week, which some of them answer.",
    keys: [
      .required(
        "at", .list(.text, count: 1...Limits.messageTimes),
        "When it is sent, by the wall clock: for example "
          + "[\"tue 18:00\"]."),
      .required("sentTo", .number(.nonNegative(to: Limits.perYear)), "To how many people."),
      .required("replies", .number(.share), "The share of them who reply."),
      .required(
        "after", .distribution(endless: false),
        "How long after it was sent. The last billionth, and replies later than a year, are left out."),
    ])

  static let appointments = ObjectFormat(
    "appointments", "Visits by appointment, made and kept by the wall clock; none at a time that clocks pass over.",
    keys: [
      .required("from", .clock, "The first appointment of a day."),
      .required("to", .clock, "No appointment begins then or later."),
      .required(
        "every", .duration(.positive(to: 86_400)), "From one appointment to the next; a whole number of minutes."),
      .optional("places", .whole(1...Limits.places), "How many people each has room for. Default: 1."),
      .optional(
        "days", .list(.choice(weekdays), count: 1...7), "The days of the week that have any. Default: all."),
      .optional("booked", .number(.share), "The probability that a place is booked. Default: 1."),
      .optional("shows", .number(.share), "The probability that who booked comes. Default: 1."),
      .optional(
        "lateness", .distribution(endless: false),
        "How much later people come than they mean to, but always on the day. Default: 0."),
      .optional(
        "earliness", .duration(.nonNegative(to: 86_400)), "How long before the hour they mean to come. Default: 0."),
    ])

  static let stageOption = ObjectFormat(
    "stageOption", "Something a contact may choose in a front stage.",
    keys: [
      .required("share", .number(.share), "The share of contacts entering the stage who choose it."),
      .optional("takes", .distribution(endless: false), "How long it takes them. Default: as long as the stage."),
      .optional("contains", .number(.share), "The share of those who choose it whose need is met here. Default: 0."),
      .optional(
        "divertsTo", .dictionary(.number(.share), limit: Limits.channels),
        "The shares of those who choose it that go on to other channels, by the channel's name."),
    ])

  static let callerGroup = ObjectFormat(
    "callerGroup", "People who come again and again, each as likely as the others to be the one who does.",
    keys: [
      .required(
        "channels", .dictionary(.number(.share), limit: Limits.channels),
        "The shares of channels' contacts that are theirs, by the channel's name."),
      .required("callers", .whole(1...CallerGroup.mostCallers), "How many people they are."),
      .optional(
        "deterred", .number(.share),
        "The share of their contacts that do not come, because what is behind them was looked into. Default: 0."),
    ])
}
