import ContactCentre

// What events about incidents, and the units sent to them, tell.
extension Situation {
  mutating func open(_ event: Event) {
    var story = incidents[event.subject] ?? IncidentStory(number: event.subject)
    story.opened = event.time
    story.gradings = [.init(time: event.time, grade: event.detail)]
    story.point = event.point
    if event.value != Event.noContact {
      let contact = contacts[event.value]
      story.contact = event.value
      story.caller = contact?.caller
      story.offered = contact?.offered
      story.answered = contact?.answered
      contacts[event.value]?.incident = event.subject
    }
    incidents[event.subject] = story
  }

  mutating func attend(_ event: Event, _ kind: EventKind) {
    let time = event.time
    // Each change in place: a copy of the story would have its lists copied whenever one grows.
    switch kind {
    case .unitAssigned, .unitDiverted:
      incidents[event.subject]?.sent += 1
      if incidents[event.subject]?.assigned == nil { incidents[event.subject]?.assigned = time }
    case .unitMobile:
      if incidents[event.subject]?.mobile == nil { incidents[event.subject]?.mobile = time }
    case .unitAtScene:
      let tour = units[event.resource]
      if let tour { incidents[event.subject]?.attend(duty: tour.duty) }
      if incidents[event.subject]?.atScene != nil { return }
      incidents[event.subject]?.atScene = time
      incidents[event.subject]?.hub = tour?.hub
    default:  // A prisoner is taken to custody.
      incidents[event.subject]?.arrests.append(time)
    }
  }
}
