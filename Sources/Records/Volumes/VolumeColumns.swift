import DiscreteEvents
import ScenarioFile
import Spelling

/// Which field of a row of volumes holds what, as a header says.
struct VolumeColumns {
  /// Where the contacts are.
  enum Volumes {
    /// In one field, those of the channel that another names; of no channel in particular if none does.
    case long(count: Int, channel: Int?)
    /// In one field, named by the channel.
    case wide(count: Int, channel: String)
  }

  /// The moment an interval begins, or its day alone.
  let date: Int
  /// The time of day it begins, where that has a column of its own.
  let time: Int?
  let minutes: Int?
  let handling: Int?
  let volumes: Volumes
  let width: Int

  static let form =
    "begin with start,count or start,channel,count (or expected, or offered), or with start and a column a channel"

  private static let times = ["start", "date", "time"]
  private static let counts = ["count", "offered", "expected"]
  private static let handlings = ["handling", "aht"]
  /// What a forecast, or a table of requirements, says besides.
  private static let unused = [
    "low80", "high80", "low95", "high95", "occasion", "basis", "load", "required", "rostered", "serviceLevel",
    "serviceLevelOfAnswered", "abandonmentRate", "meanWait", "meanSpeedOfAnswer", "occupancy",
  ]

  /// Reads a header; of several channels that have a column each, the one called `channel`.
  init(
    _ header: [ArraySlice<UInt8>], line: Int, channel: String?, problems: inout RowProblems
  ) throws(RecordsError) {
    let names = header.map { $0.trimmed.text }
    let keys = names.map { $0.lowercased() }
    let isLong = keys.contains { $0 == "channel" || Self.counts.contains($0) }
    let reserved = Self.times + ["minutes"] + Self.handlings
    var fields: [String: Int]
    if isLong {
      fields =
        try RecordColumns(
          header, line: line, known: reserved + ["channel"] + Self.counts + Self.unused, needed: [], problems: &problems
        ).fields
    } else {
      fields = [:]
      for (field, key) in keys.enumerated() where reserved.contains(key) && fields[key] == nil { fields[key] = field }
    }
    func only(_ choices: [String]) throws(RecordsError) -> Int? {
      let found = choices.filter { fields[$0] != nil }
      guard found.count <= 1 else {
        throw problems.fatal(
          line: line, column: (fields[found[1]] ?? 0) + 1, "“\(found[0])” and “\(found[1])” say the same",
          "keep one of the two")
      }
      return found.first.flatMap { fields[$0] }
    }

    width = header.count
    minutes = fields["minutes"]
    handling = try only(Self.handlings)
    if let day = fields["date"] {
      date = day
      time = try only(["time", "start"])
    } else {
      guard let start = fields["start"] else {
        throw problems.fatal(
          line: line, "the header has no column “start” or “date”",
          RecordColumns.isSeparatedOtherwise(header) ? "separate columns with commas" : Self.form)
      }
      date = start
      time = nil
    }
    if isLong {
      guard let count = try only(Self.counts) else {
        throw problems.fatal(line: line, "the header has no column “count”, “offered” or “expected”", Self.form)
      }
      volumes = .long(count: count, channel: fields["channel"])
      return
    }
    let taken = Set(fields.values)
    let channels = names.indices.filter { !taken.contains($0) }
    guard let first = channels.first else {
      throw problems.fatal(line: line, "the header has no column of contacts", Self.form)
    }
    if handling != nil, channels.count > 1 {
      throw problems.fatal(
        line: line, column: (handling ?? 0) + 1, "one handling time does not fit \(channels.count) channels",
        "give rows of start,channel,count,handling")
    }
    var numbers = ChannelNumbers()
    for field in channels {
      let isNew = !numbers.contains(names[field])
      guard isNew, (try? numbers.number(names[field])) != nil else {
        let isTooMany = channels.count > ChannelNumbers.most && isNew && !names[field].isEmpty
        throw problems.fatal(
          line: line, column: field + 1,
          isTooMany ? "there are more than \(ChannelNumbers.most) channels" : "this column has no name of its own",
          isTooMany ? "leave out the smallest" : "name every column by its channel")
      }
    }
    let name = try problems.channel(channel, of: channels.map { names[$0] }, line: line)
    volumes = .wide(count: channels.first { names[$0] == name } ?? first, channel: name)
  }
}

extension RowProblems {
  /// The channel that is asked about: the one `wanted`, or the only one of those there are.
  func channel(_ wanted: String?, of channels: [String], line: Int = 0) throws(RecordsError) -> String {
    let listed = channels.prefix(8).map { "“\($0.prefix(40))”" }.joined(separator: ", ")
    let list = channels.count > 8 ? "\(listed) and \(channels.count - 8) more" : listed
    guard let wanted else {
      guard channels.count == 1 else {
        throw fatal(
          line: line, "there are \(channels.count) channels, \(list)",
          "say which: --channel \(channels.first ?? "999")")
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
