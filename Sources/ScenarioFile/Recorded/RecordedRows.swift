import ContactCentre
import DiscreteEvents

/// Gathers what a ledger tells of the contacts that came by one of its channels, or the incidents of one of its logs.
///
/// Only those who came of their own accord: redials and callers who ring again are made by the simulation. Of a contact
/// that was diverted, only what happened until then. O(log n) an event, with n rows so far.
///
/// What a contact's work takes is the caller's, and is told as it would take somebody with experience: of what somebody who
/// was still learning took, the learning is taken off again. Events tell it as undivided attention, so what holding
/// several chats at once or being called away made of it is not in it.
struct RecordedRows {
  private(set) var rows: [TraceRow] = []
  /// Whether there are more of them than may be taken.
  private(set) var areTooMany = false
  private let limit: Int
  /// The number each row's contact or incident has in the ledger. Ascending, as they are numbered as they come.
  private var numbers: [UInt32] = []
  /// Whether each row's contact has been diverted, or was not reached: nothing more is to be known of it.
  private var isDiverted: [Bool] = []

  /// By how many per cent longer the handler in each position takes over all work.
  private var percentSlower: [UInt8] = []

  /// The number of the channel or log in the ledger.
  private let source: UInt16
  private let isLog: Bool
  /// The first instant of the run, in milliseconds since the Unix epoch.
  private let origin: Milliseconds
  /// What the channel's contacts may turn out to be, or of a log the grades there are.
  private let outcomes: [String]
  /// The channels there are.
  private let channels: [String]
  /// By grade, the one outcome of the channel of which an incident of it opens; nil where there is none, or more than one.
  private let outcomesOfGrades: [String?]

  /// Nothing yet of the channel, or the log, number `source` of a ledger, of which up to `limit` may be taken.
  init(of night: RecordedNight, source: Int, isLog: Bool, limit: Int = FileLimits.recordedRows) {
    self.limit = limit
    self.source = UInt16(source)
    self.isLog = isLog
    origin = night.origin
    outcomes =
      isLog
      ? night.scenario.response?.grades.map(\.id) ?? [] : night.scenario.channels[source].outcomes.map(\.name)
    channels = night.scenario.channels.map(\.id)
    outcomesOfGrades = (night.scenario.response?.grades ?? []).map { grade in
      if isLog { return nil }
      let opening = night.scenario.channels[source].outcomes.filter { $0.grade == grade.id }
      return opening.count == 1 ? opening[0].name : nil
    }
  }

  /// Takes what events tell, as far as they are about those.
  ///
  /// - Throws: the first that comes with a number it cannot have: rows are found by their numbers.
  mutating func take(_ events: Span<Event>) throws(ImpossibleEvent) {
    for index in events.indices {
      if areTooMany { return }
      let event = events[index]
      if isNew(event), let last = numbers.last, event.subject <= last {
        throw ImpossibleEvent(
          event: event, place: index, reason: "comes with number \(event.subject), and number \(last) has come before")
      }
      take(event)
    }
  }

  /// Whether somebody comes, or something is logged, with an event.
  private func isNew(_ event: Event) -> Bool {
    event.kind == (isLog ? .incidentLogged : .contactArrived) && event.resource == source
  }

  private mutating func take(_ event: Event) {
    switch event.kind {
    case .contactArrived where isNew(event), .incidentLogged where isNew(event):
      areTooMany = rows.count == limit
      if areTooMany { return }
      rows.append(TraceRow(time: origin + event.time))
      numbers.append(event.subject)
      isDiverted.append(false)
    case .frontStageEntered where !isLog:
      change(event.subject) { row in
        // Nobody is in two stages at once.
        guard Int(event.detail) == row.front.count else { return }
        row.leaveStage(.passed)
        row.front.append(
          RecordedStage(duration: Milliseconds(event.value), option: event.stageOption.map { Int($0) }))
      }
    case .frontPassed where !isLog: change(event.subject) { $0.leaveStage(.passed) }
    case .contactContained where !isLog: change(event.subject) { $0.leaveStage(.contained) }
    case .contactQueued where !isLog && event.isForCallback:
      // Who hung up was not waiting, and what they were called back for is not what the first call would have been.
      break
    case .contactQueued where !isLog:
      change(event.subject) { $0.patience = event.value == Event.endless ? .infinity : Self.seconds(event.value) }
    case .contactAnswered where !isLog && event.callbackReply != .none:
      // Dialling is part of the work; who was not reached did not even turn out to be anything.
      if event.callbackReply == .unreached, let index = index(of: event.subject) { isDiverted[index] = true }
    case .contactAnswered where !isLog:
      let handling = seconds(event.value, by: event.resource)
      // Of a conversation that goes on when the run ends this is all that is known of what it is about.
      let grade = Int(event.detail) - 1
      let outcome = outcomesOfGrades.indices.contains(grade) ? outcomesOfGrades[grade] : nil
      change(event.subject) { row in
        row.handling = handling
        row.outcome = outcome ?? row.outcome
      }
    case .handlingEnded where !isLog:
      let outcome = outcome(event.detail)
      let wrapUp = seconds(event.value, by: event.resource)
      change(event.subject) { row in
        row.wrapUp = wrapUp
        row.outcome = outcome
      }
    case .handlerSignedOn where !isLog:
      let missing = Int(event.resource) + 1 - percentSlower.count
      if missing > 0 { percentSlower.append(contentsOf: repeatElement(0, count: missing)) }
      percentSlower[Int(event.resource)] = event.percentSlower
    case .contactDiverted where !isLog:
      let number = Int(event.resource)
      let exit = number < channels.count ? RecordedStage.Exit.diverted(to: channels[number]) : nil
      change(event.subject) { $0.leaveStage(exit) }
      if let index = index(of: event.subject) { isDiverted[index] = true }
    case .incidentOpened where isLog == (event.value == Event.noContact):
      let grade = isLog ? outcome(event.detail) : nil
      let point = event.point
      change(isLog ? event.subject : event.value) { row in
        row.outcome = grade ?? row.outcome
        row.latitude = Double(point.latitude) / 1e7
        row.longitude = Double(point.longitude) / 1e7
      }
    default: break
    }
  }

  /// Changes the row of the contact or incident of this number, if there is one and it was not diverted.
  private mutating func change(_ number: UInt32, _ body: (inout TraceRow) -> Void) {
    if let index = index(of: number), !isDiverted[index] { body(&rows[index]) }
  }

  private func index(of number: UInt32) -> Int? {
    var (low, high) = (0, numbers.count)
    while low < high {
      let middle = (low + high) / 2
      if numbers[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low < numbers.count && numbers[low] == number ? low : nil
  }

  /// The outcome or grade of this number; nil where the ledger does not tell, which is so if its channel has no outcomes.
  private func outcome(_ number: UInt8) -> String? {
    if Int(number) < outcomes.count { return outcomes[Int(number)] }
    return isLog || outcomes.isEmpty ? nil : TraceRow.other
  }

  /// What work that took the handler in this position so long would take somebody with experience.
  ///
  /// The simulation multiplied it by one and the percentage, and rounded to a millisecond, half up. Divided by the same
  /// factor, which is above one, that is off by less than half a millisecond, so rounding gives exactly what it was, if
  /// it was not cut to ``Event/longest``.
  private func seconds(_ milliseconds: UInt32, by handler: UInt16) -> Double {
    guard Int(handler) < percentSlower.count else { return Self.seconds(milliseconds) }
    let percent = 100 + UInt64(percentSlower[Int(handler)])
    return Self.seconds(UInt32((UInt64(milliseconds) * 100 + percent / 2) / percent))
  }

  private static func seconds(_ milliseconds: UInt32) -> Double { Double(milliseconds) / 1_000 }
}

extension TraceRow {
  /// The contact left the stage it was in last, if it was in any.
  fileprivate mutating func leaveStage(_ exit: RecordedStage.Exit?) {
    guard let last = front.indices.last else { return }
    front[last].exit = exit
  }
}
