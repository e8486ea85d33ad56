extension ContactTable {
  /// The columns before those of the stages.
  static let beforeStages = [
    ExportColumn("contact", "number of the contact"),
    ExportColumn("channel", "the channel it was offered on first"),
    ExportColumn(
      "callerChannel",
      "with callerCell and callerIndex, who it is in every run of the seed: the channel they came by first"),
    ExportColumn(
      "callerCell",
      "five-minute cell since 1 January 1970 in UTC in which they came; of a trace or ledger 0, by appointment the day"
    ),
    ExportColumn(
      "callerIndex", "place in that cell; of a trace or ledger among all in the run, by appointment in the day's book"),
    ExportColumn("caller", "the name a trace gives them"),
    ExportColumn("redialOf", "the contact that was given up before"),
    ExportColumn("attempt", "how often that caller has redialled by then"),
    ExportColumn(
      "rangAbout", "the incident they rang again about, or redial about; empty of what only follows from that"),
    ExportColumn("offered", "moment it was offered first"),
    ExportColumn("offeredMs", "ms from the run's first instant until then"),
    ExportColumn("divertedTo", "the last channel it was diverted to"),
    ExportColumn("diverted", "moment of that"),
    ExportColumn("divertedMs", "ms from the run's first instant until then"),
  ]

  /// What the column of each stage means; it is called after the channel and the stage.
  static let ofStage = ExportColumn(
    "front.<channel>.<stage>", "s in the stage, in all; empty if it never entered it. One column for each stage")

  /// The columns behind those of the stages.
  static let afterStages = [
    ExportColumn("queued", "moment it found nobody free and began to wait; empty if it was answered at once"),
    ExportColumn("answered", "moment a handler took it"),
    ExportColumn("contained", "moment its need was met before the queue"),
    ExportColumn("abandoned", "moment it gave up"),
    ExportColumn("handled", "moment the conversation, or the work, was over"),
    ExportColumn("wrappedUp", "moment the wrap-up was over; empty if there was none"),
    ExportColumn("patience", "s it would have waited; empty if it need not, or would for ever"),
    ExportColumn(
      "wait",
      "s until it was answered or gave up, on its last channel as reports count it: in the queue, and in stages that count"
    ),
    ExportColumn("handling", "s from the answer to handled, less interruptions"),
    ExportColumn("wrapUp", "s from handled to wrappedUp, less interruptions; empty if it is not over"),
    ExportColumn("handler", "position of the handler"),
    ExportColumn("duty", "number of the handler's tour"),
    ExportColumn("team", "team of the handler"),
    ExportColumn("outcome", "what it turned out to be; other is what the scenario does not name"),
    ExportColumn("end", "handled, abandoned or contained; empty if it was not over when the run ended"),
    ExportColumn("incident", "the incident that opened from it"),
    ExportColumn("follows", "the contact it follows from"),
    ExportColumn("transferredFrom", "the contact it was handed on from"),
    ExportColumn("callback", "awaited, reached or unreached; empty if the caller did not hang up to be called back"),
    ExportColumn("survey", "satisfied, dissatisfied or noReply; empty if the caller is not asked"),
    ExportColumn("interrupted", "s its handler left it for more pressing contacts, in all; empty if never"),
  ]

  /// The columns there are where callers come again and again.
  static let ofCallers = [
    ExportColumn("callerGroup", "group of a caller who comes again and again; only where the scenario has any"),
    ExportColumn("callerNumber", "number in that group; likewise"),
    ExportColumn("contactsBefore", "how many contacts that caller had made before; likewise"),
  ]
}
