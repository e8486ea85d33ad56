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
  /// What it is called in results.
  public let name: String
  /// The share it should reach, 0 … 1.
  public let target: Double
}

extension FigureCatalogue {
  /// The figures that have targets: of every channel with one, the share of offered contacts answered in time; of every
  /// grade with one, the share of attended incidents attended in time. In the order of the scenario.
  public func aimedFigures(of scenario: Scenario) -> [AimedFigure] {
    let channels = scenario.channels.compactMap { channel in
      channel.target.map {
        AimedFigure(
          subject: .channel(channel.id), name: "channels.\(channel.id).serviceLevel.ofOffered", target: $0.share)
      }
    }
    let grades = (scenario.response?.grades ?? []).compactMap { grade in
      grade.target.map {
        AimedFigure(subject: .grade(grade.id), name: "grades.\(grade.id).withinTarget", target: $0)
      }
    }
    return (channels + grades).filter { index(of: $0.name) != nil }
  }
}
