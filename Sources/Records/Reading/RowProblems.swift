import DiscreteEvents
import Reading
import ScenarioFile
import Writing

/// What is wrong with the rows of one file: the first cases of each kind by line, all of them by number.
struct RowProblems {
  /// Cases of one kind that are listed one by one.
  private static let listed = 5

  let path: String
  /// Whether a row that cannot be used is an error, because the others are of no use without it.
  private let isStrict: Bool
  /// Rows after the header.
  private(set) var rows = 0
  private var problems: [Problem] = []
  /// What was left out and why, in the order in which it was first met.
  private(set) var leftOut: [RowCount] = []
  /// The lines of the first of them.
  private var linesLeftOut: [Int] = []
  /// What was odd about rows that were used, likewise.
  private(set) var odd: [RowCount] = []

  init(path: String, isStrict: Bool = false) {
    self.path = path
    self.isStrict = isStrict
  }

  /// Rows left out because something is wrong with them.
  var rowsLeftOut: Int { leftOut.reduce(0) { $0 + $1.count } }

  /// Notes a row that had to be left out, or, if the reading is strict, for which the file cannot be used. `kind` names
  /// the sort of fault in a few words, `message` this case of it.
  mutating func leaveOut(_ kind: String, line: Int, column: Int, _ message: String, _ remedy: String) {
    let count = Self.count(kind, &leftOut)
    if linesLeftOut.count < Self.listed { linesLeftOut.append(line) }
    guard count <= Self.listed else { return }
    if isStrict {
      problems.append(problem(.error, line, column, message, remedy))
    } else {
      warn(line: line, column: column, message, remedy + "; the row was left out")
    }
  }

  /// Notes something odd about a row that was used all the same.
  mutating func note(_ kind: String, line: Int, column: Int, _ message: String, _ remedy: String) {
    let count = Self.count(kind, &odd)
    if count <= Self.listed { warn(line: line, column: column, message, remedy) }
  }

  private static func count(_ kind: String, _ counts: inout [RowCount]) -> Int {
    let index = counts.firstIndex { $0.kind == kind } ?? counts.count
    if index == counts.count { counts.append(RowCount(kind: kind, count: 0)) }
    counts[index].count += 1
    return counts[index].count
  }

  /// Notes something about the file, or one place in it.
  mutating func warn(line: Int = 0, column: Int = 0, _ message: String, _ remedy: String) {
    problems.append(problem(.warning, line, column, message, remedy))
  }

  /// The problems listed, and for each kind with more cases than those, how many more.
  var all: [Problem] {
    problems + more(leftOut, isStrict ? .error : .warning) + more(odd, .warning)
  }

  /// How many more cases of each kind there are than are listed.
  private func more(_ kinds: [RowCount], _ severity: Problem.Severity) -> [Problem] {
    kinds.filter { $0.count > Self.listed }.map { kind in
      problem(
        severity, 0, 0, "\(kind.count - Self.listed) more like these: \(kind.kind)", "the first are listed by line")
    }
  }

  /// The file cannot be used.
  func fatal(line: Int = 0, column: Int = 0, _ message: String, _ remedy: String) -> RecordsError {
    .invalid(all + [problem(.error, line, column, message, remedy)])
  }

  /// Refuses a time zone that is not known.
  func refuseUnknownZone(_ name: String) throws(RecordsError) {
    guard ZoneRules.isKnown(name) else {
      throw fatal("there is no time zone “\(name.prefix(60))”", "name one such as Europe/London")
    }
  }

  /// Refuses the file if a row that cannot be used was noted.
  func refuseIfAnyIsLeftOut() throws(RecordsError) {
    if !leftOut.isEmpty { throw .invalid(all) }
  }

  /// Refuses the file if there is no row that can be used, or if more were left out than not: too many to do with the rest
  /// what it is read for.
  func refuseIfMostAreLeftOut(_ purpose: String) throws(RecordsError) {
    guard rows > rowsLeftOut else { throw fatal("there is no row that can be used", "put right what is listed") }
    guard rowsLeftOut <= rows / 2 else {
      throw fatal(
        "\(rowsLeftOut) of \(rows) rows cannot be used, too many to \(purpose) from the rest",
        "put right what is listed")
    }
  }

  /// Refuses the file if there is no row that can be used, or if more than a twentieth were left out. Rows are seldom wrong
  /// by chance: those before ten o'clock are, or those above a thousand seconds, and the rest says nothing of them.
  func refuseIfManyAreLeftOut(_ purpose: String) throws(RecordsError) {
    guard rows > rowsLeftOut else { throw fatal("there is no row that can be used", "put right what is listed") }
    guard rowsLeftOut <= rows / 20 else {
      let lines = linesLeftOut.map(String.init).joined(separator: ", ")
      throw fatal(
        "\(rowsLeftOut) of \(rows) rows cannot be used, the first on \(linesLeftOut.count == 1 ? "line" : "lines") "
          + "\(lines): too many to \(purpose) from the rest, which may be unlike them",
        "put right what is listed, or take these rows out of the file; at most a twentieth may be left out")
    }
  }

  private func problem(
    _ severity: Problem.Severity, _ line: Int, _ column: Int, _ message: String, _ remedy: String
  ) -> Problem {
    Problem(
      severity: severity, place: Place(origin: .file(path), line: line, column: column), path: "", message: message,
      remedy: remedy)
  }
}

extension RowProblems {
  /// The fields and the line of a file's first row.
  func header(_ row: RowFeed.Row) throws(RecordsError) -> (fields: [ArraySlice<UInt8>], line: Int) {
    switch row {
    case .fields(let fields, let line): return (fields, line)
    case .fault(let fault, _): throw fatal(line: fault.line, column: fault.column, fault.message, fault.remedy)
    }
  }

  /// The fields and the line of the next row after the header; nil, and the row left out, if it does not have `width` fields.
  mutating func fields(of row: RowFeed.Row, width: Int) -> (fields: [ArraySlice<UInt8>], line: Int)? {
    rows += 1
    switch row {
    case .fault(let fault, _):
      leaveOut("not rows of a table", line: fault.line, column: fault.column, fault.message, fault.remedy)
      return nil
    case .fields(let fields, let line):
      guard fields.count == width else {
        leaveOut(
          "a number of fields other than the header's", line: line, column: 0,
          "this row has \(Quantity.counted(fields.count, "field")), and the header has \(width)",
          "give every row as many")
        return nil
      }
      return (fields, line)
    }
  }
}

/// How many rows one thing was said of.
public struct RowCount: Sendable, Equatable {
  /// What was said, as the end of a sentence about rows.
  public var kind: String
  /// Of how many.
  public var count: Int
}
