import DiscreteEvents
import Writing

extension Quantity {
  /// How often: `once`, `twice`, `5 times`.
  static func times(_ count: Int) -> String { count == 1 ? "once" : count == 2 ? "twice" : "\(count) times" }

  /// A length of time as a scenario states it: `3 min`, `8 h`, `2 h 30 min`, `2 days`.
  static func length(_ time: Milliseconds) -> String {
    if time >= 2 * .day, time % .day == 0 { return "\(time / .day) days" }
    if time > .hour, time % .hour != 0, time % .minute == 0 {
      return "\(time / .hour) h \(time % .hour / .minute) min"
    }
    return limit(Double(time) / 1_000)
  }
}
