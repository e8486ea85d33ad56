import ContactCentre
import DiscreteEvents
import Writing

/// What a scenario says, in words: a name and what holds for it, part by part.
struct Assumptions {
  /// One thing and what is assumed of it.
  struct Entry {
    var name: String
    var sentences: [String]
  }

  /// Things of one kind.
  struct Part {
    var title: String
    var entries: [Entry]
  }

  private let scenario: Scenario

  /// The assumptions of `scenario`.
  init(_ scenario: Scenario) { self.scenario = scenario }

  /// All of them.
  var parts: [Part] {
    let zone = scenario.calendar.zone
    var parts = [
      Part(title: "Calendar", entries: [Entry(name: "", sentences: calendar)]),
      Part(title: "Channels", entries: scenario.channels.map { Entry(name: $0.id, sentences: $0.assumptions(zone)) }),
      Part(title: "Repeat callers", entries: scenario.callers.map { Entry(name: $0.id, sentences: sentences($0)) }),
      Part(title: "Shifts", entries: scenario.shifts.map { Entry(name: $0.id, sentences: $0.assumptions) }),
      Part(title: "Teams", entries: scenario.teams.map { Entry(name: $0.id, sentences: $0.assumptions) } + attendance),
      Part(
        title: "Help while queues are long",
        entries: scenario.surges.map { Entry(name: $0.id, sentences: sentences($0)) }),
      Part(title: "Sites", entries: scenario.sites.map { Entry(name: $0.id, sentences: sentences($0)) }),
    ]
    if let response = scenario.response { parts += ResponseAssumptions(response, zone: zone).parts }
    return parts.filter { !$0.entries.isEmpty }
  }

  /// How many turn up, where a team's own terms do not say.
  private var attendance: [Entry] {
    scenario.attendance.isFull ? [] : [Entry(name: "Attendance", sentences: [scenario.attendance.words])]
  }

  private var calendar: [String] {
    let calendar = scenario.calendar
    var sentences = [
      """
      Measured from \(LocalTime(calendar.start, in: calendar.zone).spelledOut) to \
      \(LocalTime(calendar.end, in: calendar.zone).spelledOut), on the clocks of \(calendar.zone.name).
      """
    ]
    if !calendar.holidays.isEmpty {
      let dates = calendar.holidays.map { LocalTime.day(CivilTime(dayNumber: $0)) }
      sentences.append("Public holidays: \(dates.joined(separator: ", ")).")
    }
    if calendar.warmUp > 0 {
      sentences.append("Simulated \(Quantity.length(calendar.warmUp)) longer before, unmeasured.")
    }
    if calendar.drain > 0 {
      sentences.append("Run on for up to \(Quantity.length(calendar.drain)) after, with no new arrivals.")
    }
    return sentences
  }

  /// Buildings, and when they are closed.
  private func sentences(_ site: Site) -> [String] {
    let zone = scenario.calendar.zone
    return site.closures.isEmpty
      ? ["Never closed."]
      : site.closures.map {
        "Closed from \(LocalTime($0.from, in: zone).spelledOut) to \(LocalTime($0.to, in: zone).spelledOut)."
      }
  }

  /// When teams help, and when no longer.
  private func sentences(_ surge: Surge) -> [String] {
    let lasting = surge.lasting > 0 ? " for \(Quantity.length(surge.lasting))" : ""
    let help = surge.teams.count == 1 ? "answers it too" : "answer it too"
    return [
      """
      When more than \(surge.over) wait on \(surge.channel)\(lasting), \(surge.teams.joined(separator: ", ")) \(help), \
      until no more than \(surge.until) wait.
      """
    ]
  }

  /// Who comes again and again.
  private func sentences(_ group: CallerGroup) -> [String] {
    let shares = group.channels.map { "\(Quantity.share($0.share, decimals: 1)) of \($0.channel)" }
    let who = group.callers == 1 ? "1 person, who makes" : "\(group.callers) people, who make"
    var sentences = ["\(who) \(shares.joined(separator: ", "))."]
    if group.deterred > 0 {
      sentences.append(
        "\(Quantity.share(group.deterred, decimals: 0)) of that does not come, because somebody saw to its cause.")
    }
    return sentences
  }
}

extension ReportPage {
  /// What the scenario assumes, part by part.
  func assumptions(_ html: inout HTMLWriter) {
    html.element("div", ["class": "assumptions"]) { html in
      for part in Assumptions(scenario).parts {
        html.element("section") { html in
          html.element("h3", text: part.title)
          html.element("dl") { html in
            for entry in part.entries {
              html.element("div") { html in
                html.element("dt") { $0.name(entry.name.isEmpty ? part.title : entry.name) }
                for sentence in entry.sentences { html.element("dd", text: sentence) }
              }
            }
          }
        }
      }
    }
  }
}
