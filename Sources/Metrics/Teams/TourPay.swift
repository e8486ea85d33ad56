import ContactCentre
import DiscreteEvents

/// What rostered time costs that somebody works as planned: the rate, and premiums on top.
public struct TourPay {
  private let pay: Pay
  private let premiums: PremiumHours
  private let plan: Plan

  /// What time costs at a rate and on the terms of a role, by the calendar and the measured window of `plan`.
  public init(perHour: Double, role: Role, plan: Plan) {
    pay = Pay(perHour: perHour, role: role)
    premiums = PremiumHours(role.premiums, plan: plan)
    self.plan = plan
  }

  /// The cost of one person's time, given since the Unix epoch; what lies outside the window costs nothing.
  public func cost(from start: Milliseconds, to end: Milliseconds) -> Double {
    wholeCost(
      from: max(start, plan.origin + plan.windowStart), to: min(end, plan.origin + plan.windowEnd))
  }

  /// The cost of one person's time, given since the Unix epoch, whether or not it lies inside the window.
  public func wholeCost(from start: Milliseconds, to end: Milliseconds) -> Double {
    guard start < end else { return 0 }
    let first = start - plan.origin
    let last = end - plan.origin
    var times = [Milliseconds](repeating: 0, count: premiums.count)
    times.withUnsafeMutableBufferPointer { times in
      if let start = times.baseAddress { premiums.add(from: first, to: last, to: start) }
    }
    return pay.perHour * Pay.hours(last - first) + pay.premiumCost(times)
  }
}
