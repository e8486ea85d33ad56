import ContactCentre

/// A handler's tour of duty, under whatever position.
struct HandlerTour {
  var duty: UInt32
  var team: UInt16
}

/// A unit's tour of duty, under whatever number.
struct UnitTour {
  var duty: UInt32
  var hub: UInt16
}

/// What is over with an event, so that its story can be told.
enum Ended {
  case nothing
  case contact(ContactStory)
  case incident(IncidentStory)
}

/// What is going on, as far as the events so far tell: the contacts and incidents that are not over, and who is on duty.
///
/// Remembers nothing else but how often each of those came who come again and again, and so does not grow with the length of
/// a run. What is said of a contact or an incident that
/// never began, or is over, is passed over.
struct Situation {
  /// Somebody who gave up and will come again.
  struct Returner {
    var caller: Caller?
    var about: UInt32?
    var isRing = false
  }

  let plan: Plan
  /// The contacts that are not over, by number.
  var contacts: [UInt32: ContactStory] = [:]
  /// The incidents that are not over, by number.
  var incidents: [UInt32: IncidentStory] = [:]
  /// Who is at which position.
  var handlers: [UInt16: HandlerTour] = [:]
  /// Which tour each unit works.
  var units: [UInt16: UnitTour] = [:]
  /// Whose contacts are to come of others, by the number of what is pending.
  var followers: [UInt32: Returner] = [:]
  /// Those who gave up as the contact of that number.
  var returners: [UInt32: Returner] = [:]
  /// How many contacts each of those has made who come again and again.
  var history: [RepeatCaller: Int] = [:]

  /// The beginning of a run of `plan`.
  init(_ plan: Plan) { self.plan = plan }

  /// Lets an event happen; says what is over with it.
  mutating func follow(_ event: Event) -> Ended {
    guard let kind = event.kind else { return .nothing }
    switch kind {
    case .contactArrived, .contactRedialled, .contactRangAgain, .contactFollowedUp, .contactTransferred:
      offer(event, kind)
      return .nothing
    case .frontStageEntered, .frontPassed, .contactContained, .contactDiverted, .contactQueued, .contactAnswered,
      .handlingEnded, .wrapUpEnded, .contactAbandoned, .redialScheduled, .followUpScheduled, .workResumed:
      move(event, kind)
      return endedContact(event.subject)

    case .incidentLogged:
      var story = IncidentStory(number: event.subject)
      story.log = event.resource
      incidents[event.subject] = story
    case .incidentOpened:
      open(event)
      return event.value == Event.noContact ? .nothing : endedContact(event.value)
    case .incidentAssessed:
      // Assessed again it may want as many as before.
      if incidents[event.subject]?.wanted != event.unitsWanted {
        incidents[event.subject]?.assessments.append(.init(time: event.time, wanted: event.unitsWanted))
      }
    case .appointmentCame:
      incidents[event.subject]?.appointment = event.time
    case .incidentRegraded:
      incidents[event.subject]?.gradings.append(.init(time: event.time, grade: event.detail))
    case .incidentClosed:
      guard var story = incidents.removeValue(forKey: event.subject) else { return .nothing }
      story.closed = event.time
      story.end = event.incidentEnd
      return .incident(story)

    case .handlerSignedOn:
      handlers[event.resource] = HandlerTour(duty: event.subject, team: event.group)
    case .handlerSignedOff:
      handlers[event.resource] = nil
    case .unitSignedOn:
      units[event.resource] = UnitTour(duty: event.subject, hub: event.group)
    case .unitSignedOff:
      units[event.resource] = nil
    case .unitAssigned, .unitDiverted, .unitMobile, .unitAtScene, .unitWentToCustody:
      attend(event, kind)
    case .appointmentMade, .handlerAbsent, .handlerFinishingUp, .handlerWentOnBreak, .handlerReturned,
      .breakPostponed, .contactOverflowed, .surgeBegan, .surgeEnded,
      .assignmentEnded, .unitBeganPaperwork, .unitCleared, .unitStoodDown, .unitWentOnBreak, .unitReturned:
      break
    }
    return .nothing
  }

  /// The contacts that are not over, in the order of their numbers.
  var openContacts: [ContactStory] { contacts.values.sorted { $0.number < $1.number } }

  /// The incidents that are not over, likewise.
  var openIncidents: [IncidentStory] { incidents.values.sorted { $0.number < $1.number } }
}
