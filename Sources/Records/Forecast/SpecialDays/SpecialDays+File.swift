import DiscreteEvents
import Reading
import ScenarioFile

extension SpecialDays {
  /// The bank holidays of England and Wales, or those of the file `holidays` in their place; and the days of the file
  /// `others`, which are unlike other days for any reason. Both have rows `date,name`; days of one name are taken to be
  /// alike.
  public static func read(
    holidays: String? = nil, others: String? = nil, files: some FileReading = DiskFiles()
  ) throws(RecordsError) -> SpecialDays {
    var lists: [[(day: Int, name: String)]?] = []
    for path in [holidays, others] {
      if let path { lists.append(try list(path, files)) } else { lists.append(nil) }
    }
    if let others { try refuseManyNames(lists[1] ?? [], others) }
    return SpecialDays(holidays: lists[0], others: lists[1] ?? [])
  }

  /// So many kinds of day can be told apart in a second or so, which grows with the cube of their number. Of holidays there
  /// are only few, whatever their names.
  private static let mostNames = 300

  private static func refuseManyNames(_ days: [(day: Int, name: String)], _ path: String) throws(RecordsError) {
    let names = Set(days.map(\.name)).count
    guard names <= mostNames else {
      throw RowProblems(path: path).fatal(
        "there are \(names) different names of days", "give days that are alike one name: at most \(mostNames)")
    }
  }

  private static func list(_ path: String, _ files: some FileReading) throws(RecordsError) -> [(day: Int, name: String)]
  {
    let problems = RowProblems(path: path)
    var days: [(day: Int, name: String)] = []
    var lines: [Int: Int] = [:]
    var wrong: RecordsError?
    var isFirst = true
    try RowFeed.read(path, from: files) { row in
      guard wrong == nil else { return }
      switch row {
      case .fault(let fault, _):
        wrong = problems.fatal(line: fault.line, column: fault.column, fault.message, fault.remedy)
      case .fields(let fields, let line):
        defer { isFirst = false }
        let date = fields[0].trimmed
        if isFirst, date.text.lowercased() == "date" { return }
        // Of a day with an offset it is not certain whose day it is.
        guard let moment = InstantText.moment(date), moment.civil.timeOfDay == 0, case .local = moment.offset,
          fields.count <= 2
        else {
          wrong = problems.fatal(
            line: line, column: 1, "this row is not a date and a name", remedy(for: fields, date))
          return
        }
        let day = moment.civil.dayNumber
        if let first = lines[day] {
          wrong = problems.fatal(line: line, column: 1, "this day is on line \(first) already", "keep one of the two")
          return
        }
        lines[day] = line
        let name = fields.count > 1 ? fields[1].trimmed.text : ""
        days.append((day, name.isEmpty ? "special day" : name))
      }
    }
    if let wrong { throw wrong }
    // Without any, the holidays would be none rather than those of England and Wales.
    if days.isEmpty { throw problems.fatal("there is no day in it", "\(example), or leave the file out") }
    return days
  }

  private static let example = "write rows such as 2022-11-05,Bonfire Night"

  /// What would mend a row that is not a `date` and a name.
  private static func remedy(for fields: [ArraySlice<UInt8>], _ date: ArraySlice<UInt8>) -> String {
    if fields.isSeparatedOtherwise { return "separate the date and the name with a comma" }
    if fields.count > 2 { return "\(example), with quotation marks around a name that has a comma" }
    if InstantText.moment(date) != nil { return "leave out the time of day: \(example)" }
    if InstantText.isByDayAndMonth(date) {
      return
        "dates are day/month/year or month/day/year here: write 2022-11-05, or give the spreadsheet's column the format "
        + "yyyy-mm-dd"
    }
    return InstantText.dateRemedy(for: date) ?? example
  }
}
