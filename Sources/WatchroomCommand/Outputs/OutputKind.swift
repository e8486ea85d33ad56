import Watchroom

/// What a file is that an option leaves behind, told by how it begins.
///
/// A file that is there already is written over only if it is empty or of the same kind: a slip of the pen shall cost nobody
/// a recorded night, a scenario or a table of their own.
struct OutputKind: Sendable {
  /// What it is called, after “a”.
  let noun: String
  private let begins: @Sendable (String) -> Bool

  /// Whether a file is one whose first bytes, or all of them if there are few, are `bytes`.
  /// With a byte order mark or without: spreadsheets put one before what they save.
  func isBegun(by bytes: [UInt8]) -> Bool {
    let start = bytes.starts(with: CSVMark.bytes) ? CSVMark.bytes.count : 0
    return begins(String(decoding: bytes[start...], as: UTF8.self))
  }

  /// Files that begin with one of `beginnings`.
  private init(_ noun: String, _ beginnings: String...) {
    self.noun = noun
    begins = { text in beginnings.contains { text.hasPrefix($0) } }
  }

  /// Files of which the rule tells from their beginning whether they are such.
  private init(_ noun: String, _ begins: @escaping @Sendable (String) -> Bool) {
    self.noun = noun
    self.begins = begins
  }
}

extension OutputKind {
  static let page = OutputKind("Watchroom page", "<!DOCTYPE html>\n<html lang=\"en-GB\"><head>\n")
  static let verdicts = OutputKind(
    "JUnit report of “watchroom check”",
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"watchroom check\"")
  // As it is written, and as formatters of JSON shorten it.
  static let baseline = OutputKind(
    "baseline", "{\n  \"schema\": \"watchroom/baseline/", "{\"schema\":\"watchroom/baseline/")
  static let partial = OutputKind("partial result", "{\"schema\":\"watchroom/partial/")
  static let events = OutputKind("NDJSON export", "{\"sequence\":")
  static let objectsJSON = OutputKind("OCEL export in JSON", "{\n\"objectTypes\": [\n{\"name\":\"contact\",")
  static let objectsXML = OutputKind(
    "OCEL export in XML",
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<log>\n<object-types>\n<object-type name=\"contact\">")
  static let exportedTable = OutputKind(
    "table of an export", "sequence,time,ms,kind,", "contact,channel,callerChannel,", "incident,contact,log,")
  static let requirements = OutputKind("table of requirements", RequirementsReport.csvBeginning)
  /// Every table of figures has intervals in its first row; or it is a heading alone, of what the scenario does not have.
  static let figures = OutputKind("table of figures") { text in
    // A spreadsheet may have saved it again, with line ends of its own.
    let first = text.prefix { !$0.isNewline }
    if ["desk", "grade", "hub"].contains(first), text.dropFirst(first.count).allSatisfy(\.isNewline) { return true }
    let columns = first.split(separator: ",")
    return columns.contains { $0 == "halfWidth" || $0.hasSuffix(".halfWidth") }
  }
}
