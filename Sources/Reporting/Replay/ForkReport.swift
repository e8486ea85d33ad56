import ContactCentre
import DiscreteEvents
import Experiments
import Findings
import Writing

/// A fork beside the run it was forked from: when they part, what differs, and what became of the callers.
public struct ForkReport: Sendable {
  /// The schema the JSON document follows, as it says itself.
  public static let schema = "watchroom/fork/1"

  private let fork: Fork
  private let provenance: ComparisonProvenance
  private let isChanged: Bool

  /// A report of `fork`; `isChanged` says whether another plan took over in it, so that somebody may wonder if nothing differs.
  public init(_ fork: Fork, provenance: ComparisonProvenance, isChanged: Bool = false) {
    self.fork = fork
    self.provenance = provenance
    self.isChanged = isChanged
  }

  /// The report for people, within 80 columns, with a newline at its end.
  public func text(isColoured: Bool) -> String {
    let page = TextPage(isColoured: isColoured)
    let command = ShellCommand(provenance.command).lines(width: TextTable.pageWidth)
    var sections = [
      page.heading("\(fork.original.scenario.title), forked", underline: "=") + circumstances(isColoured),
      parting,
    ]
    if fork.difference != nil || figuresDiffer {
      sections += fork.result.variants.map {
        page.heading("Original and fork") + DifferenceTable($0).lines(coloured: isColoured)
      }
    }
    if fork.difference != nil { sections.append(page.heading("Contact for contact") + contacts(isColoured)) }
    sections.append(page.heading("The same again") + digests(isColoured) + (command.isEmpty ? [] : [""] + command))
    return sections.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }

  /// The report for programs, with a newline at its end.
  public var json: String {
    let zone = fork.original.scenario.calendar.zone
    let contacts = fork.contacts
    return JSONWriter.document(
      .members([
        "schema": .string(Self.schema),
        "replication": fork.original.replicationNumber.map(JSONValue.unsigned) ?? .null,
        "from": .string(LocalTime(origin + fork.time, in: zone).iso8601),
        "sharedEvents": .unsigned(fork.sharedEvents),
        "identical": .bool(fork.difference == nil),
        "firstDifference": fork.difference.map { EventDifferenceText($0, scenario).json(other: "fork") } ?? .null,
        "contacts": .members([
          "inBoth": .unsigned(contacts.inBoth), "answeredInBoth": .unsigned(contacts.answeredInBoth),
          "waitedLess": .unsigned(contacts.waitedLess), "waitedLonger": .unsigned(contacts.waitedLonger),
          "secondsSaved": .number(Double(contacts.waitSaved) / 1_000),
          "newlyAnswered": .unsigned(contacts.newlyAnswered),
          "answeredNotAbandoned": .unsigned(contacts.answeredNotAbandoned),
          "noLongerAnswered": .unsigned(contacts.noLongerAnswered),
          "abandonedNotAnswered": .unsigned(contacts.abandonedNotAnswered),
          "onlyInOriginal": .unsigned(contacts.onlyInFirst), "onlyInFork": .unsigned(contacts.onlyInSecond),
        ]),
        "comparison": ComparisonJSONReport(fork.result, provenance: provenance).value,
      ]))
  }

  /// The fork's scenario, which has all names the original's has.
  private var scenario: Scenario { fork.result.variants.first?.result.scenario ?? fork.original.scenario }
  private var origin: Milliseconds { scenario.calendar.start - scenario.calendar.warmUp }

  private func circumstances(_ isColoured: Bool) -> [String] {
    let calendar = fork.original.scenario.calendar
    var table = TextTable(alignments: [.left, .left])
    let counts = ([fork.original] + fork.result.variants.map(\.result)).map { Quantity.integer($0.events) }
    table.rows = [
      ["From", .init(LocalTime(fork.original.start, in: calendar.zone).spelledOut)],
      ["To", .init(LocalTime(fork.original.end, in: calendar.zone).spelledOut)],
      ["Clocks", .init(calendar.zone.name)],
      ["Seed", .init(String(fork.original.seed))],
    ]
    table.rows += [fork.original.replicationCircumstance].compactMap { $0 }.map { [.init($0.label), .init($0.value)] }
    table.rows += [
      ["Forked", .init(Self.moment(LocalTime(origin + fork.time, in: calendar.zone)))],
      [
        "Events",
        .init(
          "\(counts.joined(separator: " \u{2192} ")), the first \(Quantity.integer(fork.sharedEvents)) before the fork"),
      ],
    ]
    return table.lines(coloured: isColoured)
  }

  /// A moment to the minute, or if it is between two, to the millisecond.
  private static func moment(_ time: LocalTime) -> String {
    time.civil.timeOfDay % .minute == 0 ? time.spelledOut : time.toTheMillisecond
  }

  /// The first event that differs, and what is to be known of the figures.
  private var parting: [String] {
    var lines = ["The fork is identical to the original, to the end."]
    if let difference = fork.difference {
      let text = EventDifferenceText(difference, scenario)
      lines = [
        "The first event that differs is number \(Quantity.integer(difference.number)).",
        "In the original: \(text.recorded).", "In the fork: \(text.other).",
      ]
    }
    if isChanged, fork.difference == nil, fork.isReckonedAlike {
      lines.append(
        "Nothing that was changed makes a difference from then on. Whoever is on duty keeps the tour they signed on for, and a "
          + "tour that was to begin before the fork does not begin: if the change comes too late, name an earlier --from."
      )
    }
    if !fork.isReckonedAlike {
      lines.append(
        "The fork has other costs, premiums or targets: its figures of the whole run, before the fork too, are by "
          + "those.")
    }
    if let time = fork.broughtForwardFrom {
      let before = Self.moment(LocalTime(origin + time, in: scenario.calendar.zone))
      lines.append(
        "The original is a fork itself: the plan that took over by \(before) takes over at this fork already, changed.")
    }
    return lines.flatMap { $0.wrapped(to: TextTable.pageWidth) }
  }

  /// Whether any figure is another in the fork, though what happened may be the same.
  private var figuresDiffer: Bool {
    fork.result.variants.contains { variant in
      variant.figures.contains { figure in
        let value = figure.difference
        return (value.base == nil) != (value.variant == nil) || (value.difference ?? 0) != 0
      }
    }
  }

  private func contacts(_ isColoured: Bool) -> [String] {
    let contacts = fork.contacts
    var table = TextTable(alignments: [.left, .right, .left])
    func row(_ label: String, _ count: UInt64, _ note: String = "") -> [TextTable.Cell] {
      [.init(label), .init(Quantity.integer(count)), .init(note)]
    }
    let saved = Quantity.duration(abs(Double(contacts.waitSaved)) / 1_000)
    table.rows = [
      row("In both, not yet answered at the fork", contacts.inBoth),
      row("Answered in both", contacts.answeredInBoth),
      row("  after a shorter wait", contacts.waitedLess),
      row("  after a longer wait", contacts.waitedLonger),
      [.init("  time they waited less, in all"), .init((contacts.waitSaved < 0 ? "-" : "") + saved), ""],
      row("Answered in the fork only", contacts.newlyAnswered, gaveUp(contacts.answeredNotAbandoned, "original")),
      row("Answered in the original only", contacts.noLongerAnswered, gaveUp(contacts.abandonedNotAnswered, "fork")),
      row("Came in the fork only", contacts.onlyInSecond),
      row("Came in the original only", contacts.onlyInFirst),
    ]
    return table.lines(coloured: isColoured)
  }

  private func gaveUp(_ count: UInt64, _ side: String) -> String {
    count == 0 ? "" : "\(Quantity.integer(count)) gave up in the \(side)"
  }

  private func digests(_ isColoured: Bool) -> [String] {
    var table = TextTable(alignments: [.left, .left])
    table.rows = [["Engine", .init(Engine.name)]]
    let results = [fork.original] + fork.result.variants.map(\.result)
    table.rows += zip(["Original", "Fork"], results).map { [.init($0), .init($1.digest)] }
    return table.lines(coloured: isColoured)
  }
}
