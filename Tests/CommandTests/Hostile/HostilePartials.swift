import Watchroom

/// Partial results nobody should trust: any text, and true ones of which words are changed, given the checksum that belongs
/// to the whole.
enum HostilePartials {
  /// Merges a text that begins with a bracket by itself; of anything else a true shard of a run, changed as it says, with the
  /// run's other one, and leaves a page as well if it begins with a p; or a true shard of a comparison if it begins with a c.
  /// Tells whether it was taken.
  static func merge(_ given: [UInt8]) throws -> Bool {
    switch given.first {
    case UInt8(ascii: "{"): return try merge(["a": sealed(given)], ["--format", "json"])
    case UInt8(ascii: "c"):
      return try merge(["a": sealed(changed(comparison, given))], ["--csv", "t", "--report", "r.html"])
    // A page of a run simulates it again, which is sure to be short as the other shard has the same scenario.
    case UInt8(ascii: "p"):
      return try merge(["a": sealed(changed(run.first, given)), "b": run.second], ["--report", "r.html"])
    default: return try merge(["a": sealed(changed(run.first, given)), "b": run.second], ["--csv", "t"])
    }
  }

  private static func merge(_ files: [String: [UInt8]], _ options: [String]) throws -> Bool {
    try HostileCommandLines.take(["merge"] + files.keys.sorted() + options, files)
  }

  /// Both shards of a small run. They carry a file.
  private static let run: (first: [UInt8], second: [UInt8]) = {
    let command = ["run", "s.json5", "--replications", "3"]
    return (shard("1/2", of: command), shard("2/2", of: command))
  }()

  /// The only shard of a small comparison.
  private static let comparison = shard("1/1", of: ["compare", "s.json5", "v.json5", "--replications", "2"])

  private static func shard(_ shard: String, of command: [String]) -> [UInt8] {
    let roster = "teams.more.staff={byHour: null, csv: 't.csv'}"
    return HostileCommandLines.result(
      command + ["--set", roster, "--shard", shard, "--jobs", "1"] + HostileScenarios.fewCallers,
      [
        "s.json5": HostileScenarios.base, "v.json5": Array("{ extends: 's.json5', attendance: 0.9 }".utf8),
        "t.csv": Array("handler,start,end\nann,2022-07-22T07:00,2022-07-22T15:00\n".utf8),
      ]
    ).output
  }

  /// What is before the checksum of a true one, of which words are changed: in each line of `changes` that begins with a number,
  /// which one, and after a space by what. A word is what a number or a name may be, and any other byte is one by itself.
  private static func changed(_ whole: [UInt8], _ changes: [UInt8]) -> [UInt8] {
    var words = words(of: whole)
    for line in changes.split(separator: UInt8(ascii: "\n")) {
      let parts = line.split(separator: UInt8(ascii: " "), maxSplits: 1, omittingEmptySubsequences: false)
      guard let place = Int(String(decoding: parts[0], as: UTF8.self)) else { continue }
      words[Int(place.magnitude % UInt(words.count))] = parts.count > 1 ? parts[1] : []
    }
    return Array(words.joined())
  }

  private static func words(of whole: [UInt8]) -> [ArraySlice<UInt8>] {
    // The last line is the checksum.
    let end = whole.dropLast().lastIndex(of: UInt8(ascii: "\n")) ?? 0
    var words: [ArraySlice<UInt8>] = []
    var start = 0
    while start <= end {
      var next = start
      while next < end, isInWord(whole[next]) { next += 1 }
      next = max(next, start + 1)
      words.append(whole[start..<next])
      start = next
    }
    return words
  }

  private static func isInWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  /// With the checksum that belongs to it as the last line; as it is if it has any.
  private static func sealed(_ given: [UInt8]) -> [UInt8] {
    let last = given.dropLast().lastIndex(of: UInt8(ascii: "\n")).map { given[($0 + 1)...] } ?? []
    if last.starts(with: "{\"sha256\"".utf8) { return given }
    return given + Array("{\"sha256\":\"\(SHA256.hexadecimal(of: given))\"}\n".utf8)
  }
}
