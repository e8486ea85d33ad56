import Metrics
import Reading
import Writing

extension Baseline {
  /// Reads a file that ``text`` made, or made before it told seed, windows, limits and what its paths are from.
  ///
  /// - Parameters:
  ///   - path: what to call it.
  ///   - folder: where it lies, with a slash at the end; empty for the folder worked in.
  ///   - workingFolder: the folder worked in, from the root of the disk.
  /// - Throws: what is wrong with it.
  public init(bytes: [UInt8], path: String, folder: String, workingFolder: String) throws(ScenarioError) {
    let tree: JSONTree
    do throws(ScenarioError) {
      tree = try JSONTree(json5: bytes, origin: .file(path))
    } catch {
      // What would mend a scenario is no help here.
      var error = error
      for index in error.problems.indices { error.problems[index].remedy = Self.remedy }
      throw error
    }
    guard case .string(Self.schema)? = tree["schema"]?.value else {
      throw Self.refusal(tree["schema"] ?? tree, "schema")
    }
    guard case .object(let members)? = tree["scenarios"]?.value else {
      throw Self.refusal(tree["scenarios"] ?? tree, "scenarios")
    }
    var windows: [String: (window: Window, place: Place)] = [:]
    if let tree = tree["windows"] {
      guard case .object(let members) = tree.value else { throw Self.refusal(tree, "windows") }
      for member in members { windows[member.name] = (try Self.window(member.value, member.name), member.namePlace) }
    }
    var entries: [Entry] = []
    for member in members {
      entries.append(
        Entry(
          path: member.name, records: try Self.records(member.value, member.name, windows[member.name]?.window),
          window: windows[member.name]?.window, place: member.namePlace,
          windowPlace: windows[member.name]?.place ?? member.namePlace))
    }
    self.init(
      scenarios: entries, seed: try Self.seed(tree["seed"]), engine: try Self.text(tree, "engine"),
      isFromOwnFolder: try Self.isFromOwnFolder(tree), place: tree["seed"]?.place ?? tree.place,
      folder: folder, workingFolder: workingFolder)
  }

  private static func isFromOwnFolder(_ tree: JSONTree) throws(ScenarioError) -> Bool {
    guard let text = try text(tree, "pathsFrom") else { return false }
    guard text == ownFolder else { throw refusal(tree["pathsFrom"] ?? tree, "pathsFrom") }
    return true
  }

  /// The text that the file has under `key`; nil if it has nothing there.
  private static func text(_ tree: JSONTree, _ key: String) throws(ScenarioError) -> String? {
    guard let value = tree[key] else { return nil }
    guard case .string(let text) = value.value else { throw refusal(value, key) }
    return text
  }

  private static func seed(_ tree: JSONTree?) throws(ScenarioError) -> UInt64? {
    guard let tree else { return nil }
    guard case .number(let number) = tree.value, let seed = UInt64(number.text) else { throw refusal(tree, "seed") }
    return seed
  }

  private static func window(_ tree: JSONTree, _ scenario: String) throws(ScenarioError) -> Window {
    guard case .string(let start)? = tree["start"]?.value, case .string(let end)? = tree["end"]?.value,
      case .number(let number)? = tree["replications"]?.value, let replications = Int(number.text)
    else { throw refusal(tree, ScenarioPath(["windows", scenario]).description) }
    guard replications >= 1 else {
      let path = ScenarioPath(["windows", scenario, "replications"]).description
      throw refusal(tree["replications"] ?? tree, path, "there are no figures of \(replications) replications")
    }
    return Window(start: start, end: end, replications: replications)
  }

  private static func records(
    _ tree: JSONTree, _ scenario: String, _ window: Window?
  ) throws(ScenarioError) -> [Record] {
    guard case .object(let expectations) = tree.value else {
      throw refusal(tree, ScenarioPath(["scenarios", scenario]).description)
    }
    var records: [Record] = []
    for expectation in expectations {
      let path = ScenarioPath(["scenarios", scenario, expectation.name])
      guard case .string(let metric)? = expectation.value["metric"]?.value,
        let values = expectation.value["values"]
      else { throw refusal(expectation.value, path.description) }
      records.append(
        Record(
          name: expectation.name, metric: metric,
          within: try within(expectation.value["within"], path.appending("within")),
          values: try Self.values(values, path.appending("values"), window)))
    }
    return records
  }

  /// By replication, the values of a figure; of another number of replications than the window has, they would be paired
  /// with the wrong ones.
  private static func values(
    _ tree: JSONTree, _ path: ScenarioPath, _ window: Window?
  ) throws(ScenarioError) -> [Double] {
    guard case .array(let elements) = tree.value else { throw refusal(tree, path.description) }
    var values: [Double] = []
    for (index, element) in elements.enumerated() {
      let path = path.appending(String(index)).description
      switch element.value {
      case .number(let number):
        guard abs(number.value) <= Figure.greatestAmount else {
          let fault = number.value.isFinite ? "larger than any figure" : "no finite number"
          throw refusal(element, path, "\(number.text.prefix(40)) is \(fault)")
        }
        values.append(number.value)
      case .null: values.append(.nan)
      default: throw refusal(element, path)
      }
    }
    if let window, window.replications != values.count {
      throw refusal(
        tree, path.description,
        "this has \(Quantity.counted(values.count, "value")), and the window says "
          + Quantity.counted(window.replications, "replication"))
    }
    return values
  }

  private static func within(_ tree: JSONTree?, _ path: ScenarioPath) throws(ScenarioError) -> Double? {
    guard let tree else { return nil }
    guard case .number(let number) = tree.value else { throw refusal(tree, path.description) }
    guard number.value.isFinite, number.value >= 0 else {
      throw refusal(tree, path.description, "\(number.text.prefix(40)) is no limit in seconds")
    }
    return number.value
  }

  /// What to do about a file that is empty, damaged or something else.
  private static let remedy = "record one with --record, or give a file that “watchroom check --record” wrote"

  private static func refusal(
    _ tree: JSONTree, _ path: String, _ message: String = "this is not what a baseline says here"
  ) -> ScenarioError {
    let problem = Problem(place: tree.place, path: path, message: message, remedy: remedy)
    return ScenarioError(cause: .invalid, problems: [problem])
  }
}
