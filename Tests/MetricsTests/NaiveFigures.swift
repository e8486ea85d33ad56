import ContactCentre
import DiscreteEvents

/// The figures of a log worked out the slow and obvious way, from every contact's own record.
struct NaiveFigures {
  /// One contact's stay on one channel.
  private struct Stay {
    var channel: Int
    var offered: Milliseconds
    var countedBefore: Milliseconds = 0
    var queued: Milliseconds?
    var answered: Milliseconds?
    var handled: Milliseconds?
    var finished: Milliseconds?
    var outcome: Int?
    var abandoned: Milliseconds?
    var isContained = false
    var isDiverted = false
    var left: Milliseconds?
    var isCalledBack = false
    var isReached = false
    var survey = SurveyReply.notAsked
    /// The stages entered, with what was chosen there.
    var stages: [(stage: Int, option: Int?)] = []

    func wait(until end: Milliseconds) -> Milliseconds { end - (queued ?? offered) + countedBefore }
  }

  /// By name; what is undefined is missing.
  private(set) var values: [String: Double] = [:]

  init(of events: [Event], _ plan: Plan) {
    let scenario = plan.scenario
    var stays: [Stay] = []
    var current: [UInt32: Int] = [:]
    func arrive(_ event: Event) {
      current[event.subject] = stays.count
      let channel = Int(event.resource)
      stays.append(
        Stay(
          channel: channel, offered: event.time,
          queued: scenario.channels[channel].front.isEmpty ? event.time : nil))
    }
    for event in events {
      let stay = current[event.subject] ?? -1
      switch event.kind {
      case .contactArrived, .contactRedialled, .contactFollowedUp, .contactTransferred: arrive(event)
      case .frontStageEntered:
        stays[stay].stages.append((Int(event.detail), event.stageOption.map { Int($0) }))
        if scenario.channels[stays[stay].channel].front[Int(event.detail)].counts {
          stays[stay].countedBefore += Milliseconds(event.value)
        }
      case .frontPassed: stays[stay].queued = event.time
      case .contactContained:
        stays[stay].isContained = true
        stays[stay].left = event.time
      case .contactDiverted:
        stays[stay].isDiverted = true
        stays[stay].left = event.time
        arrive(event)
      case .contactQueued: stays[stay].isCalledBack = event.isForCallback
      case .contactAnswered:
        stays[stay].answered = event.time
        stays[stay].isReached = event.callbackReply == .reached
        stays[stay].survey = event.surveyReply
      case .contactAbandoned:
        stays[stay].abandoned = event.time
        stays[stay].left = event.time
      case .handlingEnded:
        stays[stay].handled = event.time
        stays[stay].outcome = Int(event.detail)
        if event.value == 0 { stays[stay].finished = event.time }
      case .wrapUpEnded: stays[stay].finished = event.time
      default: break
      }
    }
    for index in scenario.channels.indices { addBacklog(index, stays.filter { $0.channel == index }, plan) }
    stays.removeAll { $0.offered < plan.windowStart || $0.offered >= plan.windowEnd }
    for index in scenario.channels.indices {
      addChannel(index, stays.filter { $0.channel == index }, plan)
    }
    addTeams(events, plan)
    addCallers(events, plan)
  }

  private mutating func addChannel(_ index: Int, _ stays: [Stay], _ plan: Plan) {
    let channel = plan.scenario.channels[index]
    let path = "channels.\(channel.id)."
    addShares(path, of: stays)
    if let target = channel.target {
      let needing = stays.filter { !$0.isContained && !$0.isDiverted }
      let gaveUp = needing.compactMap { stay in stay.abandoned.map { stay.wait(until: $0) } }
      let inTime = answered(in: target.within, needing, channel)
      values[path + "serviceLevel.within"] = Double(target.within) / 1_000
      values[path + "serviceLevel.target"] = target.share
      values.addShare(path + "abandonedAfterThreshold", gaveUp.count { $0 > target.within }, needing.count)
      values.addShare(path + "serviceLevel.ofOffered", inTime, needing.count)
      values.addShare(path + "serviceLevel.ofAnswered", inTime, needing.count { $0.answered != nil })
      values.addShare(
        path + "serviceLevel.ofOfferedLessShortAbandons", inTime,
        needing.count - gaveUp.count { $0 < target.shortAbandon })
    }
    let waits = stays.compactMap { stay in stay.answered.map { stay.wait(until: $0) } }
    values.addShare(path + "waitBands.to10", waits.count { $0 <= 10_000 }, waits.count)
    values.addShare(path + "waitBands.to60", waits.count { $0 > 10_000 && $0 <= 60_000 }, waits.count)
    values.addShare(path + "waitBands.over60", waits.count { $0 > 60_000 }, waits.count)
    values.addSample(path + "speedOfAnswer.", waits)
    values.addSample(path + "handleTime.", stays.compactMap { stay in stay.finished.map { $0 - stay.answered! } })
    if channel.kind.isDeferred {
      values.addSample(path + "reviewTime.", stays.compactMap { stay in stay.handled.map { $0 - stay.offered } })
    }
    if !channel.outcomes.isEmpty {
      for (number, name) in (channel.outcomes.map(\.name) + ["other"]).enumerated() {
        values[path + "outcomes." + name] = Double(stays.count { $0.outcome == number })
      }
    }
    addExtras(path, stays, channel)
    for (number, stage) in channel.front.enumerated() {
      let entered = stays.filter { $0.stages.contains { $0.stage == number } }
      addFront(path + "front.\(stage.id).", number, entered)
      for (option, value) in stage.options.enumerated() {
        addFront(
          path + "front.\(stage.id).\(value.id).", number,
          entered.filter { $0.stages.contains { $0.stage == number && $0.option == option } })
      }
    }
    let zone = plan.scenario.calendar.zone
    for hour in 0..<24 {
      values[path + "byHour.\(hour).hour"] = Double(hour)
      let then = stays.filter { zone.civilTime(at: plan.origin + $0.offered).timeOfDay / .hour == hour }
      addSlice(path + "byHour.\(hour).", then, channel)
    }
    let first = zone.civilTime(at: plan.origin + plan.windowStart).dayNumber
    let last = zone.civilTime(at: plan.origin + plan.windowEnd - 1).dayNumber
    for day in first...last {
      let then = stays.filter { zone.civilTime(at: plan.origin + $0.offered).dayNumber == day }
      addSlice(path + "byDay.\(day - first).", then, channel)
    }
  }

  private mutating func addFront(_ path: String, _ stage: Int, _ entered: [Stay]) {
    values[path + "entered"] = Double(entered.count)
    values[path + "contained"] = Double(entered.count { $0.isContained && $0.stages.last?.stage == stage })
    values[path + "diverted"] = Double(entered.count { $0.isDiverted && $0.stages.last?.stage == stage })
  }

  /// Of each caller who comes again and again, the contacts of their own making, by following every one from the first.
  private mutating func addCallers(_ events: [Event], _ plan: Plan) {
    var callers: [UInt32: RepeatCaller] = [:]
    var made: [RepeatCaller] = []
    for event in events {
      switch event.kind {
      case .contactArrived: callers[event.subject] = event.repeatCaller
      case .contactRedialled: callers[event.subject] = callers[event.value]
      case .contactTransferred, .contactFollowedUp:
        // Not of their making, but if they ring again after that, it is they.
        callers[event.subject] = callers[event.value]
        continue
      default: continue
      }
      let isInWindow = event.time >= plan.windowStart && event.time < plan.windowEnd
      if isInWindow, let caller = callers[event.subject] { made.append(caller) }
    }
    for (number, group) in plan.scenario.callers.enumerated() {
      let path = "callers.\(group.id)."
      let theirs = made.filter { Int($0.group) == number }
      values[path + "offered"] = Double(theirs.count)
      values[path + "callers"] = Double(Set(theirs).count)
      values.addShare(path + "perCaller", theirs.count, Set(theirs).count)
    }
  }

  private mutating func addShares(_ path: String, of stays: [Stay]) {
    values[path + "offered"] = Double(stays.count)
    values[path + "contained"] = Double(stays.count { $0.isContained })
    values[path + "diverted"] = Double(stays.count { $0.isDiverted })
    values[path + "answered"] = Double(stays.count { $0.answered != nil })
    values[path + "abandoned"] = Double(stays.count { $0.abandoned != nil })
    values[path + "waitingAtEnd"] = Double(
      stays.count { !$0.isContained && !$0.isDiverted && $0.answered == nil && $0.abandoned == nil })
    values.addShare(
      path + "abandonmentRate", stays.count { $0.abandoned != nil },
      stays.count { !$0.isContained && !$0.isDiverted })
  }

  private mutating func addSlice(_ path: String, _ stays: [Stay], _ channel: Channel) {
    let needing = stays.filter { !$0.isContained && !$0.isDiverted }
    values[path + "offered"] = Double(stays.count)
    values[path + "answered"] = Double(stays.count { $0.answered != nil })
    values.addShare(path + "abandonmentRate", stays.count { $0.abandoned != nil }, needing.count)
    if let target = channel.target {
      values.addShare(path + "serviceLevel", answered(in: target.within, needing, channel), needing.count)
    }
    let waits = stays.compactMap { stay in stay.answered.map { stay.wait(until: $0) } }
    if !waits.isEmpty { values[path + "speedOfAnswer"] = Double(waits.reduce(0, +)) / Double(waits.count) / 1_000 }
  }

  /// At every midnight after the start, who had come before it and was neither finished nor gone.
  private mutating func addBacklog(_ index: Int, _ stays: [Stay], _ plan: Plan) {
    let channel = plan.scenario.channels[index]
    guard channel.kind.isDeferred else { return }
    let zone = plan.scenario.calendar.zone
    let days = (plan.origin + plan.windowStart) / .day - 1...(plan.origin + plan.windowEnd) / .day + 1
    let midnights = days.map { zone.instant(of: CivilTime(dayNumber: Int($0))) - plan.origin }
      .filter { $0 > plan.windowStart && $0 <= plan.windowEnd }
    var ages: [Milliseconds] = []
    for midnight in midnights {
      for stay in stays where stay.offered <= midnight - 1 && (stay.handled ?? stay.left ?? .max) >= midnight {
        ages.append(midnight - stay.offered)
      }
    }
    values.addShare("channels.\(channel.id).backlog.atMidnight", ages.count, midnights.count)
    if ages.isEmpty { return }
    values["channels.\(channel.id).backlog.age"] = Double(ages.reduce(0, +)) / Double(ages.count) / 1_000
    values["channels.\(channel.id).backlog.oldest"] = Double(ages.max() ?? 0) / 1_000
  }

  private mutating func addExtras(_ path: String, _ stays: [Stay], _ channel: Channel) {
    if channel.callback != nil {
      values[path + "callbacks.asked"] = Double(stays.count { $0.isCalledBack })
      values[path + "callbacks.reached"] = Double(stays.count { $0.isReached })
    }
    guard channel.survey != nil else { return }
    let replied = stays.filter { $0.survey == .satisfied || $0.survey == .dissatisfied }
    values[path + "survey.asked"] = Double(stays.count { $0.survey != .notAsked })
    values[path + "survey.replied"] = Double(replied.count)
    values.addShare(path + "survey.satisfied", replied.count { $0.survey == .satisfied }, replied.count)
  }

  private func answered(in within: Milliseconds, _ stays: [Stay], _ channel: Channel) -> Int {
    if channel.kind.isDeferred {
      return stays.count { stay in stay.handled.map { $0 - stay.offered <= within } ?? false }
    }
    return stays.count { stay in stay.answered.map { stay.wait(until: $0) <= within } ?? false }
  }

  /// Looks at every handler at every event, adding up the time since the one before.
  private mutating func addTeams(_ events: [Event], _ plan: Plan) {
    struct Handler {
      var team = 0
      var isWorking = false
      var contacts: Set<UInt32> = []
      var plannedEnd: Milliseconds = 0
      var isRostered = false
      var pauses: [Range<Milliseconds>] = []
    }
    let terms = NaiveTerms(plan)
    var handlers: [UInt16: Handler] = [:]
    var rostered = Array(repeating: Milliseconds(0), count: plan.scenario.teams.count)
    var staffed = rostered
    var busy = rostered
    var (expected, pauses, broughtIn, overrun) = (rostered, rostered, rostered, rostered)
    var (kept, present) = (rostered, rostered)
    var premium = [Double](repeating: 0, count: rostered.count)
    var hourly = Array(
      repeating: Array(repeating: (rostered: 0.0, staffed: 0.0, busy: 0.0), count: 24), count: rostered.count)
    var now: Milliseconds = 0
    func length(_ start: Milliseconds, _ end: Milliseconds) -> Milliseconds {
      max(0, min(end, plan.windowEnd) - max(start, plan.windowStart))
    }
    func pass(to time: Milliseconds) {
      guard time > now else { return }
      let parts = plan.clockHours(now, time)
      for handler in handlers.values {
        if handler.isWorking { staffed[handler.team] += length(now, time) }
        if !handler.contacts.isEmpty { busy[handler.team] += length(now, time) }
        for part in parts {
          if handler.isWorking { hourly[handler.team][part.hour].staffed += part.hours }
          if !handler.contacts.isEmpty { hourly[handler.team][part.hour].busy += part.hours }
        }
        guard handler.isWorking else { continue }
        overrun[handler.team] += length(max(now, handler.plannedEnd), time)
        let end = min(time, handler.plannedEnd)
        if handler.isRostered { present[handler.team] += length(now, end) }
        kept[handler.team] += length(now, end)
        for pause in handler.pauses {
          kept[handler.team] -= length(max(now, pause.lowerBound), min(end, pause.upperBound))
        }
      }
      now = time
    }
    for event in events {
      pass(to: event.time)
      switch event.kind {
      case .handlerSignedOn:
        let team = Int(event.group)
        let end = event.time + Milliseconds(event.value)
        let away = terms.pauses(of: event)
        handlers[event.resource] = Handler(
          team: team, isWorking: true, plannedEnd: end, isRostered: !event.isOnOvertime, pauses: away)
        expected[team] += length(event.time, end)
        pauses[team] += away.reduce(0) { $0 + length($1.lowerBound, $1.upperBound) }
        if event.isOnOvertime {
          broughtIn[team] += length(event.time, end)
        } else {
          rostered[team] += length(event.time, end)
          for part in plan.clockHours(event.time, end) { hourly[team][part.hour].rostered += part.hours }
          premium[team] += terms.premiumHours(team, event.time, end)
        }
      case .handlerAbsent:
        let team = Int(event.group)
        let end = event.time + Milliseconds(event.value)
        rostered[team] += length(event.time, end)
        for part in plan.clockHours(event.time, end) { hourly[team][part.hour].rostered += part.hours }
        premium[team] += terms.premiumHours(team, event.time, end)
        if event.isLate { expected[team] += length(event.time, end) }
      case .handlerWentOnBreak, .handlerSignedOff: handlers[event.resource]?.isWorking = false
      case .handlerReturned: handlers[event.resource]?.isWorking = true
      case .contactAnswered: handlers[event.resource]?.contacts.insert(event.subject)
      case .handlingEnded where event.value == 0: handlers[event.resource]?.contacts.remove(event.subject)
      case .wrapUpEnded: handlers[event.resource]?.contacts.remove(event.subject)
      default: break
      }
    }
    pass(to: plan.end)
    var total = 0.0
    var siteBusy: [String: Double] = [:]
    for (index, team) in plan.scenario.teams.enumerated() {
      let path = "teams.\(team.id)."
      values[path + "rosteredHours"] = Double(rostered[index]) / 3_600_000
      values[path + "staffedHours"] = Double(staffed[index]) / 3_600_000
      if staffed[index] > 0 { values[path + "occupancy"] = Double(busy[index]) / Double(staffed[index]) }
      func hours(_ time: Milliseconds) -> Double { Double(time) / 3_600_000 }
      if rostered[index] > 0 { values[path + "shrinkage"] = 1 - hours(present[index]) / hours(rostered[index]) }
      if expected[index] > pauses[index] {
        values[path + "adherence"] = hours(kept[index]) / hours(expected[index] - pauses[index])
      }
      values[path + "overtimeHours"] = hours(broughtIn[index] + overrun[index])
      let factor = team.role.overtime
      let overtime =
        team.costPerHour * ((factor ?? 1) * hours(broughtIn[index]) + (factor ?? 0) * hours(overrun[index]))
      values[path + "overtimeCost"] = overtime
      values[path + "premiumCost"] = team.costPerHour * premium[index]
      let cost = hours(rostered[index]) * team.costPerHour + overtime + team.costPerHour * premium[index]
      values[path + "cost"] = cost
      total += cost
      for (hour, spent) in hourly[index].enumerated() {
        values[path + "byHour.\(hour).hour"] = Double(hour)
        values[path + "byHour.\(hour).rosteredHours"] = spent.rostered
        values[path + "byHour.\(hour).staffedHours"] = spent.staffed
        if spent.staffed > 0 { values[path + "byHour.\(hour).occupancy"] = spent.busy / spent.staffed }
      }
      for site in plan.scenario.sites where team.site == site.id {
        let path = "sites.\(site.id)."
        values[path + "rosteredHours", default: 0] += hours(rostered[index])
        values[path + "staffedHours", default: 0] += hours(staffed[index])
        siteBusy[site.id, default: 0] += hours(busy[index])
        values[path + "cost", default: 0] += cost
      }
    }
    for (site, busy) in siteBusy {
      guard let staffed = values["sites.\(site).staffedHours"], staffed > 0 else { continue }
      values["sites.\(site).occupancy"] = busy / staffed
    }
    values["cost.total"] = total
  }
}

extension Plan {
  /// The hours of the day in the window that lie between two instants, each with how many hours of it do, by looking at the
  /// clock every quarter of an hour.
  func clockHours(_ start: Milliseconds, _ end: Milliseconds) -> [(hour: Int, hours: Double)] {
    var parts: [(hour: Int, hours: Double)] = []
    var time = max(start, windowStart)
    let end = min(end, windowEnd)
    while time < end {
      let next = min(end, time + 900_000 - (origin + time) % 900_000)
      let hour = Int(scenario.calendar.zone.civilTime(at: origin + time).timeOfDay / .hour)
      parts.append((hour, Double(next - time) / 3_600_000))
      time = next
    }
    return parts
  }
}
