import Testing

@testable import Reading
@testable import ScenarioFile

@Suite struct PublishedTargetsTests {
  private static func read(_ text: String) throws(ScenarioError) -> PublishedTargets {
    try PublishedTargets.read("t.json5", files: MemoryFiles(["t.json5": text]))
  }

  @Test func aFileIsReadWithAllItSays() throws {
    let read = try Self.read(
      """
      {
        source: "a paper", start: "2021-08-01T00:00", days: 365,
        targets: [
          { name: "one", metric: "a.b", value: 0.5, tolerance: 0.01, paragraph: 12, note: "about" },
          { name: "each", metric: ["a.b", "a.c"], atMost: 0.5, weight: 0.5, paragraph: "12–14" },
          { name: "sum", metric: { sum: ["a.b"], of: ["a.c", "a.d"] }, atLeast: 1, atMost: 2, unit: "h" },
          { name: "reported", metric: { sum: ["a.b"] }, value: 3, weight: 0 },
        ],
      }
      """)
    #expect(read.source == "a paper" && read.start == "2021-08-01T00:00" && read.days == 365)
    let targets = read.targets
    #expect(
      targets.map(\.metric) == [
        .figure("a.b"), .each(["a.b", "a.c"]), .sum(["a.b"], of: ["a.c", "a.d"]), .sum(["a.b"], of: []),
      ])
    #expect(targets.map(\.paragraph) == ["12", "12–14", nil, nil] && targets.map(\.weight) == [1, 0.5, 1, 0])
    #expect(targets[0].value == 0.5 && targets[0].tolerance == 0.01 && targets[0].note == "about")
    #expect(targets[2].unit == .hours && targets[2].atLeast == 1 && targets[2].atMost == 2)
    #expect(targets[1].place.line == 5 && targets[1].path == "targets.1.metric")
    #expect(targets[2].metric.paths == ["a.b", "a.c", "a.d"])
  }

  @Test(arguments: [
    ("{ targets: [] }", "t.json5:1:12: error: targets: this list is empty"),
    ("{}", "a targets file needs “targets”"),
    ("{ targets: [{}] }", "a target needs “name”"),
    ("{ targets: [{ name: \"a\", value: 1, tolerance: 1 }] }", "a target needs “metric”"),
    ("{ targets: [{ name: \"a\", metric: \"b\" }] }", "it does not say what the figure should be"),
    ("{ targets: [{ name: \"a\", metric: \"b\", value: 1 }] }", "it does not say how far off it may be"),
    ("{ targets: [{ name: \"a\", metric: \"b\", value: 1, tolerance: 0 }] }", "tolerance"),
    (
      "{ targets: [{ name: \"a\", metric: \"b\", value: 1, tolerance: 1, atMost: 2 }] }",
      "“value” and limits exclude each other"
    ),
    ("{ targets: [{ name: \"a\", metric: \"b\", atLeast: 3, atMost: 2 }] }", "nothing is at least 3 and at most 2"),
    ("{ targets: [{ name: \"a\", metric: 7, atMost: 2 }] }", "targets.0.metric: this is a number"),
    ("{ targets: [{ name: \"a\", metric: { of: [\"b\"] }, atMost: 2 }] }", "a sum needs “sum”"),
    ("{ targets: [{ name: \"a\", metric: \"b\", atMost: 2, unit: \"days\" }] }", "“days” is not one of its values"),
    ("{ targets: [{ name: \"a\", metric: \"b\", atmost: 2 }] }", "did you mean “atMost”?"),
    ("{ start: \"soon\", targets: [{ name: \"a\", metric: \"b\", atMost: 2 }] }", "start: “soon” is not a moment"),
    (
      "{ targets: [{ name: \"a\", metric: \"b\", atMost: 2 }, { name: \"a\", metric: \"c\", atMost: 2 }] }",
      "two targets are called “a”"
    ),
    ("{ targets: ", "t.json5:1:"),
  ])
  func whatIsWrongIsSaid(text: String, message: String) {
    #expect {
      try Self.read(text)
    } throws: { error in
      let error = error as? ScenarioError
      return error?.cause == .invalid && error?.description.contains(message) == true
    }
  }

  @Test func limitsMayBeEqual() throws {
    let targets = try Self.read("{ targets: [{ name: \"a\", metric: \"b\", atLeast: 0, atMost: 0 }] }").targets
    #expect(targets[0].atLeast == 0 && targets[0].atMost == 0)
  }

  @Test func aFileThatIsNotThereIsNotTheContentsFault() {
    #expect { try PublishedTargets.read("u.json5", files: MemoryFiles([:])) } throws: { error in
      (error as? ScenarioError)?.cause == .unreadable
    }
  }
}
