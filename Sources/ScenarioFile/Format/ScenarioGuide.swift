/// The scenario format for people: every object a scenario may hold, with every key, what stands behind it and what it
/// means. Written from the same table as the decoder reads by.
public enum ScenarioGuide {
  /// One kind of object.
  public struct Section: Sendable, Equatable {
    /// What it is called in the guide, for example `channel`.
    public var name: String
    /// What it is, in a sentence.
    public var description: String
    /// Its keys, in the order of the format.
    public var keys: [Key]
  }

  /// A key of an object.
  public struct Key: Sendable, Equatable {
    /// Its name.
    public var name: String
    /// What stands behind it, in a word or two: `share`, `duration`, `channel by name`.
    public var kind: String
    /// What it means, with its default.
    public var description: String
    /// Whether it must be there, or is one of those of which one must be.
    public var isRequired: Bool
  }

  /// All objects, each once, in the order in which a scenario leads to them.
  public static let sections: [Section] = ScenarioFormat.scenario.withEverythingInside.map { format in
    Section(
      name: format.name, description: format.description,
      keys: format.keys.map { key in
        Key(
          name: key.name, kind: key.shape().kind, description: key.description, isRequired: key.isRequired)
      })
  }
}

extension Shape {
  /// What kind of value it is, in a word or two.
  fileprivate var kind: String {
    switch self {
    case .text: "text"
    case .choice(let words): words.joined(separator: " | ")
    case .flag: "true | false"
    case .number(let range): range.isShare ? "share" : "number"
    case .whole: "whole number"
    case .duration: "duration"
    case .instant: "moment"
    case .date: "date"
    case .clock: "time of day"
    case .list(let element, let count):
      count.lowerBound == count.upperBound ? "list of \(count.lowerBound)" : "list: \(element.kind)"
    case .tuple(let elements): "[" + elements.map(\.kind).joined(separator: ", ") + "]"
    case .dictionary(let value, _): "\(value.innerKind) by name"
    case .named(let names, let value): "\(value.innerKind) by \(names.count == 12 ? "month" : "day")"
    case .object(let format): "{\(format.name)}"
    case .distribution: "distribution"
    case .staff: "staff"
    case .orNull(let shape): "\(shape.kind) or null"
    case .either(let first, let second): "\(first.kind) or \(second.kind)"
    }
  }

  /// The same within another, in brackets if it is one of several.
  private var innerKind: String {
    switch self {
    case .orNull, .either: "(\(kind))"
    default: kind
    }
  }
}
