import ContactCentre
import DiscreteEvents
import Writing

extension Team {
  /// What is assumed of it, in sentences.
  var assumptions: [String] {
    var sentences = [
      answers.isEmpty ? "Answers nothing of its own." : "Answers \(answers.joined(separator: ", "))."
    ]
    if concurrency > 1 {
      let times = slowdown.map { Quantity.decimal($0, decimals: Quantity.decimals(from: 2, toSay: $0)) }
      let held = slowdown.indices.map { String($0 + 1) }
      let slower =
        slowdown.allSatisfy { $0 == 1 }
        ? ""
        : "; with \(held.joined(separator: ", ")) of them each takes \(times.joined(separator: ", ")) times as long"
      sentences.append("Up to \(concurrency) contacts at a time\(slower).")
    }
    sentences.append("Staff: \(staff.words).")
    sentences += minimums.map {
      "At least \($0.heads) \($0.heads == 1 ? "starts" : "start") \($0.shift), on overtime if need be."
    }
    if let people { sentences += people.assumptions }
    sentences += role.assumptions(costPerHour: costPerHour)
    if let site { sentences.append("Works at \(site).") }
    return sentences
  }
}

extension Role {
  /// The terms of people whose hour costs so much, in sentences.
  func assumptions(costPerHour: Double) -> [String] {
    var sentences: [String] = []
    if costPerHour > 0 {
      sentences.append("A rostered hour costs \(Quantity.decimal(costPerHour, decimals: 2)).")
    }
    sentences += premiums.map(\.assumption)
    if let overtime {
      sentences.append("An hour of overtime costs \(Quantity.decimal(overtime, decimals: 2)) times as much.")
    }
    if let attendance { sentences.append(attendance.words) }
    if let lateness, lateness != .constant(0) {
      sentences.append("Ready so long after the start of a tour: \(lateness.words).")
    }
    return sentences
  }
}

extension Premium {
  fileprivate var assumption: String {
    var parts: [String] = []
    if let hours { parts.append("from \(CivilTime.clock(hours.from)) to \(CivilTime.clock(hours.to))") }
    if let days {
      let names =
        days.weekdays.sorted().map { CivilTime.shortWeekdays[$0] } + (days.holidays ? ["public holidays"] : [])
      parts.append("on \(names.joined(separator: ", "))")
    }
    let when = parts.isEmpty ? "always" : parts.joined(separator: " ")
    return "Premium \(id): \(Quantity.share(extra, decimals: 0)) of the rate on top, \(when)."
  }
}

extension Workforce {
  /// How many people there are for the posts, who leaves and who joins.
  fileprivate var assumptions: [String] {
    func heads(_ number: Double) -> String {
      Quantity.decimal(number, decimals: number == number.rounded() ? 0 : 1)
    }
    func date(_ day: Int) -> String { LocalTime.day(CivilTime(dayNumber: day)) }
    var sentences = [
      """
      \(heads(strength)) people for \(heads(establishment)) posts on \(date(asOf))\
      \(leavers > 0 ? ", of whom \(Quantity.share(leavers, decimals: 1)) leave in a year" : "").
      """
    ]
    sentences += intakes.map { intake in
      let training = intake.training > 0 ? " and are at work from \(date(intake.joins))" : ""
      return "Intake \(intake.id): \(heads(intake.heads)) begin on \(date(intake.on))\(training)."
    }
    if let learning {
      sentences.append(
        """
        New people take \(Quantity.decimal(learning.slower, decimals: 2)) times as long at first, and are as quick as \
        anybody after \(Quantity.length(learning.over)).
        """)
    }
    return sentences
  }
}

extension Shift {
  /// Its hours and breaks, in sentences.
  var assumptions: [String] {
    ["From \(CivilTime.clock(start)) for \(Quantity.length(length))\(breaks.isEmpty ? ", without breaks" : "")."]
      + breaks.map { pause in
        let spread = pause.spread > 0 ? " to \(Quantity.length(pause.after + pause.spread)), in turns" : ""
        let cover = pause.cover > 0 ? ", while \(pause.cover) of the team stay at work" : ""
        return "A break of \(Quantity.length(pause.length)) after \(Quantity.length(pause.after))\(spread)\(cover)."
      }
  }
}
