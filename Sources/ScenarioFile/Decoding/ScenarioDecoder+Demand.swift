import ContactCentre
import DiscreteEvents

/// Who comes: what changes the rate of arrivals, appointments, repeat callers, and what callers choose before the queue.
extension ScenarioDecoder {
  func factors(_ cursor: Cursor, _ context: Context) -> [ArrivalProfile.Factor] {
    dictionary(cursor, noun: "stretches of time", limit: Limits.factors).map { member in
      let fields = fields(member.cursor, ScenarioFormat.factor)
      let from = instant(fields, "from", context)
      let to = instant(fields, "to", context)
      if let from, let to, from.instant >= to.instant, let cursor = fields["to"] {
        let fault = from.moment.fault(
          until: to.moment, "this is not later than “from”", "give the earlier of the two as from")
        log.error(cursor.place, cursor.path, fault.message, fault.remedy)
      }
      return ArrivalProfile.Factor(
        name: member.name, from: from?.instant ?? 0, to: to?.instant ?? 0, times: number(fields, "times", default: 1))
    }
  }

  /// An end of a stretch of time, which should be one of the five-minute cells that arrivals are drawn for.
  private func instant(
    _ fields: Fields, _ name: String, _ context: Context
  ) -> (moment: InstantText.Moment, instant: Milliseconds)? {
    let zone = context.calendar?.zone ?? .utc
    guard let cursor = fields[name], let moment = moment(cursor, in: zone) else { return nil }
    let instant = moment.instant(in: zone)
    if instant % Limits.intervalStep != 0 {
      log.warning(
        cursor.place, cursor.path, "the rate of arrivals changes only every five minutes: this is rounded",
        "write a time whose minutes are a multiple of 5")
    }
    return (moment, instant)
  }

  func messages(_ cursor: Cursor) -> [ArrivalProfile.Message] {
    dictionary(cursor, noun: "messages", limit: Limits.messages).map { member in
      let fields = fields(member.cursor, ScenarioFormat.message)
      let times = fields["at"].flatMap { elements($0, count: 1...Limits.messageTimes, noun: "times of the week") }
      return ArrivalProfile.Message(
        name: member.name, at: (times ?? []).compactMap(timeOfWeek), sentTo: number(fields, "sentTo", default: 0),
        replies: number(fields, "replies", default: 0), after: distribution(fields, "after", default: .constant(0)))
    }
  }

  private func timeOfWeek(_ cursor: Cursor) -> ArrivalProfile.Message.Time? {
    guard let text = text(cursor) else { return nil }
    let words = text.split(separator: " ", maxSplits: 1)
    if words.count == 2, let weekday = ScenarioFormat.weekdays.firstIndex(of: String(words[0])),
      let time = InstantText.timeOfDay(Array(words[1].utf8))
    {
      return ArrivalProfile.Message.Time(weekday: weekday, timeOfDay: time)
    }
    log.error(
      cursor.place, cursor.path, "“\(text.prefix(40))” is not a time of the week",
      "write one of \(ScenarioFormat.weekdays.joined(separator: ", ")) and a time, for example \"tue 18:00\"")
    return nil
  }

  func appointments(_ cursor: Cursor) -> AppointmentBook {
    let fields = fields(cursor, ScenarioFormat.appointments)
    let from = fields["from"].flatMap(clock)
    let to = fields["to"].flatMap(clock)
    if let from, let to, from >= to, let cursor = fields["to"] {
      log.error(
        cursor.place, cursor.path, "this is not later than “from”",
        "give the first appointment as from, and the end of the last as to; neither past midnight")
    }
    let every = milliseconds(fields, "every", default: .hour)
    if every % .minute != 0, let cursor = fields["every"] {
      log.error(
        cursor.place, cursor.path, "appointments are made by the minute",
        "write a whole number of minutes, for example \"15m\"")
    }
    var book = AppointmentBook(
      from: from ?? 0, to: to ?? 0, every: max(.minute, every), places: whole(fields, "places", default: 1),
      booked: number(fields, "booked", default: 1), shows: number(fields, "shows", default: 1),
      lateness: distribution(fields, "lateness", default: .constant(0)),
      earliness: milliseconds(fields, "earliness", default: 0))
    if let cursor = fields["days"] { book.days = days(cursor) }
    return book
  }

  private func days(_ cursor: Cursor) -> [Bool] {
    var days = Array(repeating: false, count: ScenarioFormat.weekdays.count)
    for element in elements(cursor, count: 1...7, noun: "days") ?? [] {
      guard let day = choice(element, ScenarioFormat.weekdays),
        let number = ScenarioFormat.weekdays.firstIndex(of: day)
      else { continue }
      if days[number] { log.error(element.place, element.path, "“\(day)” is listed twice", "list each day once") }
      days[number] = true
    }
    return days
  }

  /// The options of a front stage that `takes` so long by itself.
  func options(
    _ cursor: Cursor, _ context: Context, channel: String, takes: Distribution
  ) -> [FrontStage.Option] {
    let options = dictionary(cursor, noun: "options", limit: Limits.options).map { member in
      if ScenarioFormat.frontFigures.contains(member.name) {
        log.error(
          member.namePlace, member.cursor.path, "“\(member.name)” is a figure of the stage itself",
          "give the option another name")
      }
      let fields = fields(member.cursor, ScenarioFormat.stageOption)
      let onward = fields["divertsTo"].map { diversions($0, context, channel: channel) } ?? []
      let contains = number(fields, "contains", default: 0)
      checkShares([contains] + onward.map(\.share), member.cursor, what: "contained and diverted shares")
      return FrontStage.Option(
        id: member.name, share: number(fields, "share", default: 0),
        takes: distribution(fields, "takes", default: takes), contains: contains, divertsTo: onward)
    }
    checkShares(options.map(\.share), cursor, what: "shares")
    return options
  }

  func callerGroups(_ cursor: Cursor, _ context: Context) -> [CallerGroup] {
    let groups = dictionary(cursor, noun: "groups", limit: Limits.callerGroups).map { member in
      let fields = fields(member.cursor, ScenarioFormat.callerGroup)
      let shares = fields["channels"].map { dictionary($0, noun: "shares", limit: Limits.channels) } ?? []
      return CallerGroup(
        id: member.name,
        channels: shares.map { share in
          checkReference(
            share.name, share.namePlace, share.cursor.path, among: context.channelNames, noun: "channel")
          return CallerGroup.Share(channel: share.name, share: number(share.cursor, .share) ?? 0)
        },
        callers: whole(fields, "callers", default: 1), deterred: number(fields, "deterred", default: 0))
    }
    for channel in context.channelNames.listed {
      checkShares(
        groups.flatMap(\.channels).filter { $0.channel == channel }.map(\.share), cursor,
        what: "groups' shares of “\(channel)”")
    }
    return groups
  }
}

extension ScenarioFormat {
  /// What results say of a front stage, beside which its options stand.
  static let frontFigures = ["entered", "contained", "diverted"]
}
