import ContactCentre
import DiscreteEvents

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
    var parts = [
      Part(title: "Calendar", entries: [Entry(name: "", sentences: calendar)]),
      Part(title: "Channels", entries: scenario.channels.map { Entry(name: $0.id, sentences: sentences($0)) }),
      Part(
        title: "Shifts",
        entries: scenario.shifts.map { shift in
          let breaks = shift.breaks.map { "\(words($0.length)) after \(words($0.after))" }
          return Entry(
            name: shift.id,
            sentences: [
              "From \(Chart.time(shift.start)) for \(words(shift.length))"
                + (breaks.isEmpty ? ", without breaks." : "; breaks: \(breaks.joined(separator: ", ")).")
            ])
        }),
      Part(title: "Teams", entries: scenario.teams.map { Entry(name: $0.id, sentences: sentences($0)) }),
    ]
    if !scenario.attendance.isFull {
      parts[3].entries.append(Entry(name: "", sentences: [scenario.attendance.words]))
    }
    if let response = scenario.response { parts += ResponseAssumptions(response).parts }
    return parts.filter { !$0.entries.isEmpty }
  }

  private var calendar: [String] {
    let calendar = scenario.calendar
    var sentences = [
      """
      Measured from \(LocalTime(calendar.start, in: calendar.zone).spelledOut) to \
      \(LocalTime(calendar.end, in: calendar.zone).spelledOut), on the clocks of \(calendar.zone.name).
      """
    ]
    if calendar.warmUp > 0 { sentences.append("Simulated \(words(calendar.warmUp)) longer before, unmeasured.") }
    if calendar.drain > 0 { sentences.append("Run on for up to \(words(calendar.drain)) after, with no new arrivals.") }
    return sentences
  }

  private func sentences(_ channel: Channel) -> [String] {
    var sentences = ["A \(channel.kind.rawValue) channel of priority \(Quantity.decimal(channel.priority))."]
    sentences.append(channel.arrivals.words)
    for stage in channel.front {
      var parts = ["takes \(stage.takes.words)"]
      if stage.contains > 0 { parts.append("contains \(Quantity.share(stage.contains, decimals: 1))") }
      parts += stage.divertsTo.map { "diverts \(Quantity.share($0.share, decimals: 1)) to \($0.to)" }
      parts.append(stage.counts ? "its time counts as waiting" : "its time does not count as waiting")
      sentences.append("Before the queue, \(stage.id): \(parts.joined(separator: ", ")).")
    }
    sentences.append(
      "Patience: \(channel.patience.words). Handling: \(channel.handling.words). Wrap-up: \(channel.wrapUp.words).")
    if !channel.outcomes.isEmpty {
      let list = channel.outcomes.map { outcome in
        "\(outcome.name) \(Quantity.share(outcome.share, decimals: 1))"
          + (outcome.grade.map { " (opens an incident of \($0))" } ?? "")
      }
      sentences.append("Outcomes: \(list.joined(separator: ", ")).")
    }
    if let redial = channel.redial {
      sentences.append(
        """
        Who gives up comes again with probability \(Quantity.decimal(redial.probability, decimals: 2)), on \(redial.to), \
        after \(redial.after.words), at most \(redial.atMost) times.
        """)
    }
    if let callback = channel.callback {
      sentences.append(
        """
        From \(callback.whenWaiting) waiting on, \(Quantity.share(callback.accepts, decimals: 0)) accept to be called back, and \
        \(Quantity.share(callback.reached, decimals: 0)) of those are reached.
        """)
    }
    if !channel.routing.preempts.isEmpty {
      sentences.append("Interrupts work on \(channel.routing.preempts.joined(separator: ", ")).")
    }
    if let overflow = channel.routing.overflow {
      sentences.append(
        "After \(words(overflow.after)) of waiting it may go to \(overflow.teams.joined(separator: ", ")) as well.")
    }
    if let target = channel.target {
      var sentence =
        "Target: \(Quantity.share(target.share, decimals: 0)) answered within \(Quantity.limit(Double(target.within) / 1_000))"
      if target.shortAbandon > 0 {
        sentence += "; giving up sooner than \(words(target.shortAbandon)) is a short abandon"
      }
      sentences.append(sentence + ".")
    }
    return sentences
  }

  private func sentences(_ team: Team) -> [String] {
    var sentences = ["Answers \(team.answers.joined(separator: ", "))."]
    if team.concurrency > 1 {
      let slower = team.slowdown.map { Quantity.decimal($0, decimals: 2) }.joined(separator: ", ")
      sentences.append("Up to \(team.concurrency) contacts at a time, work slowing down by \(slower).")
    }
    sentences.append("Staff: \(team.staff.words).")
    if team.costPerHour > 0 {
      sentences.append("A rostered hour costs \(Quantity.decimal(team.costPerHour, decimals: 2)).")
    }
    return sentences
  }

  private func words(_ time: Milliseconds) -> String { Quantity.length(time) }
}

extension Quantity {
  /// A length of time as a scenario states it: `3 min`, `8 h`, `2 days`.
  static func length(_ time: Milliseconds) -> String {
    if time >= 2 * .day, time % .day == 0 { return "\(time / .day) days" }
    return limit(Double(time) / 1_000)
  }
}

extension Chart {
  /// A time of day as a clock shows it.
  static func time(_ time: Milliseconds) -> String {
    let minutes = Int(time / .minute)
    return "\(minutes / 60 < 10 ? "0" : "")\(minutes / 60):\(minutes % 60 < 10 ? "0" : "")\(minutes % 60)"
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
