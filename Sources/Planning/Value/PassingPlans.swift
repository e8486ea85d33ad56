import ContactCentre
import Synchronization

/// Plans that are made when they are first used, and let go of after their last use: there may be too many to have them all
/// at once.
///
/// If workers take the uses in the order of the plans, there are never more plans than workers, and one: a plan that waits
/// for its next use is the latest, or that of a worker who has none yet.
final class PassingPlans: Sendable {
  /// How many plans there are in all.
  let count: Int
  private let places: [Place]
  private let make: @Sendable (_ number: Int) -> Plan

  /// So many plans, from number 0, each of which `make` makes and which is used so many times.
  init(count: Int, uses: Int, make: @escaping @Sendable (_ number: Int) -> Plan) {
    self.count = count
    self.make = make
    places = (0..<count).map { _ in Place(uses: uses) }
  }

  /// Plan number `number`, one use of which begins.
  func take(_ number: Int) -> Plan {
    places[number].state.withLock { state in
      // Whoever else wants this plan waits for it, rather than make it as well.
      let plan = state.plan ?? make(number)
      precondition(state.left > 0, "a plan is not used more often than was said")
      state.left -= 1
      state.plan = state.left > 0 ? plan : nil
      return plan
    }
  }

  /// One of the plans, if it is made and will be used again.
  private final class Place: Sendable {
    let state: Mutex<(plan: Plan?, left: Int)>

    init(uses: Int) { state = Mutex((nil, uses)) }
  }
}
