import ContactCentre
import Simulator

extension Simulation {
  /// As ``advance(_:)``, and lets `course` look on: at the world whenever it wants to, and at all events.
  ///
  /// Changes nothing of what happens, though it may be handed over in smaller blocks.
  public mutating func advance<Failure: Error>(
    seenBy course: inout CourseCounter, _ consume: (Span<Event>) throws(Failure) -> Void
  ) throws(Failure) -> Bool {
    while let moment = course.nextMoment {
      let hasHappened = try advance(before: moment + 1) { events throws(Failure) in
        course.note(events)
        try consume(events)
      }
      if hasHappened { return true }
      course.look(at: self)
    }
    return try advance { events throws(Failure) in
      course.note(events)
      try consume(events)
    }
  }
}
