import DiscreteEvents
import Erlang

/// A first guess at the heads of a channel whose handlers the records do not name.
enum FormulaStaffing {
  /// Heads of each hour of the day: those with whom Erlang A comes nearest to the share answered in time in that hour.
  static func heads(_ records: ChannelRecords, _ channel: LearnedChannel) -> [Int] {
    let days = Double(max(1, records.byDay.count))
    let handling = (channel.handling?.distribution.mean ?? 0) + (channel.wrapUp?.distribution.mean ?? 0)
    let patience = channel.patience.distribution.mean
    return (0..<24).map { hour in
      let calls = Double(records.byHour[hour])
      guard calls > 0, handling > 0 else { return 0 }
      let demand = QueueDemand(
        calls: calls / days, per: 3_600, handling: handling, patience: patience.isFinite ? patience : nil)
      let share = Double(records.inTime[hour]) / calls
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
  }
}
