import DiscreteEvents
import Erlang

/// A first guess at the heads of a channel whose handlers the records do not name.
enum FormulaStaffing {
  /// Heads by weekday, Monday first, and hour: those with whom Erlang A, given the contacts to be expected in that hour of
  /// the week, comes nearest to the share answered in time in that hour of the day.
  static func heads(_ records: ChannelRecords, _ channel: LearnedChannel) -> [[Int]] {
    let recorded = records.byHour
    let demands = demands(channel)
    func heads(_ weekday: Int, _ hour: Int) -> Int {
      guard recorded[hour] > 0, let demand = demands[weekday][hour], demand.load > 0,
        demand.load <= QueueDemand.greatestLoad
      else { return 0 }
      let share = Double(records.inTime[hour]) / Double(recorded[hour])
      func level(_ heads: Int) -> Double {
        guard heads > 0 else { return 0 }
        let queue = demand.queue(handlers: heads)
        return queue.isStable ? queue.serviceLevel(within: records.timeLimit) : 0
      }
      // Beyond this a few handlers more make no difference that could be seen.
      let goal = min(max(share, 0.01), 0.995)
      let enough = demand.fewestHandlers(meeting: [.serviceLevel(atLeast: goal, within: records.timeLimit)])
      let isNearer = enough > 1 && share - level(enough - 1) < level(enough) - share
      return isNearer ? enough - 1 : enough
    }
    return (0..<7).map { weekday in (0..<24).map { heads(weekday, $0) } }
  }

  /// Whether more comes by a channel in some hour of the week than heads are counted for.
  static func isBeyondCounting(_ channel: LearnedChannel) -> Bool {
    demands(channel).joined().contains { ($0?.load ?? 0) > QueueDemand.greatestLoad }
  }

  /// The contacts to be expected by weekday, Monday first, and hour; nil where none are, or none takes a handler any time.
  private static func demands(_ channel: LearnedChannel) -> [[QueueDemand?]] {
    let handling = (channel.handling?.distribution.mean ?? 0) + (channel.wrapUp?.distribution.mean ?? 0)
    let patience = channel.patience.distribution.mean
    return (0..<7).map { weekday in
      (0..<24).map { hour in
        // A roster knows no months.
        let calls = (0..<12).reduce(0) { $0 + channel.arrivals.expected($1, weekday, hour) } / 12
        guard calls > 0, handling > 0 else { return nil }
        return QueueDemand(
          calls: calls, per: 3_600, handling: handling, patience: patience.isFinite ? patience : nil)
      }
    }
  }
}
