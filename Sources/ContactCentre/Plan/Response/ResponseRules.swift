import DiscreteEvents

/// What the simulation must know of a grade, as plain data.
struct GradeRule: BitwiseCopyable {
  // A grade's samplers stand together in ``ResponseTables/samplers``, in this order.
  static let cancelled = 0
  static let resolved = 1
  static let regrade = 2
  static let ring = 3
  static let appointment = 4
  static let scene = 5
  static let paperwork = 6
  static let samplerCount = 7

  /// Its waiting lists: the first for incidents nobody is on the way to, the next for those that want one more.
  var list: UInt8
  /// 0 for response units, 1 for diary units.
  var role: UInt8
  var isBlueLight: Bool
  var hasAppointment: Bool
  var hasPaperwork: Bool
  /// A unit is sent only while more than so many are free.
  var leavesFree: Int
  /// One bit for each grade from which it takes a unit on its way, and at the scene.
  var preempts: UInt64
  var preemptsAtScene: UInt64
  var cancelledShare: Double
  var resolvedShare: Double
  var regradeShare: Double
  var regradeTo: UInt8
  var ringProbability: Double
  var ringChannel: UInt16
  var ringsAtMost: UInt8
  var arrests: Double
  /// Shares of incidents that want 1, 2, … units, summed up: their place among all grades', and how many.
  var firstShare: Int
  var shareCount: Int
}

/// An area as plain data.
struct AreaRule: BitwiseCopyable {
  /// Degrees.
  var latitude: Double
  var longitude: Double
  /// Degrees north of its radius, and degrees east.
  var north: Double
  var east: Double
  /// The share of incidents in this area and those before it.
  var share: Double
}

/// A source of incidents as plain data.
struct LogRule: BitwiseCopyable {
  /// Grades and their shares, summed up: their place among all sources', and how many.
  var firstShare: Int
  var shareCount: Int
  /// The recorded incidents of a trace, nil for a profile.
  var trace: UnsafePointer<TraceEntry>?
  var traceCount: Int
}

/// The share of a source's incidents of a grade and of those before it.
struct LogShare: BitwiseCopyable {
  var grade: UInt8
  var share: Double
}
