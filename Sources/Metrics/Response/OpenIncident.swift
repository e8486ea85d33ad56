import DiscreteEvents

/// What the recorder must remember of an incident until it is over: 48 bytes.
struct OpenIncident: Numbered {
  /// When its response clock started.
  var clockStarted: Milliseconds
  /// Since when somebody is to come: since it opened, or since the hour of its appointment; ``never`` before that.
  var waitsSince: Milliseconds
  /// Since when it has its present grade.
  var gradedSince: Milliseconds
  /// When the first unit arrived; ``never`` if none has.
  var attended: Milliseconds
  /// Its number.
  var number: UInt32
  /// The hour of the window at which it opened, counted as ``ArrivalClock`` does; ``outside`` if that was not inside it.
  var slot: UInt32
  /// The hub of the unit that came first.
  var hub: UInt16
  /// Its present grade.
  var grade: UInt8
  /// Whether there is no incident at all.
  var isNone = false

  /// When nothing happens.
  static var never: Milliseconds { .max }
  /// The slot of an incident that opened outside the window.
  static var outside: UInt32 { .max }

  /// An incident that has just opened.
  init(number: UInt32, opened: Milliseconds, clockStarted: Milliseconds, grade: UInt8, slot: UInt32) {
    self.clockStarted = clockStarted
    waitsSince = opened
    gradedSince = opened
    attended = Self.never
    self.number = number
    hub = .max
    self.grade = grade
    self.slot = slot
  }

  /// No incident.
  static var none: OpenIncident {
    var none = OpenIncident(number: 0, opened: 0, clockStarted: 0, grade: 0, slot: outside)
    none.isNone = true
    return none
  }
}
