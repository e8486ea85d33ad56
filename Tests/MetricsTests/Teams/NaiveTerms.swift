import ContactCentre
import DiscreteEvents

/// What people's terms say of a stretch of time, worked out minute by minute.
struct NaiveTerms {
  let plan: Plan

  init(_ plan: Plan) { self.plan = plan }

  /// The stretches of a tour, which begins with `event`, that are planned away from work; none overlaps another.
  func pauses(of event: Event) -> [Range<Milliseconds>] {
    let scenario = plan.scenario
    let end = event.time + Milliseconds(event.value)
    let closures = Int(event.group) < scenario.teams.count ? scenario.teams[Int(event.group)].site : nil
    let closed = (scenario.sites.first { $0.id == closures }?.closures ?? []).map {
      $0.from - plan.origin..<$0.to - plan.origin
    }
    func inTour(_ range: Range<Milliseconds>) -> Range<Milliseconds> { range.clamped(to: event.time..<end) }
    let shift = Int(event.extra & 0xFFFF)
    guard shift < scenario.shifts.count else { return apart(closed.map(inTour)) }
    // The last time the wall showed the start of the shift.
    var start = event.time / 60_000 * 60_000
    while scenario.calendar.zone.civilTime(at: plan.origin + start).timeOfDay != scenario.shifts[shift].start {
      start -= 60_000
    }
    let breaks = scenario.shifts[shift].breaks.compactMap { pause -> Range<Milliseconds>? in
      let due = start + pause.after + pause.spread * Milliseconds(event.extra >> 16) / 65_536
      return due < event.time || closed.contains { $0.contains(due) } ? nil : inTour(due..<due + pause.length)
    }
    return apart(closed.map(inTour) + breaks)
  }

  /// The same instants in stretches that do not overlap.
  private func apart(_ ranges: [Range<Milliseconds>]) -> [Range<Milliseconds>] {
    var end = Milliseconds.min
    return ranges.sorted { $0.lowerBound < $1.lowerBound }.compactMap { range in
      let rest = max(range.lowerBound, end)..<max(range.upperBound, end)
      end = rest.upperBound
      return rest.isEmpty ? nil : rest
    }
  }

  /// Hours of a team's tour inside the window, each as often as its premiums are paid on top.
  func premiumHours(_ team: Int, _ start: Milliseconds, _ end: Milliseconds) -> Double {
    let scenario = plan.scenario
    let premiums = scenario.teams[team].role.premiums
    if premiums.isEmpty { return 0 }
    var hours = 0.0
    var minute = max(start, plan.windowStart)
    while minute < min(end, plan.windowEnd) {
      let next = min((minute / 60_000 + 1) * 60_000, end, plan.windowEnd)
      let civil = scenario.calendar.zone.civilTime(at: plan.origin + minute)
      for premium in premiums where isPaid(premium, at: civil, scenario.calendar) {
        hours += premium.extra * Double(next - minute) / 3_600_000
      }
      minute = next
    }
    return hours
  }

  private func isPaid(_ premium: Premium, at time: CivilTime, _ calendar: ScenarioCalendar) -> Bool {
    func isDay(_ day: Int) -> Bool {
      guard let days = premium.days else { return true }
      return days.weekdays.contains(CivilTime(dayNumber: day).weekday)
        || days.holidays && calendar.holidays.contains(day)
    }
    guard let hours = premium.hours else { return isDay(time.dayNumber) }
    if hours.from < hours.to { return (hours.from..<hours.to).contains(time.timeOfDay) && isDay(time.dayNumber) }
    return time.timeOfDay >= hours.from && isDay(time.dayNumber)
      || time.timeOfDay < hours.to && isDay(time.dayNumber - 1)
  }
}
