/// What was learned of one channel.
public struct LearnedChannel: Sendable {
  /// Its name.
  public let name: String
  /// Contacts recorded.
  public let offered: Int
  /// Those that were answered.
  public let answered: Int
  /// Those that gave up.
  public let abandoned: Int
  /// When contacts come.
  public let arrivals: ArrivalFit
  /// How long handlers spend with a contact; nil where no row says.
  public let handling: DurationFit?
  /// How long they then spend finishing off; nil where no row says.
  public let wrapUp: DurationFit?
  /// How long contacts would wait.
  public let patience: PatienceFit
  /// Which channel is answered first: that of the highest number.
  public let priority: Double
  /// Whether the records say so.
  public let hasPriority: Bool
  /// What in time means, in seconds: assumed by the channel's name.
  public let timeLimit: Double
  /// The share of contacts recorded that were answered in time.
  public let inTime: Double
  /// The share of contacts recorded that gave up.
  var abandonmentRate: Double { Double(abandoned) / Double(max(1, offered)) }
  /// The share of answered contacts that overlapped another of the same handler.
  public let overlapping: Double

  /// Emergency calls are answered in ten seconds, all others in three minutes, unless somebody says otherwise.
  static func standardTarget(of name: String) -> Double { isEmergency(name) ? 10 : 180 }

  /// Whether a channel of that name goes before others if the records say nothing of priority.
  static func isEmergency(_ name: String) -> Bool {
    name.contains("999") || name.contains("112") || name.lowercased().contains("emergency")
  }

  init(_ records: ChannelRecords, _ arrivals: ArrivalFit, overlaps: Int) {
    name = records.name
    offered = records.offered
    answered = records.answered
    abandoned = records.abandoned
    self.arrivals = arrivals
    func fit(_ sample: Reservoir<Double>) -> DurationFit? {
      sample.values.isEmpty ? nil : DurationFit(sample.values, count: sample.count)
    }
    handling = fit(records.handling)
    wrapUp = fit(records.wrapUp)
    patience = PatienceFit(records.waits.values, abandoned: records.abandoned, answered: records.answered)
    hasPriority = records.prioritised > 0
    priority =
      hasPriority ? records.priority / Double(records.prioritised) : Self.isEmergency(records.name) ? 100 : 0
    timeLimit = records.timeLimit
    inTime = Double(records.inTime.reduce(0, +)) / Double(max(1, records.offered))
    overlapping = Double(overlaps) / Double(max(1, records.answered))
  }
}
