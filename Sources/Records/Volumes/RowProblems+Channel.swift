import DiscreteEvents
import ScenarioFile
import Spelling
import Writing

extension RowProblems {
  /// The channel that is asked about: the one `wanted`, or the only one of those there are.
  func channel(_ wanted: String?, of channels: [String], line: Int = 0) throws(RecordsError) -> String {
    let listed = channels.prefix(8).map { "“\($0.prefix(40))”" }.joined(separator: ", ")
    let list = channels.count > 8 ? "\(listed) and \(channels.count - 8) more" : listed
    guard let wanted else {
      guard channels.count == 1 else {
        let likely = channels.filter { CivilTime.weekday(called: $0) == nil }
        // What is called as columns are that name channels is hardly one.
        let example =
          likely.first(where: Headings.isOfCounts) ?? likely.first { !Headings.isOfChannels($0) } ?? likely.first
        throw fatal(
          line: line, "there are \(channels.count) channels, \(list)",
          example.map { "say which: \(ShellCommand(["--channel", $0]).line)" }
            ?? "days of the week are none: for one average week, give times of day in the first column and a column for each day"
        )
      }
      return channels[0]
    }
    guard channels.contains(wanted) else {
      let nearest = nearestName(to: wanted, among: channels).map { "did you mean “\($0)”? " } ?? ""
      throw fatal(line: line, "there is no channel “\(wanted.prefix(40))”", "\(nearest)it has \(list)")
    }
    return wanted
  }
}
