import ContactCentre
import DiscreteEvents
import Reading
import Spelling
import Writing

/// The rows of a CSV file with a header, and the problems found in them.
///
/// Problems are few: a file that is wrong is usually wrong in every row, so after ``FileLimits/csvProblems`` the rest is not
/// looked at.
struct CSVRows {
  let file: NamedFile
  let path: ScenarioPath
  let log: ProblemLog
  private var reader: CSVReader
  /// The fields every row must have.
  private var width: Int?
  /// Of each field, the lengths of time that have no unit.
  private var bareSeconds: [BareSeconds] = []
  private var problemCount = 0
  private var rowCount = 0
  /// Whether a moment was noted that the clocks never show, and one that they show twice.
  private var hasNoted = [false, false]
  /// Whether a date was reported whose day and month may be meant either way round.
  private var hasReportedDayAndMonth = false

  init(_ file: NamedFile, path: ScenarioPath, log: ProblemLog) {
    self.file = file
    self.path = path
    self.log = log
    reader = CSVReader(file.bytes)
  }

  var fields: [ArraySlice<UInt8>] { reader.fields }
  var line: Int { reader.line }
  var hasProblems: Bool { problemCount > 0 }
  /// Whether the current row is the first of the file.
  var isFirst: Bool { rowCount == 1 }

  /// Reads the next row that has as many fields as the first. False at the end, and where it is no use going on.
  mutating func next() -> Bool {
    while problemCount < FileLimits.csvProblems {
      do {
        guard try reader.next() else { return false }
      } catch {
        report(error.line, error.column, error.message, error.remedy)
        return false
      }
      rowCount += 1
      guard rowCount <= FileLimits.csvRows else {
        report(line, 0, "the file has more than \(FileLimits.csvRows) rows", "split it")
        return false
      }
      guard let width else {
        width = reader.fields.count
        bareSeconds = Array(repeating: BareSeconds(), count: reader.fields.count)
        return true
      }
      if reader.fields.count == width { return true }
      report(
        line, min(reader.fields.count, width + 1),
        "this row has \(Quantity.counted(reader.fields.count, "field")), and the first has \(width)",
        "give every row \(width)")
    }
    return false
  }

  /// Notes a problem with a field of a row, by its number from 0.
  mutating func report(field: Int, _ message: String, _ remedy: String) {
    report(line, field + 1, message, remedy)
  }

  /// Notes a problem, unless it was said that no more are looked for.
  mutating func report(_ line: Int, _ column: Int, _ message: String, _ remedy: String) {
    guard problemCount < FileLimits.csvProblems else { return }
    problemCount += 1
    log.error(file.place(line: line, column: column), path, message, remedy)
    if problemCount == FileLimits.csvProblems {
      log.error(
        file.place(line: line, column: 0), path, "the rest of this file was not looked at",
        "put the problems above right first")
    }
  }

  /// The text of a field of the current row, without the space around it.
  func text(_ field: Int) -> String {
    trimmed(field).text
  }

  /// The name in a field of the current row, without the apostrophe that tables have before one that a spreadsheet would take
  /// for a formula.
  func name(_ field: Int) -> String { CSVCell.unguarded(text(field)) }

  /// The bytes of a field of the current row, without the space around them.
  func trimmed(_ field: Int) -> ArraySlice<UInt8> { reader.fields[field].trimmed }

  /// A field as milliseconds since the Unix epoch; nil, and a problem noted, where it is not a moment. Of those around the
  /// simulated time, the first that the clocks show twice, and the first that they never show, are noted too. Of dates such as
  /// `22/07/2022` only the first is noted: a spreadsheet writes all of them like that.
  mutating func instant(_ field: Int, in calendar: ScenarioCalendar?) -> Milliseconds? {
    if let moment = InstantText.spreadsheetMoment(trimmed(field)) {
      guard let calendar else { return moment.instant(in: .utc) }
      let instant = moment.instant(in: calendar.zone)
      // Tables have millions of moments, most of them on days without a change.
      guard hasNoted.contains(false), case .local = moment.offset, !calendar.zone.transitions.isEmpty else {
        return instant
      }
      let times = (calendar.start - calendar.warmUp - Limits.tour)...(max(calendar.end, calendar.start) + Limits.tour)
      if times.contains(instant), let note = ClockChangeNote(moment, in: calendar.zone),
        !hasNoted[note.isTwice ? 1 : 0]
      {
        hasNoted[note.isTwice ? 1 : 0] = true
        log.warning(
          file.place(line: line, column: field + 1), path, note.message,
          note.remedy + "; other times in this file may be like it")
      }
      return instant
    }
    var remedy = InstantText.remedy(for: trimmed(field))
    if InstantText.isByDayAndMonth(trimmed(field)) {
      if hasReportedDayAndMonth { return nil }
      hasReportedDayAndMonth = true
      remedy += "; other dates in this file may be like it"
    }
    report(
      field: field, text(field).isEmpty ? "this cell is empty" : "“\(text(field).prefix(40))” is not a moment", remedy)
    return nil
  }

  /// A field as seconds, of which there may be 0 to ``Limits/seconds``; nil where it is empty, or, and a problem noted,
  /// where it is wrong.
  mutating func seconds(_ field: Int) -> Double? {
    let bytes = trimmed(field)
    guard let last = bytes.last else { return nil }
    let value: Double
    if (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(last), let number = Self.decimal(bytes) {
      value = number
      bareSeconds[field].add(number)
    } else if let clock = ClockText.seconds(bytes) {
      switch clock {
      case .success(let seconds): value = seconds
      case .failure(let fault):
        report(field: field, "“\(text(field).prefix(40))” \(fault.message)", fault.remedy)
        return nil
      }
    } else {
      switch DurationText.seconds(bytes) {
      case .success(let seconds): value = seconds
      case .failure(let fault):
        report(
          field: field, "“\(text(field).prefix(40))” \(fault.message)", "write seconds, or a duration such as 3m53s")
        return nil
      }
    }
    guard NumberRange.duration.contains(value) else {
      report(
        field: field, "“\(text(field).prefix(40))” is \(value < 0 ? "negative" : "too long")",
        "write seconds, or a duration such as 3m53s, of 0 to \(DurationText.words(Limits.seconds))")
      return nil
    }
    return value
  }

  /// A field as a number in a range; nil where it is empty, or, and a problem noted, where it is wrong.
  mutating func number(_ field: Int, _ range: NumberRange) -> Double? {
    let bytes = trimmed(field)
    if bytes.isEmpty { return nil }
    if let number = Self.decimal(bytes), range.contains(number) { return number }
    report(field: field, "“\(text(field).prefix(40))” is not right here", "write \(range.words)")
    return nil
  }

  /// The number that `bytes` say in decimal digits, perhaps with an exponent; nil where they are anything else, such as
  /// `0x10` or `inf`, which a number could be read from as well.
  private static func decimal(_ bytes: ArraySlice<UInt8>) -> Double? {
    guard bytes.allSatisfy({ decimalCharacters.contains($0) }) else { return nil }
    return Double(String(decoding: bytes, as: UTF8.self))
  }

  private static let decimalCharacters = Array("0123456789+-.eE".utf8)

  /// Warns of a column of lengths of time, called `name`, that are probably days.
  func warnOfDays(_ field: Int?, _ name: String) {
    guard let field, bareSeconds.indices.contains(field), bareSeconds[field].areProbablyDays else { return }
    log.warning(
      file.place(line: 0, column: field + 1), path, bareSeconds[field].message(name), BareSeconds.remedy)
  }

  /// The columns of the current row taken as a header: the number of each name, whatever its case. Repeated names are noted,
  /// and those that are probably slips for one that is missing; of others it is only warned, as tables have columns for other
  /// readers.
  mutating func columns(_ known: [String]) -> [String: Int] {
    var columns: [String: Int] = [:]
    let header = Set(fields.indices.map { text($0).lowercased() })
    let missing = known.filter { !header.contains($0.lowercased()) }
    for field in fields.indices {
      let text = text(field)
      if let name = known.first(where: { $0.lowercased() == text.lowercased() }) {
        if columns[name] != nil {
          report(field: field, "the column “\(name)” is there twice", "keep one of the two")
        } else {
          columns[name] = field
        }
      } else if fields.isSeparatedOtherwise {
        report(field: field, "there is no column “\(text.prefix(40))”", "separate columns with commas")
      } else if let near = nearestName(to: text, among: missing) {
        report(field: field, "there is no column “\(text.prefix(40))”", "did you mean “\(near)”?")
      } else {
        warnOfUnused(field, known: known)
      }
    }
    return columns
  }

  /// Warns of a column of the current row, which is a header, that nobody reads; `known` are those that are read.
  func warnOfUnused(_ field: Int, known: [String]) {
    log.warning(
      file.place(line: line, column: field + 1), path, "there is no use for the column “\(text(field).prefix(40))”",
      "it is passed over; the columns are \(known.joined(separator: ", "))")
  }
}
