import Reading
import ScenarioFile
import Testing

@testable import Records

/// Whatever channels are called and however many a team answers, what is learned is a scenario.
@Suite struct TeamNamesTests {
  @Test func namesAreShort() {
    var names = TeamNames()
    #expect(names.name(for: ["999"]) == "999")
    #expect(names.name(for: ["999", "101"]) == "999+101")
    let long = Self.skills(20)
    #expect(names.name(for: Array(long[..<2])) == "\(long[0]) and 1 more")
    #expect(names.name(for: long) == "\(long[0]) and 19 more")
    // Sixty characters are still named.
    let thirty = [String(repeating: "a", count: 30), String(repeating: "b", count: 29)]
    #expect(names.name(for: thirty) == thirty.joined(separator: "+"))
    #expect(names.name(for: thirty + ["c"]) == thirty.joined(separator: "+") + " and 1 more")
  }

  @Test func noTwoAreAlike() {
    var names = TeamNames()
    let found = [["a+b"], ["a", "b"], ["a+b 2"], ["a+b"]].map { names.name(for: $0) }
    #expect(found == ["a+b", "a+b 2", "a+b 2 2", "a+b 3"])
  }

  /// Contacts of these channels in turn, every four minutes, which seven handlers take except those of `unnamed`.
  private func learned(_ channels: [String], unnamed: Set<String> = []) throws -> [LearnedScenario.File] {
    var text = "arrival,channel,wait,outcome,handling,agent\n"
    for number in 0..<5_040 {
      let (day, minute) = (number / 360 + 1, number % 360 * 4)
      let clock = [minute / 60, minute % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
      let channel = channels[number % channels.count]
      text += "2024-01-\(day < 10 ? "0" : "")\(day)T\(clock),\(channel),1,answered,200,"
      text += unnamed.contains(channel) ? "\n" : "h\(number % 7)\n"
    }
    let records = try ContactRecords.read("r.csv", timeZone: "UTC", files: MemoryFiles(["r.csv": text]))
    return LearnedScenario(records).files(path: "out/l.json5", source: "r.csv")
  }

  private static func skills(_ count: Int) -> [String] {
    (0..<count).map { "skill number \($0) of the contact centre" }
  }

  /// Channels, and those among them whose contacts name no handler.
  private static let centres: [([String], Set<String>)] = [
    (skills(6), []), (skills(20), []), (["a", "b", "a+b"], ["a+b"]), (["é b", "É B", "日本"], ["é b", "É B", "日本"]),
    (["A", "a"], ["A", "a"]), ([String(repeating: "x", count: 100), "y"], []),
  ]

  @Test(arguments: centres)
  func whatIsLearnedIsAScenario(channels: [String], unnamed: Set<String>) throws {
    let files = try learned(channels, unnamed: unnamed)
    let read = try ScenarioReader.read(
      path: "out/l.json5", files: MemoryFiles(Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0.text) })))
    #expect(read.warnings.isEmpty, "\(read.warnings)")
    #expect(Set(read.scenario.teams.flatMap(\.answers)) == Set(channels))
    for file in files.dropLast() {
      let name = file.path.dropFirst("out/".count)
      #expect(name.utf8.count <= 60 && name.utf8.allSatisfy { $0 < 0x80 && $0 != UInt8(ascii: "/") }, "\(name)")
    }
    #expect(Set(files.map { $0.path.lowercased() }).count == files.count)
  }
}
