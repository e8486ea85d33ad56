import ContactCentre

/// A figure that a scenario sets a target for.
public struct AimedFigure: Sendable, Equatable {
  /// What a figure is about.
  public enum Subject: Sendable, Equatable {
    /// The contacts of a channel, by name.
    case channel(String)
    /// The incidents of a grade, by name.
    case grade(String)
  }

  /// What it is about.
  public let subject: Subject
  /// The share it should reach, 0 … 1.
  public let target: Double

  /// What it is called in results.
  public var name: String { subject.shareInTime }
}

extension AimedFigure.Subject {
  /// What the channel or grade is called.
  public var id: String {
    switch self {
    case .channel(let id), .grade(let id): id
    }
  }

  /// The name of the figure that its target is of: the share of the offered contacts of a channel that were answered in time,
  /// or of the attended incidents of a grade that were attended in time.
  public var shareInTime: String { Figure.name(of: pathOfShareInTime(inHour: nil)) }

  /// The name of the same share, of the contacts that were offered or the incidents that opened in an hour of the day.
  public func shareInTime(inHour hour: Int) -> String { Figure.name(of: pathOfShareInTime(inHour: hour)) }

  /// The name of the figure that says within how many seconds is in time.
  public var limit: String {
    switch self {
    case .channel: Figure.name(of: path + ["serviceLevel", "within"])
    case .grade: Figure.name(of: path + ["within"])
    }
  }

  /// The way to all its figures.
  private var path: [Figure.Component] {
    switch self {
    case .channel(let id): ["channels", .key(id)]
    case .grade(let id): ["grades", .key(id)]
    }
  }

  fileprivate func pathOfShareInTime(inHour hour: Int?) -> [Figure.Component] {
    let slice = hour.map { path + ["byHour", .index($0)] } ?? path
    return switch self {
    case .channel: slice + (hour == nil ? ["serviceLevel", "ofOffered"] : ["serviceLevel"])
    case .grade: slice + ["withinTarget"]
    }
  }
}

extension Figure {
  /// Whose share in time it is, and of which hour of the day if it is of one; nil if it is something else.
  public var shareInTime: (subject: AimedFigure.Subject, hour: Int?)? {
    guard path.count > 2, case .key(let id) = path[1] else { return nil }
    let hour: Int? = if path.count > 3, case .index(let hour) = path[3] { hour } else { nil }
    return [.channel(id), .grade(id)].first { path == $0.pathOfShareInTime(inHour: hour) }.map { ($0, hour) }
  }
}

extension FigureCatalogue {
  /// The figures that have targets: of every channel with one, the share of offered contacts answered in time; of every
  /// grade with one, the share of attended incidents attended in time. In the order of the scenario.
  public func aimedFigures(of scenario: Scenario) -> [AimedFigure] {
    let channels = scenario.channels.compactMap { channel in
      channel.target.map { AimedFigure(subject: .channel(channel.id), target: $0.share) }
    }
    let grades = (scenario.response?.grades ?? []).compactMap { grade in
      grade.target.map { AimedFigure(subject: .grade(grade.id), target: $0) }
    }
    return (channels + grades).filter { index(of: $0.name) != nil }
  }
}
