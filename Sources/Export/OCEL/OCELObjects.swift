import ContactCentre
import DiscreteEvents

/// Writes the objects of a run as an object-centric event log has them: those that only are there when they appear, those
/// that something becomes of when they are over.
struct OCELObjects {
  private let names: ExportNames
  private let clock: Response.Clock
  private var situation: Situation
  /// Those who come again and again, as far as they have come.
  private var known: Set<RepeatCaller> = []
  /// The surges that have begun, or ended, so far.
  private var surges: Set<UInt16> = []
  private let scenario: Scenario

  init(_ plan: Plan, _ names: ExportNames) {
    self.names = names
    scenario = plan.scenario
    clock = plan.scenario.response?.clock ?? .opened
    situation = Situation(plan)
  }

  /// Takes note of the next event, and writes what it brings or ends.
  mutating func follow(_ event: Event, _ text: inout OCELText) throws {
    switch event.kind {
    case .contactArrived:
      if let caller = situation.caller(of: event) { try meet(caller, &text) }
    case .handlerSignedOn, .handlerAbsent:
      try writeHandler(event, &text)
    case .unitSignedOn:
      try writeUnit(event, &text)
    case .surgeBegan, .surgeEnded:
      if surges.insert(event.resource).inserted { try writeSurge(event.resource, &text) }
    default:
      break
    }
    switch situation.follow(event) {
    case .contact(let story): try write(story, &text)
    case .incident(let story): try write(story, &text)
    case .nothing: break
    }
  }

  /// Writes what was not over when the run ended.
  func finish(_ text: inout OCELText) throws {
    for story in situation.openContacts { try write(story, &text) }
    for story in situation.openIncidents { try write(story, &text) }
  }

  /// Writes a caller who arrived, once only.
  private mutating func meet(_ caller: Caller, _ text: inout OCELText) throws {
    guard let member = caller.known else { return try write(caller, &text) }
    guard known.insert(member).inserted else { return }
    try text.object(
      .caller(caller),
      [
        OCELAttribute(name: "group", value: names.group(member.group)),
        OCELAttribute(name: "number", value: .number(member.number)),
      ], [])
  }

  private func write(_ caller: Caller, _ text: inout OCELText) throws {
    var attributes = [
      OCELAttribute(name: "channel", value: names.channel(caller.channel)),
      OCELAttribute(name: "cell", value: .number(caller.cell)),
      OCELAttribute(name: "index", value: .number(caller.index)),
    ]
    attributes.say("name", names.recorded(caller))
    try text.object(.caller(caller), attributes, [])
  }

  private func writeHandler(_ event: Event, _ text: inout OCELText) throws {
    var attributes = [OCELAttribute(name: "team", value: names.team(event.group))]
    if event.kind == .handlerSignedOn {
      attributes.say("position", .number(event.resource))
      attributes.say("shift", names.shift(UInt16(truncatingIfNeeded: event.extra)))
    }
    try text.object(.handler(duty: event.subject), attributes, [])
  }

  private func writeUnit(_ event: Event, _ text: inout OCELText) throws {
    var attributes = [
      OCELAttribute(name: "hub", value: names.hub(event.group)),
      OCELAttribute(name: "number", value: .number(event.resource)),
      OCELAttribute(name: "officers", value: .number(event.crew.officers)),
      OCELAttribute(name: "overtime", value: .number(event.crew.onOvertime)),
      OCELAttribute(name: "role", value: names.word(event.crew.role.word)),
    ]
    attributes.say("shift", names.shift(UInt16(truncatingIfNeeded: event.extra)))
    try text.object(.unit(duty: event.subject), attributes, [])
  }

  private func writeSurge(_ number: UInt16, _ text: inout OCELText) throws {
    var attributes = [OCELAttribute(name: "name", value: names.surge(number))]
    if Int(number) < scenario.surges.count {
      let watched = scenario.surges[Int(number)].channel
      let channel = scenario.channels.firstIndex { $0.id == watched }
      attributes.say("channel", channel.map { names.channel(UInt16($0)) })
    }
    try text.object(.surge(number), attributes, [])
  }

  private func write(_ story: ContactStory, _ text: inout OCELText) throws {
    var attributes: [OCELAttribute] = []
    for (index, offer) in story.offers.enumerated() {
      let time = index == 0 ? nil : offer.time
      attributes.append(OCELAttribute(name: "channel", value: names.channel(offer.channel), time: time))
    }
    attributes.say("attempt", .number(story.attempt))
    attributes.say("end", story.end.map { names.word($0) }, since: story.ended)
    attributes.say("outcome", story.outcome.map { names.outcome($0, of: story.channel) }, since: story.handled)
    attributes.say("wait", story.wait.map { .seconds($0) }, since: story.answered ?? story.abandoned)
    attributes.say("handling", story.handling.map { .seconds($0) }, since: story.handled)
    attributes.say("wrapUp", story.wrapUp.map { .seconds($0) }, since: story.ended)
    if story.isCalledBack { attributes.say("callback", names.word(.awaited), since: story.queued) }
    if story.isReached != nil {
      attributes.say("callback", story.callback.map { names.word($0) }, since: story.answered)
    }
    // Drawn with the answer, but nobody is asked before the conversation is over.
    if let handled = story.handled {
      attributes.say("survey", story.survey.word.map { names.word($0) }, since: handled)
    }
    for resumption in story.resumptions {
      attributes.say("interrupted", .seconds(resumption.interrupted), since: resumption.time)
    }
    var relations: [OCELRelation] = []
    if let caller = story.caller {
      relations.append(.init(object: .caller(caller), qualifier: story.isMadeByCaller ? .madeBy : .concerns))
    }
    if let previous = story.redialOf { relations.append(.init(object: .contact(previous), qualifier: .redialOf)) }
    if let first = story.follows { relations.append(.init(object: .contact(first), qualifier: .followsFrom)) }
    if let first = story.transferredFrom {
      relations.append(.init(object: .contact(first), qualifier: .handedOnFrom))
    }
    if let incident = story.about { relations.append(.init(object: .incident(incident), qualifier: .about)) }
    if let tour = story.tour { relations.append(.init(object: .handler(duty: tour.duty), qualifier: .answeredBy)) }
    try text.object(.contact(story.number), attributes, relations)
  }

  private func write(_ story: IncidentStory, _ text: inout OCELText) throws {
    var attributes: [OCELAttribute] = []
    for (index, grading) in story.gradings.enumerated() {
      let time = index == 0 ? nil : grading.time
      attributes.append(OCELAttribute(name: "grade", value: names.grade(grading.grade), time: time))
    }
    attributes.say("log", story.log.map { names.log($0) })
    attributes.say("latitude", story.point.map { .degrees($0.latitude) })
    attributes.say("longitude", story.point.map { .degrees($0.longitude) })
    for (index, assessment) in story.assessments.enumerated() {
      attributes.say("wanted", .number(assessment.wanted), since: index == 0 ? nil : assessment.time)
    }
    attributes.say("end", story.end.map { names.word($0.word) }, since: story.closed)
    attributes.say("response", story.response(by: clock).map { .seconds($0) }, since: story.atScene)
    attributes.count("arrests", story.arrests)
    attributes.count("rings", story.rings)
    var relations: [OCELRelation] = []
    if let contact = story.contact { relations.append(.init(object: .contact(contact), qualifier: .openedFrom)) }
    for duty in story.attendedBy { relations.append(.init(object: .unit(duty: duty), qualifier: .attendedBy)) }
    try text.object(.incident(story.number), attributes, relations)
  }
}

extension [OCELAttribute] {
  /// Adds something, if there is anything to say, that is true of an object since some moment, or always was.
  fileprivate mutating func say(_ name: String, _ value: ExportValue?, since time: Milliseconds? = nil) {
    if let value { append(OCELAttribute(name: name, value: value, time: time)) }
  }

  /// Adds how often something had happened, from none at first to after the last of the `moments`.
  fileprivate mutating func count(_ name: String, _ moments: [Milliseconds]) {
    say(name, .number(0))
    for (index, moment) in moments.enumerated() { say(name, .number(index + 1), since: moment) }
  }
}
