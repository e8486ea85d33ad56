import Metrics
import Reading
import Writing

/// The evaluations of a calibration as a text file, which one cut short can go on from.
///
/// One JSON value a line: first what the evaluations are of, then each with the parameters' values and the figures, `null`
/// where the values make no scenario. Numbers have all their digits. Figures of another version are not gone on from: they
/// might be others.
public struct Journal: Sendable {
  /// What all evaluations are of. Evaluations of something else are worth nothing to a calibration.
  public struct Header: Sendable, Equatable {
    /// The digest of the scenario with its overlays and settings, before any parameter is moved.
    public var scenario: String
    /// The seed of all randomness.
    public var seed: UInt64
    /// How many runs each figure is of.
    public var replications: Int
    /// The names of the parameters.
    public var parameters: [String]
    /// The paths of the figures.
    public var figures: [String]

    /// What evaluations are of.
    public init(scenario: String, seed: UInt64, replications: Int, parameters: [String], figures: [String]) {
      self.scenario = scenario
      self.seed = seed
      self.replications = replications
      self.parameters = parameters
      self.figures = figures
    }
  }

  /// Why a text is not the journal wanted.
  public enum Fault: Error, Equatable {
    /// A line that is not the last is not what it should be.
    case damaged(line: Int)
    /// It is of another calibration; the word says what differs.
    case foreign(String)
  }

  /// What evaluations are of.
  public let header: Header

  /// A journal of these.
  public init(_ header: Header) { self.header = header }

  private static let schema = "watchroom/calibration-journal/1"

  /// The first line.
  public var firstLine: String {
    let members = [
      "\"schema\":\(Self.quoted(Self.schema))", "\"engine\":\(Self.quoted(Engine.name))",
      "\"scenario\":\(Self.quoted(header.scenario))",
      // A text, because not every seed is a number that JSON can hold.
      "\"seed\":\"\(header.seed)\"", "\"replications\":\(header.replications)",
      "\"parameters\":[\(header.parameters.map(Self.quoted).joined(separator: ","))]",
      "\"figures\":[\(header.figures.map(Self.quoted).joined(separator: ","))]",
    ]
    return "{\(members.joined(separator: ","))}\n"
  }

  /// The line of an evaluation.
  public func line(_ evaluation: Evaluation) -> String {
    "{\"values\":\(Self.list(evaluation.values)),\"figures\":\(evaluation.figures.map(Self.list) ?? "null")}\n"
  }

  /// The evaluations in `text`, and how much of it holds them. What follows the last end of a line is a line that was cut
  /// short, and is left out; so a text that ends within this journal's own first line holds nothing.
  ///
  /// - Throws: ``Fault`` if it is of another search, or no journal.
  public func read(_ text: [UInt8]) throws(Fault) -> (evaluations: [Evaluation], length: Int) {
    guard let end = text.lastIndex(of: UInt8(ascii: "\n")) else {
      // Whatever else it is, it is somebody's, and must not be written over.
      guard firstLine.utf8.starts(with: text) else { throw .damaged(line: 1) }
      return ([], 0)
    }
    let lines = text[..<end].split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    guard let first = Self.tree(lines[0]), first["schema"]?.text == Self.schema else { throw .damaged(line: 1) }
    // Looked at first, because another version may make another scenario of the same text.
    if first["engine"]?.text != Engine.name { throw .foreign("version of Watchroom") }
    if first["scenario"]?.text != header.scenario { throw .foreign("scenario") }
    if first["seed"]?.text != String(header.seed) { throw .foreign("seed") }
    if first["replications"]?.number != Double(header.replications) { throw .foreign("number of replications") }
    if first["parameters"]?.texts != header.parameters { throw .foreign("parameters") }
    if first["figures"]?.texts != header.figures { throw .foreign("figures") }
    var evaluations: [Evaluation] = []
    for (index, line) in lines.enumerated().dropFirst() {
      guard let tree = Self.tree(line), let values = tree["values"]?.numbers, values.count == header.parameters.count,
        values.allSatisfy(\.isFinite), let figures = tree["figures"]
      else { throw .damaged(line: index + 1) }
      if case .null = figures.value {
        evaluations.append(Evaluation(values: values, figures: nil))
      } else if let numbers = figures.numbers, numbers.count == header.figures.count,
        numbers.allSatisfy({ $0.isNaN || abs($0) <= Figure.greatestAmount })
      {
        evaluations.append(Evaluation(values: values, figures: numbers))
      } else {
        throw .damaged(line: index + 1)
      }
    }
    return (evaluations, end + 1)
  }

  private static func tree(_ line: ArraySlice<UInt8>) -> JSONTree? {
    try? JSONTree(json5: Array(line), origin: .file("journal"))
  }

  private static func quoted(_ text: String) -> String {
    JSONTree(.string(text), at: Place(origin: .file(""))).canonicalText
  }

  /// Numbers as JSON5 has them: NaN is one of its words.
  private static func list(_ numbers: [Double]) -> String {
    "[\(numbers.map { $0.isNaN ? "NaN" : $0.description }.joined(separator: ","))]"
  }
}

extension JSONTree {
  fileprivate var text: String? {
    if case .string(let text) = value { text } else { nil }
  }

  fileprivate var texts: [String]? {
    guard case .array(let elements) = value else { return nil }
    let texts = elements.compactMap(\.text)
    return texts.count == elements.count ? texts : nil
  }

  fileprivate var number: Double? {
    if case .number(let number) = value { number.value } else { nil }
  }

  /// The numbers of a list of nothing else.
  fileprivate var numbers: [Double]? {
    guard case .array(let elements) = value else { return nil }
    let numbers = elements.compactMap(\.number)
    return numbers.count == elements.count ? numbers : nil
  }
}
