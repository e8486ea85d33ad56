import Experiments
import Metrics
import Writing

/// The figures a comparison is read for, by channel, grade, team and hub, in the order in which people read them.
package struct Headlines {
  /// One of them.
  package struct Line {
    /// What the field calls it, the channel, grade or team being clear from where it stands; or the hub.
    package let label: String
    /// The figure's name.
    package let metric: String
    /// What its numbers are.
    package let unit: Figure.Unit
    /// What it means if there is more of it.
    package let change: Change

    /// A line.
    package init(label: String, metric: String, unit: Figure.Unit, change: Change) {
      self.label = label
      self.metric = metric
      self.unit = unit
      self.change = change
    }
  }

  /// How a change of a figure is to be called.
  package enum Change {
    /// More of it is better, or worse.
    case good, bad
    /// More of it is neither: it is just more, or higher, or costs more.
    case more, higher, dearer
    /// Nobody can tell, as the plans do not measure the same: in time means another limit than in the base.
    case unlike

    /// The word for a rise or a fall.
    package func word(rises: Bool) -> String {
      switch self {
      case .good: rises ? "better" : "worse"
      case .bad: rises ? "worse" : "better"
      case .more: rises ? "more" : "fewer"
      case .higher: rises ? "higher" : "lower"
      case .dearer: rises ? "dearer" : "cheaper"
      case .unlike: "another limit"
      }
    }

    /// What to make of a difference, in words: the word for it, that it is none or in doubt, or that only one plan has the
    /// figure; nothing if one replication says nothing of doubt.
    package func words(for value: Difference) -> String {
      if value.base == nil { return "only in the variant" }
      if value.variant == nil { return "only in the base" }
      guard let difference = value.difference, value.halfWidth != nil else { return "" }
      // However sure the difference is, and even if there is none, it is not the plan's alone.
      if case .unlike = self { return word(rises: difference > 0) }
      if value.isNone { return "the same" }
      return value.isClear ? word(rises: difference > 0) : "no clear difference"
    }
  }

  /// A channel, a grade or a team, and its figures; or a figure of all hubs.
  package struct Group {
    /// What it is called.
    package let name: String
    /// Its figures, the one to look at first leading.
    package let lines: [Line]
  }

  /// The channels of both plans, the base's first, and then the grades.
  package let subjects: [AimedFigure.Subject]
  /// Of those with a limit in either plan, the share that is in time.
  package let levels: [(subject: AimedFigure.Subject, line: Line)]
  /// The channels of both plans, the base's first.
  package let channels: [Group]
  /// The grades of both plans, the base's first.
  package let grades: [Group]
  /// The teams of both plans, the base's first, and then the dispatchers.
  package let teams: [Group]
  /// What units do, by hub, where the plans differ; the base's hubs first.
  package let hubs: [Group]
  /// What everybody who is paid costs, one line each, which add up to the last, what everything costs; nil where nothing has
  /// a price.
  package let costs: Group?
  /// The figures that say how many hours people are rostered.
  package let rosteredHours: [String]
  /// The figures that say how many hours handlers and dispatchers are at work, breaks left out.
  package let staffedHours: [String]

  /// The headlines of `variant` and its base.
  package init(_ variant: VariantResult) {
    let channels = Self.names(of: "channels", in: variant).map(AimedFigure.Subject.channel)
    let grades = Self.names(of: "grades", in: variant).map(AimedFigure.Subject.grade)
    let teams = Self.names(of: "teams", in: variant)
    let hubs = Self.names(of: "hubs", in: variant)
    let hasCosts = variant.result.scenario.hasPrices || (variant.difference(Self.cost.metric)?.base ?? 0) != 0
    let hasDispatchers = variant.difference("dispatchers.cost") != nil
    subjects = channels + grades
    levels = subjects.compactMap { subject in Self.inTime(subject, of: variant).map { (subject, $0) } }
    self.channels = channels.map { Group(name: $0.id, lines: Self.channel($0, of: variant)) }
    self.grades = grades.map { Group(name: $0.id, lines: Self.grade($0, of: variant)) }
    self.teams =
      teams.map { Group(name: $0, lines: Self.team("teams.\($0)")) }
      + (hasDispatchers ? [Group(name: "dispatchers", lines: Self.team("dispatchers"))] : [])
    self.hubs = [
      Self.units("Units busy", "utilisation", .share, .higher, hubs, of: variant),
      Self.units("Overtime hours", "overtimeHours", .hours, .more, hubs, of: variant),
    ].filter { !$0.lines.isEmpty }
    let paid: [(name: String, path: String)] =
      teams.map { ($0, "teams.\($0)") } + (hasDispatchers ? [("dispatchers", "dispatchers")] : [])
      + hubs.map { ($0, "hubs.\($0)") }
    costs =
      hasCosts
      ? Group(
        name: "Costs",
        lines: paid.map { Line(label: $0.name, metric: "\($0.path).cost", unit: .money, change: .dearer) } + [Self.cost]
      )
      : nil
    rosteredHours = paid.map { "\($0.path).rosteredHours" }
    staffedHours = paid.map { "\($0.path).staffedHours" }.filter { variant.difference($0) != nil }
  }

  /// The channels, teams, grades or hubs that either plan has.
  private static func names(of kind: String, in variant: VariantResult) -> [String] {
    var names: [String] = []
    for case (.key(kind), .key(let id)) in variant.figures.map({ ($0.figure.path[0], $0.figure.path[1]) })
    where names.last != id && !names.contains(id) {
      names.append(id)
    }
    return names
  }

  /// The fewest replications that define one of the figures under both plans, where that is not all of them; nil where each is
  /// defined in all or in none.
  package func fewestPairs(of variant: VariantResult) -> Int? {
    let metrics = groups.flatMap(\.lines).map(\.metric) + changedHours(of: variant).map(\.line.metric)
    return metrics.compactMap { variant.difference($0)?.definedIn }.min()
  }

  /// The five hours of the day whose shares in time differ most, of all channels and grades, the greatest difference first; those
  /// that do not differ are left out.
  package func changedHours(of variant: VariantResult) -> [(hour: Int, subject: AimedFigure.Subject, line: Line)] {
    let hours = subjects.flatMap { subject in
      (0..<24).compactMap { hour -> (difference: Double, hour: Int, subject: AimedFigure.Subject, metric: String)? in
        let metric = subject.shareInTime(inHour: hour)
        guard let value = variant.difference(metric), let difference = value.difference,
          value.halfWidth != nil, difference != 0, !value.isNone
        else { return nil }
        return (abs(difference), hour, subject, metric)
      }
    }
    // Sorting is stable: of equal differences the earlier channel or grade and hour comes first.
    return hours.sorted { $0.difference > $1.difference }.prefix(5).map {
      let line = Line(label: "", metric: $0.metric, unit: .share, change: Self.change(inTime: $0.subject, of: variant))
      return ($0.hour, $0.subject, line)
    }
  }

  /// What it means if more is in time: nothing that can be told where the limit is another one.
  private static func change(inTime subject: AimedFigure.Subject, of variant: VariantResult) -> Change {
    variant.differentLimits(of: subject) == nil ? .good : .unlike
  }

  /// All groups, in order, costs last.
  package var groups: [Group] { channels + grades + teams + hubs + [costs].compactMap(\.self) }

  /// What everything costs.
  package static let cost = Line(label: "All costs", metric: "cost.total", unit: .money, change: .dearer)

  /// The share of contacts that were answered in time, of offered, or of incidents that were attended in time, of attended:
  /// `Within 15 min of attended`; nil where neither plan has a limit.
  private static func inTime(_ subject: AimedFigure.Subject, of variant: VariantResult) -> Line? {
    guard let limit = variant.difference(subject.limit) else { return nil }
    let isOne = variant.differentLimits(of: subject) == nil
    let within = isOne ? "Within \(Quantity.limit(limit.variant ?? limit.base ?? .nan))" : "In time"
    let whole =
      switch subject {
      case .channel: "offered"
      case .grade: "attended"
      }
    return Line(
      label: "\(within) of \(whole)", metric: subject.shareInTime, unit: .share,
      change: change(inTime: subject, of: variant))
  }

  private static func channel(_ channel: AimedFigure.Subject, of variant: VariantResult) -> [Line] {
    let path = "channels.\(channel.id)"
    // Channels without a front spare nobody the queue, and need no lines to say so.
    let spared = lines(path, [("Contained", "contained", .count, .more), ("Diverted", "diverted", .count, .more)])
      .filter { line in variant.difference(line.metric).map { $0.base != 0 || $0.variant != 0 } ?? false }
    return [inTime(channel, of: variant)].compactMap(\.self)
      + lines(
        path,
        [
          ("Abandoned", "abandonmentRate", .share, .bad),
          ("Mean wait", "speedOfAnswer.mean", .seconds, .bad),
          ("Offered", "offered", .count, .more),
        ]) + spared + lines(path, [("Answered", "answered", .count, .more)])
  }

  private static func grade(_ grade: AimedFigure.Subject, of variant: VariantResult) -> [Line] {
    [inTime(grade, of: variant)].compactMap(\.self)
      + lines(
        "grades.\(grade.id)",
        [
          ("Attended", "attendedShare", .share, .good),
          ("Median response", "response.median", .seconds, .bad),
          ("Opened", "opened", .count, .more),
          ("Retained at end", "retainedAtEnd", .count, .bad),
        ])
  }

  private static func team(_ path: String) -> [Line] {
    lines(
      path,
      [
        ("Occupancy", "occupancy", .share, .higher),
        ("Rostered hours", "rosteredHours", .hours, .more),
        ("Staffed hours", "staffedHours", .hours, .more),
      ])
  }

  /// Figures of one thing, of which the paths begin with `path`.
  private static func lines(
    _ path: String, _ figures: [(label: String, figure: String, unit: Figure.Unit, change: Change)]
  ) -> [Line] {
    figures.map { Line(label: $0.label, metric: "\(path).\($0.figure)", unit: $0.unit, change: $0.change) }
  }

  /// A figure of all `hubs`; what is the same in both plans is left out.
  private static func units(
    _ name: String, _ figure: String, _ unit: Figure.Unit, _ change: Change, _ hubs: [String],
    of variant: VariantResult
  ) -> Group {
    let lines = hubs.map { Line(label: $0, metric: "hubs.\($0).\(figure)", unit: unit, change: change) }
    return Group(
      name: name,
      lines: lines.filter { variant.difference($0.metric)?.isNoneSeen != true })
  }
}
