import ContactCentre

/// How contacts come to handlers beyond priority and skill.
extension ScenarioFormat {
  /// The keys of a channel that say so.
  static let routing: [ObjectFormat.Key] = [
    .optional(
      "preempts", .list(.text, count: 0...Limits.channels),
      "Channels whose contacts a handler leaves for one of this, if nobody is free. What is left keeps its handler, who "
        + "does the rest of it afterwards."),
    .optional(
      "leavesFree", .whole(0...Limits.leavesFree),
      "Handlers kept free: one with nothing in hand takes a contact only if more than so many of the team are free. "
        + "Default: 0."),
    .optional(
      "headStart", .duration(.nonNegative(to: Limits.margin)),
      "Among channels of equal priority, how much longer its contacts count as having waited. Default: 0."),
    .optional(
      "waitWeight", .number(.positive(to: Limits.waitWeight)),
      "Among channels of equal priority, how many times as much a wait counts. Default: 1."),
    .optional("overflow", .object(overflow), "Who else may take contacts that have waited long."),
  ]

  static let overflow = ObjectFormat(
    "overflow", "Teams that may take a contact once it has waited long enough.",
    keys: [
      .required("after", .duration(.positive(to: Limits.margin)), "How long it waits first."),
      .required(
        "teams", .list(.text, count: 1...Limits.teams),
        "The teams, the one to be asked first leading; the channel's own "
          + "come before them."),
    ])

  static let surge = ObjectFormat(
    "surge", "When teams help on a channel.",
    keys: [
      .required("channel", .text, "The channel whose queue is watched."),
      .required("over", .whole(0...Limits.waiting), "More than so many waiting are too many."),
      .optional(
        "for", .duration(.nonNegative(to: Limits.margin)),
        "How long they must be too many before the teams help. Default: 0."),
      .optional(
        "until", .whole(0...Limits.waiting),
        "The teams are released when no more than so many wait. Default: half as many as “over”, rounded down."),
      .required("borrows", .list(.text, count: 1...Limits.teams), "The teams, the one to be asked first leading."),
    ])
}
