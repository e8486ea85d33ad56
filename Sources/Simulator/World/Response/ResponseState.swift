import DiscreteEvents

/// The part of the world where incidents wait and units go to them.
///
/// Empty, and never looked at, where the scenario has no response.
struct ResponseState: ~Copyable {
  private let place = StaysInPlace()
  /// How many incidents have been numbered.
  var incidentsNumbered: UInt32 = 0
  var incidents = NumberedRing<IncidentRecord>(capacity: 64)
  var units = UnitTable()
  /// Two for each grade, in the order in which they are served: see ``GradeRule/list``.
  let queues: UnsafeMutablePointer<IncidentQueue>
  /// By list, where in it to look for a place that is far from its end. Hints, which change no place and are in no snapshot.
  var places: [IncidentPlaces]
  /// One bit for each of them that is not empty.
  var listsWaiting: UInt64 = 0
  /// By grade, how many of its units may be diverted, and how many are at the scene; and one bit for each grade that has
  /// any.
  let divertible: UnsafeMutablePointer<Int>
  let atScene: UnsafeMutablePointer<Int>
  var gradesDivertible: UInt64 = 0
  var gradesAtScene: UInt64 = 0

  init(gradeCount: Int) {
    queues = .allocate(capacity: gradeCount * 2)
    queues.initialize(repeating: IncidentQueue(), count: gradeCount * 2)
    places = Array(repeating: IncidentPlaces(), count: gradeCount * 2)
    divertible = .allocate(capacity: gradeCount)
    divertible.initialize(repeating: 0, count: gradeCount)
    atScene = .allocate(capacity: gradeCount)
    atScene.initialize(repeating: 0, count: gradeCount)
  }

  deinit {
    queues.deallocate()
    divertible.deallocate()
    atScene.deallocate()
  }

  /// Counts one unit more or fewer of a grade that may be diverted.
  mutating func countDivertible(_ grade: UInt8, _ change: Int) {
    divertible[Int(grade)] += change
    let bit: UInt64 = 1 << UInt64(grade)
    if divertible[Int(grade)] > 0 { gradesDivertible |= bit } else { gradesDivertible &= ~bit }
  }

  /// Counts one unit more or fewer at the scene of a grade.
  mutating func countAtScene(_ grade: UInt8, _ change: Int) {
    atScene[Int(grade)] += change
    let bit: UInt64 = 1 << UInt64(grade)
    if atScene[Int(grade)] > 0 { gradesAtScene |= bit } else { gradesAtScene &= ~bit }
  }
}
