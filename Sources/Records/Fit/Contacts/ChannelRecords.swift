import DiscreteEvents

/// What is kept of one channel's records, whose number it does not grow with.
struct ChannelRecords: Sendable {
  /// A wait and how it ended.
  struct Wait: Sendable {
    var seconds: Double
    var isAbandoned: Bool
  }

  let name: String
  private(set) var answered = 0
  private(set) var abandoned = 0
  /// Contacts of each civil day and hour of its clock.
  private(set) var byDay: [Int: [UInt32]] = [:]
  private(set) var handling: Reservoir<Double>
  private(set) var wrapUp: Reservoir<Double>
  private(set) var waits: Reservoir<Wait>
  /// Of each hour of the day: how many were answered within ``timeLimit``.
  private(set) var inTime = [Int](repeating: 0, count: 24)
  private(set) var priority = 0.0
  private(set) var prioritised = 0
  /// What in time means, in seconds.
  let timeLimit: Double

  init(name: String, number: Int, timeLimit: Double) {
    self.name = name
    self.timeLimit = timeLimit
    handling = Reservoir(number: 3 * number)
    wrapUp = Reservoir(number: 3 * number + 1)
    waits = Reservoir(number: 3 * number + 2)
  }

  var offered: Int { answered + abandoned }

  /// Contacts of each hour of the day.
  var byHour: [Int] {
    byDay.values.reduce(into: [Int](repeating: 0, count: 24)) { sums, hours in
      for hour in 0..<24 { sums[hour] += Int(hours[hour]) }
    }
  }

  mutating func add(_ record: ContactRecord, at civil: CivilTime) {
    let hour = Int(civil.timeOfDay / .hour)
    byDay[civil.dayNumber, default: [UInt32](repeating: 0, count: 24)][hour] += 1
    waits.add(Wait(seconds: record.wait, isAbandoned: !record.isAnswered))
    if record.isAnswered {
      answered += 1
      if record.wait <= timeLimit { inTime[hour] += 1 }
      if let seconds = record.handling { handling.add(seconds) }
      if let seconds = record.wrapUp { wrapUp.add(seconds) }
    } else {
      abandoned += 1
    }
    if let value = record.priority {
      priority += value
      prioritised += 1
    }
  }
}
