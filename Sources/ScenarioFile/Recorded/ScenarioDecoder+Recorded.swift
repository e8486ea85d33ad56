import ContactCentre
import Ledger
import Reading
import Writing

extension ScenarioDecoder {
  /// The contacts, or incidents, that a ledger tells of, inside the simulated time, earliest first.
  ///
  /// - Parameters:
  ///   - cursor: the value that names the ledger.
  ///   - source: the value that names the channel or log in it; nil for the one that has the same name.
  func recorded(
    _ cursor: Cursor, source: Cursor?, _ context: Context, of subject: TraceSubject
  ) -> [TraceRow] {
    guard let night = night(cursor), let number = number(source, in: night, cursor, subject) else { return [] }
    warnIfShort(night, cursor, context)
    var rows = RecordedRows(of: night, source: number, isLog: subject.isLog)
    do throws(LedgerError) {
      try night.reader.check { events throws(ImpossibleEvent) in try rows.take(events) }
    } catch {
      report(error, night.file, cursor)
      ledgers[night.file.path] = .some(nil)
      return []
    }
    if case .contacts(let channel, _) = subject {
      recordedFronts[channel] = night.scenario.channels[number].front
      if night.scenario.deters(night.scenario.channels[number]) { recordedDeterrence[channel] = cursor }
    }
    let things = subject.isLog ? "incidents" : "contacts"
    if rows.areTooMany {
      log.error(
        night.file.place(line: 0, column: 0), cursor.path,
        "this ledger has more than \(FileLimits.recordedRows) \(things) of it", "take arrivals from a shorter run")
      return []
    }
    if rows.rows.isEmpty {
      log.warning(
        night.file.place(line: 0, column: 0), cursor.path, "this ledger has no \(things) of it",
        "take arrivals from a longer run, or give perYear")
    }
    var trace = inWindow(sorted(rows.rows, night.file, cursor), things, night.file, cursor, context)
    forgetUnknownOutcomes(&trace, night.file, cursor, subject)
    forgetPlacesOutOfReach(&trace, night.file, cursor, context)
    return trace
  }

  /// The number in a ledger of the channel or log that is wanted, or nil, and a problem noted, where there is none.
  private func number(
    _ source: Cursor?, in night: RecordedNight, _ cursor: Cursor, _ subject: TraceSubject
  ) -> Int? {
    let noun = subject.isLog ? "log" : "channel"
    let names = subject.isLog ? night.scenario.response?.logs.map(\.id) ?? [] : night.scenario.channels.map(\.id)
    var name = subject.name
    if let source {
      guard let other = self.name(source) else { return nil }
      name = other
    }
    if let number = names.firstIndex(of: name) { return number }
    let remedy = suggestion(for: name, among: names, noun: "\(noun)s")
    let place = source ?? cursor
    log.error(
      place.place, place.path, "the ledger has no \(noun) “\(name.prefix(60))”",
      source == nil && !names.isEmpty ? "name another as “channel”: \(remedy)" : remedy)
    return nil
  }

  /// Marks the stages that are as they were when a channel's contacts were recorded: what happened there happens again. What
  /// happens in the others is drawn, which is warned of.
  func markRecorded(_ front: inout [FrontStage], of recorded: [FrontStage], _ cursor: Cursor) {
    var drawn: String?
    for number in front.indices {
      front[number].isRecorded = number < recorded.count && front[number].isSame(as: recorded[number])
      if !front[number].isRecorded, drawn == nil { drawn = front[number].id }
    }
    if drawn == nil, front.count < recorded.count { drawn = recorded[front.count].id }
    guard let drawn else { return }
    log.warning(
      cursor.place, cursor.path,
      "“\(drawn.prefix(40))” is not as it was when these contacts were recorded: what happens there is drawn",
      "leave the stages as they are in the ledger if the same is to happen before the queue")
  }

  /// Who was deterred on a night is not in its ledger, and of those who are, as many stay away again.
  func warnIfDeterredTwice(_ scenario: Scenario) {
    for channel in scenario.channels where scenario.deters(channel) {
      guard let cursor = recordedDeterrence[channel.id] else { continue }
      log.warning(
        cursor.place, cursor.path,
        "some were deterred from coming when these contacts were recorded, and “deterred” keeps some of those away who came",
        "set deterred: 0, in outcomes and callers, for the same contacts to come")
    }
  }

  /// Leaves to chance what contacts turned out to be that cannot be so here.
  private func forgetUnknownOutcomes(
    _ trace: inout [TraceRow], _ file: NamedFile, _ cursor: Cursor, _ subject: TraceSubject
  ) {
    let known = Set(subject.outcomes + (subject.isLog ? [] : [TraceRow.other]))
    var (unknown, count): (String?, Int) = (nil, 0)
    for index in trace.indices {
      guard let outcome = trace[index].outcome, !known.contains(outcome) else { continue }
      trace[index].outcome = nil
      unknown = unknown ?? outcome
      count += 1
    }
    guard let unknown else { return }
    let (have, first, theirs) =
      count == 1 ? ("has", "", "its own is drawn") : ("have", "the first ", "theirs are drawn")
    log.warning(
      file.place(line: 0, column: 0), cursor.path,
      "\(Quantity.counted(count, subject.noun)) \(have) "
        + "\(subject.isLog ? "a grade there is not" : "an outcome the channel has not"), "
        + "\(first)“\(unknown.prefix(40))”; \(theirs)",
      suggestion(for: unknown, among: subject.outcomes, noun: subject.isLog ? "grades" : "outcomes of the channel"))
  }

  /// Leaves to chance where something happened where no unit could go.
  private func forgetPlacesOutOfReach(
    _ trace: inout [TraceRow], _ file: NamedFile, _ cursor: Cursor, _ context: Context
  ) {
    guard let home = context.home else { return }
    var count = 0
    for index in trace.indices {
      guard let latitude = trace[index].latitude, let longitude = trace[index].longitude,
        Location(latitude: latitude, longitude: longitude).isOutOfReach(of: home.location)
      else { continue }
      (trace[index].latitude, trace[index].longitude) = (nil, nil)
      count += 1
    }
    if count == 0 { return }
    log.warning(
      file.place(line: 0, column: 0), cursor.path,
      "\(Quantity.counted(count, "incident")) \(count == 1 ? "was" : "were") more than \(Int(Limits.reach)) km from "
        + "“\(home.hub.prefix(40))”; \(count == 1 ? "its place" : "where they are") is drawn",
      "take arrivals from a night in the same force")
  }
}

extension FrontStage {
  /// Whether the same happens in another by chance. What counts as waiting is no matter.
  fileprivate func isSame(as other: FrontStage) -> Bool {
    var other = other
    (other.counts, other.isRecorded) = (counts, isRecorded)
    return self == other
  }
}

extension Scenario {
  /// Whether some of a channel's contacts do not come because somebody was told better, or looked into what is behind them.
  fileprivate func deters(_ channel: Channel) -> Bool {
    channel.outcomes.contains { $0.deterred > 0 }
      || callers.contains { group in
        group.deterred > 0 && group.channels.contains { $0.channel == channel.id && $0.share > 0 }
      }
  }
}

extension TraceSubject {
  fileprivate var isLog: Bool {
    switch self {
    case .contacts: false
    case .incidents: true
    }
  }

  /// What the channel or log is called.
  fileprivate var name: String {
    switch self {
    case .contacts(let name, _), .incidents(let name, _): name
    }
  }

  /// What it may turn out to be.
  fileprivate var outcomes: [String] {
    switch self {
    case .contacts(_, let names), .incidents(_, let names): names
    }
  }
}
