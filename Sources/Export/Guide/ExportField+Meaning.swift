extension ExportField {
  /// What it says, beginning with the unit of a number that has one; and what it means that it is missing, where that is more
  /// than that there is nothing to say.
  var meaning: String {
    switch self {
    case .contact: "number of the contact; of an incident that opened, the one it came from"
    case .channel: "the channel it is on, after the event; of what is scheduled, the channel of that"
    case .cell:
      """
      with channel or log and index, who arrived, in every run of the seed: the five-minute cell since 1 January 1970 in UTC; of \
      a trace 0, by appointment the day since then
      """
    case .index:
      "place in that cell (of a trace or ledger: among all in the run, earliest first; by appointment: in the day's "
        + "book), from 0"
    case .redialOf: "the contact that was given up before"
    case .attempt: "how often that caller has redialled, or rung again about the incident"
    case .stage: "stage before the queue"
    case .handler: "position of the handler, or of the dispatcher of a unit's event; passes from one to the next"
    case .duty: "number of the tour worked, or to be worked, there; no two have the same"
    case .team: "team of that handler"
    case .outcome: "what the contact turned out to be; other is what the scenario does not name"
    case .incident: "number of the incident"
    case .log: "where an incident came from that no contact raised"
    case .grade: "grade of the incident, after the event; of an answer, that of the incident that opens from it"
    case .latitude: "degrees north"
    case .longitude: "degrees east"
    case .wanted: "how many units the incident wants"
    case .end: "attended, cancelled or resolved: how the incident ended, or after endsAfter would"
    case .unit: "number of the unit; passes from one to the next"
    case .unitDuty: "number of the unit's tour; no two have the same, handlers' duties included"
    case .hub: "hub of the unit"
    case .officers: "how many are in the unit"
    case .overtime: "how many of them were brought in to make up a minimum; of a handler 1, or missing"
    case .role: "response, or diary for a unit that keeps appointments"
    case .suite: "custody suite"
    case .divertedFrom: "the incident the unit was called away from"
    case .shift: "shift of the tour; missing if it follows none"
    case .turn: "how far into the spread of its breaks the tour's are, in 65,536ths"
    case .lasts:
      """
      s that what begins here takes, as drawn: a stage, tour, break, telling a unit where to go, scene, custody, paperwork; of \
      one who is late, how late; missing if it has no end
      """
    case .patience: "s the contact would wait; missing if for ever"
    case .handling: "s of undivided attention it will take, as drawn"
    case .wrapUp: "s of wrap-up that follow, as drawn"
    case .opensAfter: "s until an incident opens from the contact"
    case .after:
      "s until a redial, a follow-up or an appointment is due, or a break is asked for again; missing if that lapses"
    case .endsAfter: "s until the incident ends if nobody comes; missing if it does not"
    case .regradedAfter: "s until the incident is given another grade if nobody comes; missing if it is not"
    case .ringsAfter: "s until its caller rings again if nobody comes; missing if they do not"
    case .journey: "s of the way to the scene or to custody"
    case .mobilisation: "s from when the unit knows until it sets off"
    case .willRedial: "whether the caller who gave up will come again"
    case .forBreak: "whether work in hand delays a break; if not, the end of the tour"
    case .follows: "the contact that this one follows from, or was handed on from"
    case .item: "number of what is pending, the same when it is scheduled and when it comes"
    case .callback: "true if the caller hung up to be called back in turn; else missing"
    case .interrupts: "true if the handler left other work for the contact; else missing"
    case .interruption: "s for which the contact had been left"
    case .warm: "whether the first handler stays until the second answers"
    case .briefing: "s for which both then speak"
    case .survey: "satisfied, dissatisfied or noReply: what the caller will say when asked; missing if not asked"
    case .surge: "rule by which teams are borrowed"
    case .reached: "whether a caller who was called back picked up; missing if not called back"
    case .option: "what was chosen in the stage; missing if nothing was"
    case .callerGroup: "group of a caller who comes again and again; missing of others"
    case .callerNumber: "number in that group"
    case .slower: "per cent by which one who is still learning takes longer; missing of others"
    case .late: "true of one who will come, but late; else missing"
    case .closed: "true if it is no break, but the site is closed; else missing"
    }
  }
}
