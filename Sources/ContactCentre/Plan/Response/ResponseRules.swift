/// What the simulation must know of a grade, as plain data.
@usableFromInline
package struct GradeRule: BitwiseCopyable {
  // A grade's samplers stand together in ``ResponseTables/samplers``, in this order.
  /// The place of the sampler of seconds until it is cancelled.
  @inlinable package static var cancelled: Int { 0 }
  /// That of seconds until it is resolved without deployment.
  @inlinable package static var resolved: Int { 1 }
  /// That of seconds until it is regraded.
  @inlinable package static var regrade: Int { 2 }
  /// That of seconds until its caller rings again.
  @inlinable package static var ring: Int { 3 }
  /// That of seconds until the hour of its appointment.
  @inlinable package static var appointment: Int { 4 }
  /// That of seconds at the scene.
  @inlinable package static var scene: Int { 5 }
  /// That of seconds of writing it up.
  @inlinable package static var paperwork: Int { 6 }
  /// How many samplers a grade has.
  @inlinable package static var samplerCount: Int { 7 }

  /// Its waiting lists: the first for incidents that nobody is on the way to or at, the next for those that want one more.
  package var list: UInt8
  /// 0 for response units, 1 for diary units.
  package var role: UInt8
  /// Whether units come on blue lights.
  package var isBlueLight: Bool
  /// Whether it is attended by appointment.
  package var hasAppointment: Bool
  /// Whether any is written up.
  package var hasPaperwork: Bool
  /// A unit is sent only while more than so many are free.
  package var leavesFree: Int
  /// One bit for each grade from which it takes a unit on its way.
  package var preempts: UInt64
  /// One bit for each grade from which it takes a unit at the scene.
  package var preemptsAtScene: UInt64
  /// The share of incidents that is cancelled, if nobody comes before.
  package var cancelledShare: Double
  /// The share that is resolved without deployment, if nobody comes before.
  package var resolvedShare: Double
  /// The share that is regraded, if nobody comes before.
  package var regradeShare: Double
  /// The grade they are given.
  package var regradeTo: UInt8
  /// How likely its caller is to ring again.
  package var ringProbability: Double
  /// The channel on which its caller rings again.
  package var ringChannel: UInt16
  /// How often its caller rings again at most.
  package var ringsAtMost: UInt8
  /// The share of attended incidents at which somebody is arrested.
  package var arrests: Double
  /// The place, among all grades', of the shares of incidents that want 1, 2, … units, summed up.
  package var firstShare: Int
  /// How many units an incident may want, each with its share.
  package var shareCount: Int
}

/// An area as plain data.
package struct AreaRule: BitwiseCopyable {
  /// Its middle, in degrees north.
  package var latitude: Double
  /// Its middle, in degrees east.
  package var longitude: Double
  /// Degrees that its radius spans northwards.
  package var north: Double
  /// Degrees that its radius spans eastwards.
  package var east: Double
  /// The share of incidents in this area and those before it.
  package var share: Double
}

/// A source of incidents as plain data.
package struct LogRule: BitwiseCopyable {
  /// The place, among all sources', of its grades and their shares, summed up.
  package var firstShare: Int
  /// How many grades its incidents may have.
  package var shareCount: Int
  /// The recorded incidents of a trace, nil for a profile.
  package var trace: UnsafePointer<TraceEntry>?
  /// How many those are.
  package var traceCount: Int
}

/// The share of a source's incidents of a grade and of those before it.
package struct LogShare: BitwiseCopyable {
  /// The grade's number.
  package var grade: UInt8
  /// Its share and those before it.
  package var share: Double
}
