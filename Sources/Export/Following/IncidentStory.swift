import ContactCentre
import DiscreteEvents

/// All that became of one incident, from first to last. Times are since the first instant of the run.
struct IncidentStory {
  /// A grade it was given, and when.
  struct Grading {
    var time: Milliseconds
    var grade: UInt8
  }

  /// How many units it was found to want, and when.
  struct Assessment {
    var time: Milliseconds
    var wanted: UInt8
  }

  var number: UInt32
  /// The log it came from, and its place on the tape; nil of one that opened from a contact.
  var log: UInt16?
  /// The contact it opened from, who that was, and when that was offered and answered.
  var contact: UInt32?
  var caller: Caller?
  var offered: Milliseconds?
  var answered: Milliseconds?
  var opened: Milliseconds?
  /// The grade it opened with, and those it was given later.
  var gradings: [Grading] = []
  var point: (latitude: Int32, longitude: Int32)?
  /// How many units it wanted at first, and each other number it was later found to want.
  var assessments: [Assessment] = []
  /// When the hour of its appointment came.
  var appointment: Milliseconds?
  /// When the first unit was sent, set off, and came.
  var assigned: Milliseconds?
  var mobile: Milliseconds?
  var atScene: Milliseconds?
  /// How many units were sent; those that came, in order, by their duties.
  var sent = 0
  private(set) var attendedBy: [UInt32] = []
  /// The same without their order, to ask whether one has come before.
  private var attending: Set<UInt32> = []
  /// The hub of the unit that came first.
  var hub: UInt16?
  /// When prisoners were taken to custody, one each.
  var arrests: [Milliseconds] = []
  /// When its caller rang again.
  var rings: [Milliseconds] = []
  var closed: Milliseconds?
  var end: IncidentEnd?

  init(number: UInt32) { self.number = number }

  /// A unit came, perhaps not for the first time.
  mutating func attend(duty: UInt32) {
    if attending.insert(duty).inserted { attendedBy.append(duty) }
  }

  /// The grade it has.
  var grade: UInt8? { gradings.last?.grade }
  /// How many units it wants.
  var wanted: UInt8? { assessments.last?.wanted }

  /// How long it took from when the response clock starts until the first unit came; nil if none came. Of an incident
  /// attended by appointment the clock starts at the hour of that; where there is no contact, when it opened.
  func response(by clock: Response.Clock) -> Milliseconds? {
    guard let atScene, let opened else { return nil }
    let start =
      switch clock {
      case .opened: opened
      case .arrival: offered ?? opened
      case .answer: answered ?? opened
      }
    return atScene - (appointment ?? start)
  }

  /// How long it took from some moment until the first unit came; nil if none came, or there was no such moment.
  func since(_ moment: Milliseconds?) -> Milliseconds? {
    guard let atScene, let moment else { return nil }
    return atScene - moment
  }
}
