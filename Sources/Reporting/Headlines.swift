import ContactCentre
import Experiments
import Metrics

/// The figures a comparison is read for, by channel and team, in the order in which people read them.
struct Headlines {
  /// One of them.
  struct Line {
    /// What the field calls it; the channel or team is clear from where it stands.
    let label: String
    /// The figure's name.
    let metric: String
    let unit: Figure.Unit
    /// What it means if there is more of it.
    let change: Change
  }

  /// How a change of a figure is to be called.
  enum Change {
    /// More of it is better, or worse.
    case good, bad
    /// More of it is neither: it is just more, or higher, or costs more.
    case more, higher, dearer

    /// The word for a rise or a fall.
    func word(rises: Bool) -> String {
      switch self {
      case .good: rises ? "better" : "worse"
      case .bad: rises ? "worse" : "better"
      case .more: rises ? "more" : "fewer"
      case .higher: rises ? "higher" : "lower"
      case .dearer: rises ? "dearer" : "cheaper"
      }
    }
  }

  /// A channel, a team, or all of them, and its figures.
  struct Group {
    let name: String
    let lines: [Line]
  }

  /// The channels of both plans, the base's first.
  let channels: [Group]
  /// The teams of both plans, the base's first.
  let teams: [Group]

  /// The headlines of `variant` and its base.
  init(_ variant: VariantResult) {
    var channels: [String] = []
    var teams: [String] = []
    for case (.key(let kind), .key(let id)) in variant.figures.map({ ($0.figure.path[0], $0.figure.path[1]) }) {
      if kind == "channels", channels.last != id, !channels.contains(id) { channels.append(id) }
      if kind == "teams", teams.last != id, !teams.contains(id) { teams.append(id) }
    }
    self.channels = channels.map { Group(name: $0, lines: Self.channel($0, of: variant)) }
    self.teams = teams.map { Group(name: $0, lines: Self.team($0)) }
  }

  /// All of them, the cost of everything last.
  var lines: [Line] { (channels + teams).flatMap(\.lines) + [Self.cost] }

  /// What everything costs.
  static let cost = Line(label: "All costs", metric: "cost.total", unit: .money, change: .dearer)

  /// The share of the contacts of `channel` that were answered in time, of offered; nil without a target in either plan.
  static func serviceLevel(_ channel: String, of variant: VariantResult) -> Line? {
    guard let limit = variant.difference("channels.\(channel).serviceLevel.within") else { return nil }
    let isOne = limit.base == nil || limit.variant == nil || limit.base == limit.variant
    let within = isOne ? "Within \(Quantity.limit(limit.variant ?? limit.base ?? .nan))" : "In time"
    return Line(
      label: "\(within) of offered", metric: "channels.\(channel).serviceLevel.ofOffered", unit: .share, change: .good)
  }

  private static func channel(_ id: String, of variant: VariantResult) -> [Line] {
    func line(_ label: String, _ figure: String, _ unit: Figure.Unit, _ change: Change) -> Line {
      Line(label: label, metric: "channels.\(id).\(figure)", unit: unit, change: change)
    }
    return [serviceLevel(id, of: variant)].compactMap(\.self) + [
      line("Abandoned", "abandonmentRate", .share, .bad),
      line("Mean wait", "speedOfAnswer.mean", .seconds, .bad),
      line("Offered", "offered", .count, .more),
      line("Answered", "answered", .count, .more),
    ]
  }

  private static func team(_ id: String) -> [Line] {
    [
      Line(label: "Occupancy", metric: "teams.\(id).occupancy", unit: .share, change: .higher),
      Line(label: "Rostered hours", metric: "teams.\(id).rosteredHours", unit: .hours, change: .more),
      Line(label: "Cost", metric: "teams.\(id).cost", unit: .money, change: .dearer),
    ]
  }
}
