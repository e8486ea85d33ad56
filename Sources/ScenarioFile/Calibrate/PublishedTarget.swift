import Reading

/// A published figure, and how near a simulation should come to it.
public struct PublishedTarget: Sendable, Equatable {
  /// Which figures of a result it is compared with.
  public enum Metric: Sendable, Equatable {
    /// One figure.
    case figure(String)
    /// Several figures, each of which should come near.
    case each([String])
    /// A sum of figures, divided by another if that is of any.
    case sum([String], of: [String])

    /// The paths of all figures it names.
    public var paths: [String] {
      switch self {
      case .figure(let path): [path]
      case .each(let paths): paths
      case .sum(let parts, let whole): parts + whole
      }
    }
  }

  /// What the numbers of a figure in seconds are given in.
  public enum Unit: String, CaseIterable, Sendable {
    case seconds = "s"
    case minutes = "min"
    case hours = "h"

    /// Seconds of one.
    public var seconds: Double {
      switch self {
      case .seconds: 1
      case .minutes: 60
      case .hours: 3_600
      }
    }
  }

  /// What people call it.
  public var name: String
  /// What it is compared with.
  public var metric: Metric
  /// What was published, in the target's unit; nil where only limits were.
  public var value: Double?
  /// How far off it may be, in the target's unit.
  public var tolerance: Double?
  /// The least it may be, in the target's unit.
  public var atLeast: Double?
  /// The most it may be, in the target's unit.
  public var atMost: Double?
  /// How much it matters; 0 for what is only reported.
  public var weight: Double
  /// What its numbers are given in; nil: as the figure is.
  public var unit: Unit?
  /// Where in the source it stands.
  public var paragraph: String?
  /// What else there is to say of it.
  public var note: String?
  /// Where its metric was written.
  public var place: Place
  /// The path of its metric in its file.
  public var path: String

  /// A target.
  public init(
    name: String, metric: Metric, value: Double? = nil, tolerance: Double? = nil, atLeast: Double? = nil,
    atMost: Double? = nil, weight: Double = 1, unit: Unit? = nil, paragraph: String? = nil, note: String? = nil,
    place: Place = Place(origin: .file("")), path: String = ""
  ) {
    self.name = name
    self.metric = metric
    self.value = value
    self.tolerance = tolerance
    self.atLeast = atLeast
    self.atMost = atMost
    self.weight = weight
    self.unit = unit
    self.paragraph = paragraph
    self.note = note
    self.place = place
    self.path = path
  }
}

/// A file of published figures.
public struct PublishedTargets: Sendable, Equatable {
  /// Where they were published.
  public var source: String?
  /// When the time begins that they are about, as a scenario's calendar says it.
  public var start: String?
  /// How many days they are about.
  public var days: Int?
  /// The figures.
  public var targets: [PublishedTarget]

  /// Published figures.
  public init(source: String? = nil, start: String? = nil, days: Int? = nil, targets: [PublishedTarget]) {
    self.source = source
    self.start = start
    self.days = days
    self.targets = targets
  }
}
