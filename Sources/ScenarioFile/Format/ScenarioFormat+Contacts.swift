import ContactCentre

/// What contacts turn out to be, and what comes of them.
extension ScenarioFormat {
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
      .optional(
        "handling", .distribution(endless: false),
        "How long a handler spends with such a contact. Default: as the channel says."),
      .optional(
        "wrapUp", .distribution(endless: false),
        "How long the handler then spends finishing off. Default: as the channel says."),
      .optional(
        "followUps", .dictionary(.object(followUp), limit: Limits.followUps),
        "Contacts that come of it later, by name: people who were sent away, victims to be told. Of one contact come sixteen "
          + "others at most, one of the other, follow-ups, transfers and diversions together."),
      .optional(
        "deterred", .number(.share),
        "The share of those who would turn out so who do not come at all, because they were told better. Default: 0."),
      .optional("transfer", .object(transfer), "Where its caller is handed on to when the conversation is over."),
    ])

  static let followUp = ObjectFormat(
    "followUp", "A contact that comes of another when that is over.", noun: "follow-up",
    keys: [
      .optional("to", .text, "The channel it comes on. Default: the one of the same name."),
      .optional("probability", .number(.share), "The probability that it comes. Default: 1."),
      .required("after", .distribution(endless: false), "How long after the conversation ended."),
    ])

  static let transfer = ObjectFormat(
    "transfer", "Where a caller is handed on to, as a contact of that channel.",
    keys: [
      .required("to", .text, "The channel on which the caller is offered."),
      .optional(
        "warm", .distribution(endless: false),
        "How long both handlers speak: the first stays on the line until the second answers. "
          + "Default: a cold transfer, the first lets go at once."),
    ])

  static let callback = ObjectFormat(
    "callback", "The offer to hang up, keep one's place in the queue, and be called when one's turn has come.",
    keys: [
      .optional(
        "whenWaiting", .whole(0...Limits.waiting),
        "It is made to who must wait while at least so many wait ahead. Default: 0."),
      .required("accepts", .number(.share), "The share of those asked who accept."),
      .optional("dialling", .distribution(endless: false), "How long the handler takes to dial. Default: 0."),
      .optional(
        "reached", .number(.share),
        "The share of those called who pick up; of the others nothing comes but the dialling. Default: 1."),
    ])

  static let survey = ObjectFormat(
    "survey",
    "A text message after the contact that asks how it went. The curve is an assumption: the probability that somebody "
      + "is satisfied is satisfied × 2^(−wait in the queue / halfLife) × the outcome's factor, at most 1.",
    keys: [
      .required("sample", .number(.share), "The share of answered contacts that are asked."),
      .required("replies", .number(.share), "The share of those asked who reply."),
      .required("satisfied", .number(.share), "The share of replies that would be satisfied if nobody waited."),
      .required("halfLife", .duration(.positiveDuration), "The wait that halves it."),
      .optional(
        "outcomes", .dictionary(.number(.nonNegative(to: Limits.satisfaction)), limit: Limits.outcomes),
        "The factor of an outcome, by its name. Default: 1."),
    ])
}
