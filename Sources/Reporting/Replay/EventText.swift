import ContactCentre
import Writing

/// Says in words what happened, with the names of a scenario.
public struct EventText: Sendable {
  private let scenario: Scenario

  /// For events of a run of `scenario`.
  public init(_ scenario: Scenario) { self.scenario = scenario }

  /// When it happened, to the millisecond, for example `Friday 22 July 2022, 21:14:03.250`.
  public func moment(of event: Event) -> String { local(event).toTheMillisecond }

  /// When it happened, for programs: ISO 8601 by the scenario's clocks, with the offset.
  func instant(of event: Event) -> String { local(event).iso8601 }

  private func local(_ event: Event) -> LocalTime {
    let origin = scenario.calendar.start - scenario.calendar.warmUp
    return LocalTime(origin + event.time, in: scenario.calendar.zone)
  }

  /// What happened, for example `contact 45 was answered by handler 3, work of 2:31`.
  public func description(of event: Event) -> String { description(of: event, on: nil) }

  /// As ``description(of:)``, with the names of stages, options and outcomes if it is known which `channel`, by number, the
  /// contact of the event was on before it.
  public func description(of event: Event, on channel: UInt16?) -> String {
    guard let kind = event.kind else { return "something of kind \(event.rawKind), which this version does not know" }
    let own = channel.flatMap { Int($0) < scenario.channels.count ? scenario.channels[Int($0)] : nil }
    return contact(kind, event, own) ?? incident(kind, event) ?? unit(kind, event) ?? handler(kind, event)
  }

  private func contact(_ kind: EventKind, _ event: Event, _ own: Channel?) -> String? {
    let contact = "contact \(event.subject)"
    let channel = name(scenario.channels.map(\.id), event.resource)
    let length = Self.length(event.value)
    switch kind {
    case .contactArrived:
      let who = event.repeatCaller.map { ", \(name(scenario.callers.map(\.id), UInt16($0.group))) \($0.number)" } ?? ""
      return "\(contact) arrived on \(channel), number \(event.extra) of cell \(event.value)\(who)"
    case .contactRedialled: return "\(contact) redialled \(channel), having been contact \(event.value)"
    case .contactRangAgain: return "\(contact) rang again on \(channel), about incident \(event.value)"
    case .frontStageEntered:
      let option = event.stageOption.map { ", option \(Self.option($0, of: event.detail, own))," } ?? ""
      return "\(contact) entered front stage \(Self.stage(event.detail, of: own))\(option) for \(length)"
    case .frontPassed: return "\(contact) left its last front stage"
    case .contactContained: return "\(contact) was contained in front stage \(Self.stage(event.detail, of: own))"
    case .contactDiverted:
      return "\(contact) was diverted to \(channel) from front stage \(Self.stage(event.detail, of: own))"
    case .contactQueued:
      return event.isForCallback
        ? "\(contact) hung up, to be called back in turn" : "\(contact) began to wait, patient for \(length)"
    case .contactAnswered:
      let instead = event.interrupts ? ", who left what was in hand" : ""
      switch event.callbackReply {
      case .none: return "\(contact) was answered by handler \(event.resource)\(instead), work of \(length)"
      case .reached: return "\(contact) was called back by handler \(event.resource)\(instead), work of \(length)"
      case .unreached:
        return "\(contact) was called back in vain by handler \(event.resource)\(instead), work of \(length)"
      }
    case .handlingEnded:
      return """
        handler \(event.resource) ended the conversation with \(contact), outcome \(Self.outcome(event.detail, of: own)), \
        wrap-up of \(length)
        """
    case .wrapUpEnded: return "handler \(event.resource) finished off \(contact)"
    case .contactAbandoned: return "\(contact) gave up\(event.detail == 0 ? "" : ", and will redial")"
    case .redialScheduled: return "\(contact) will redial \(channel) in \(length)"
    case .followUpScheduled: return "\(contact) will lead to another on \(channel) in \(length)"
    case .contactFollowedUp: return "\(contact) came on \(channel), following from contact \(event.value)"
    case .contactTransferred:
      return "contact \(event.value) was transferred \(event.detail == 0 ? "" : "warm ")to \(channel) as \(contact)"
    case .workResumed: return "handler \(event.resource) took up \(contact) again, after \(length)"
    case .contactOverflowed: return "\(contact) had waited on \(channel) for so long that other teams may take it"
    case .surgeBegan: return "teams were borrowed by surge \(surge(event))"
    case .surgeEnded: return "the teams borrowed by surge \(surge(event)) were released"
    default: return nil
    }
  }

  private func incident(_ kind: EventKind, _ event: Event) -> String? {
    let incident = "incident \(event.subject)"
    let grade = name(scenario.response?.grades.map(\.id) ?? [], UInt16(event.detail))
    let length = Self.length(event.value)
    switch kind {
    case .incidentLogged:
      return "\(incident) was logged by \(name(scenario.response?.logs.map(\.id) ?? [], event.resource))"
    case .incidentOpened:
      let source = event.value == Event.noContact ? "a log" : "contact \(event.value)"
      return "\(incident) opened as \(grade) from \(source)"
    case .incidentAssessed:
      return "\(incident) was assessed: \(Quantity.counted(event.unitsWanted, "unit")) wanted"
    case .appointmentMade: return "\(incident) was given an appointment in \(length)"
    case .appointmentCame: return "the hour of the appointment of \(incident) came"
    case .incidentRegraded: return "\(incident) was regraded \(grade)"
    case .incidentClosed:
      switch event.incidentEnd {
      case .attended: return "\(incident) was closed, attended"
      case .cancelled: return "\(incident) was cancelled"
      case .resolved: return "\(incident) was resolved without deployment"
      }
    default: return nil
    }
  }

  private func unit(_ kind: EventKind, _ event: Event) -> String? {
    let unit = "unit \(event.resource)"
    let incident = "incident \(event.subject)"
    let length = Self.length(event.value)
    switch kind {
    case .unitSignedOn:
      let hub = name(scenario.response?.hubs.map(\.id) ?? [], event.group)
      return "\(unit) signed on at \(hub) with a crew of \(event.crew.officers)\(Self.terms(of: event)), for \(length)"
    case .unitAssigned: return "\(unit) was assigned to \(incident)"
    case .unitDiverted: return "\(unit) was diverted from incident \(event.extra) to \(incident)"
    case .assignmentEnded: return "\(unit) had been told to go to \(incident)"
    case .unitMobile: return "\(unit) set off for \(incident), \(length) away"
    case .unitAtScene: return "\(unit) arrived at \(incident), for \(length)"
    case .unitWentToCustody: return "\(unit) took a prisoner from \(incident) to custody"
    case .unitBeganPaperwork: return "\(unit) began to write up \(incident), for \(length)"
    case .unitCleared: return "\(unit) had finished with \(incident)"
    case .unitStoodDown: return "\(unit) was stood down from \(incident)"
    case .unitWentOnBreak: return "\(unit) went on a break of \(length)"
    case .unitReturned: return "\(unit) came back from a break"
    case .unitSignedOff: return "\(unit) signed off"
    default: return nil
    }
  }

  /// What else the signing on of a unit says of it.
  private static func terms(of event: Event) -> String {
    let crew = event.crew
    var words = ""
    switch crew.onOvertime {
    case 0: break
    case crew.officers: words += " on overtime"
    default: words += ", \(crew.onOvertime) of them on overtime"
    }
    if crew.role == .diary { words += ", to keep appointments" }
    let turn = Double(event.extra &>> 16) / 65_536
    if turn > 0 { words += ", breaks \(Quantity.share(turn, decimals: 1)) of their spread after the first" }
    return words
  }

  private func handler(_ kind: EventKind, _ event: Event) -> String {
    let handler = "handler \(event.resource)"
    let team = name(scenario.teamNames, event.group)
    let length = Self.length(event.value)
    switch kind {
    case .handlerSignedOn:
      let more =
        event.isOnOvertime
        ? " on overtime" : event.percentSlower > 0 ? ", still learning (\(event.percentSlower) % slower)" : ""
      return "\(handler) of \(team) signed on for \(length)\(more) (duty \(event.subject))"
    case .handlerAbsent where event.isLate:
      return "a handler of \(team) was \(length) late (duty \(event.subject))"
    case .handlerAbsent: return "a handler of \(team), rostered for \(length), did not turn up (duty \(event.subject))"
    case .handlerFinishingUp: return "\(handler) was finishing up for \(event.detail == 0 ? "the day" : "a break")"
    case .handlerWentOnBreak where event.isClosed: return "\(handler) could not work for \(length): the site was closed"
    case .handlerWentOnBreak: return "\(handler) went on a break of \(length)"
    case .handlerReturned: return "\(handler) came back from a break"
    case .breakPostponed where event.value == Event.endless:
      return "the break of \(handler) lapsed, as too few would have stayed"
    case .breakPostponed: return "the break of \(handler) was put off by \(length), as too few would have stayed"
    default: return "\(handler) signed off"
    }
  }

  private func surge(_ event: Event) -> String { name(scenario.surges.map(\.id), event.resource) }

  /// The name at `number`, or the number where there is no such name.
  private func name(_ names: [String], _ number: UInt16) -> String {
    Int(number) < names.count ? names[Int(number)].fitted(to: 40) : "number \(number)"
  }

  /// The name of a stage, option or outcome of a channel, or the number where it is not known which.
  private static func stage(_ number: UInt8, of channel: Channel?) -> String {
    name(number, in: channel?.front.map(\.id) ?? [])
  }
  private static func option(_ number: UInt8, of stage: UInt8, _ channel: Channel?) -> String {
    let stages = channel?.front ?? []
    return name(number, in: Int(stage) < stages.count ? stages[Int(stage)].options.map(\.id) : [])
  }
  private static func outcome(_ number: UInt8, of channel: Channel?) -> String {
    name(number, in: channel.map { $0.outcomes.map(\.name) + ["other"] } ?? [])
  }
  private static func name(_ number: UInt8, in names: [String]) -> String {
    Int(number) < names.count ? names[Int(number)].fitted(to: 40) : String(number)
  }

  private static func length(_ milliseconds: UInt32) -> String {
    milliseconds == Event.endless ? "no end" : Quantity.duration(Double(milliseconds) / 1_000)
  }
}
