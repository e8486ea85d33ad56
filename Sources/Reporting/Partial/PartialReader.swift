import Reading

/// Goes through the lines of the file of a partial result, once its checksum was found to be right.
struct PartialReader {
  private let path: String
  private var lines: ArraySlice<ArraySlice<UInt8>>
  private var number = 0

  private static let newline = UInt8(ascii: "\n")

  /// Looks at the last line of `bytes`, which is the checksum of all before it.
  init(_ bytes: [UInt8], path: String) throws(Problem) {
    self.path = path
    let all = bytes.split(separator: Self.newline, omittingEmptySubsequences: false)
    let place = Place(origin: .file(path))
    guard bytes.last == Self.newline, all.count >= 3 else {
      throw Problem(
        place: place, path: "", message: "this is not a whole partial result",
        remedy: "give files that run --shard or compare --shard wrote; if it was cut short, run the shard again")
    }
    // After the last newline comes nothing.
    lines = all.dropLast(2)
    let last = PartialLine(try Self.tree(all[all.count - 2], path, all.count - 1))
    let body = Array(bytes[..<(bytes.count - 1 - all[all.count - 2].count)])
    guard try last.text("sha256") == SHA256.hexadecimal(of: body) else {
      throw Problem(
        place: place, path: "", message: "this was changed or damaged since it was written: its checksum does not fit",
        remedy: "run the shard again")
    }
  }

  /// How many values the next line has room for: each takes a digit, and a comma or a bracket after it.
  var mostValuesOfNext: Int { (lines.first?.count ?? 0) / 2 }

  /// The next line.
  mutating func next() throws(Problem) -> PartialLine {
    guard let line = lines.popFirst() else {
      throw Problem(
        place: Place(origin: .file(path)), path: "", message: "lines are missing", remedy: "run the shard again")
    }
    number += 1
    return PartialLine(try Self.tree(line, path, number))
  }

  /// Makes sure that there is nothing left.
  func end() throws(Problem) {
    guard lines.isEmpty else {
      throw Problem(
        place: Place(origin: .file(path), line: number + 1), path: "",
        message: "there are more lines than there should be",
        remedy: "run the shard again")
    }
  }

  private static func tree(_ line: ArraySlice<UInt8>, _ path: String, _ number: Int) throws(Problem) -> JSONTree {
    do throws(ScenarioError) {
      return try JSONTree(json5: Array(line), origin: .file(path), line: number)
    } catch {
      var problem = error.problems[0]
      problem.remedy = "give files that run --shard or compare --shard wrote"
      throw problem
    }
  }
}

/// A line of the file of a partial result.
struct PartialLine {
  private let tree: JSONTree

  init(_ tree: JSONTree) { self.tree = tree }

  /// A problem with the member called `path`.
  func problem(_ path: String, _ message: String, _ remedy: String) -> Problem {
    Problem(place: tree[path]?.place ?? tree.place, path: path, message: message, remedy: remedy)
  }

  /// A problem with what only a damaged or foreign file would say.
  func misfit(_ path: String) -> Problem {
    problem(path, "this is not what a partial result says here", "give files that run --shard or compare --shard wrote")
  }

  private func member(_ name: String) throws(Problem) -> JSONTree {
    guard let member = tree[name] else { throw misfit(name) }
    return member
  }

  func text(_ name: String) throws(Problem) -> String { try text(member(name), name) }
  func whole(_ name: String) throws(Problem) -> Int { try whole(member(name), name) }
  func elements(_ name: String) throws(Problem) -> [JSONTree] { try elements(of: member(name)) }
  /// The elements of the line itself.
  func elements() throws(Problem) -> [JSONTree] { try elements(of: tree) }

  func text(_ value: JSONTree, _ name: String) throws(Problem) -> String {
    guard case .string(let text) = value.value else { throw misfit(name) }
    return text
  }

  func whole(_ value: JSONTree, _ name: String) throws(Problem) -> Int {
    guard case .number(let number) = value.value, let whole = Int(number.text), whole >= 0 else { throw misfit(name) }
    return whole
  }

  /// A number, or what is not a number for null.
  func number(_ value: JSONTree) throws(Problem) -> Double {
    switch value.value {
    case .number(let number): return number.value
    case .null: return .nan
    default: throw misfit("")
    }
  }

  func elements(of value: JSONTree) throws(Problem) -> [JSONTree] {
    guard case .array(let elements) = value.value else { throw misfit("") }
    return elements
  }
}
