import Testing

@testable import Reading
@testable import ScenarioFile

@Suite("Schema")
struct SchemaTests {
  private let schema: JSONTree

  init() throws {
    schema = try JSONTree(json5: Array(ScenarioSchema.json.utf8), origin: .file("schema"))
  }

  private func complaint(_ text: String) throws -> String? {
    let value = try JSONTree(json5: Array(text.utf8), origin: .file("f"))
    return SchemaChecker(root: schema).complaint(about: value, under: schema)
  }

  @Test func acceptsLengthsOfTimeAsLimits() throws {
    let expectation = "expect: { soon: { metric: 'channels.999.speedOfAnswer.mean', atMost: '2m' } }"
    #expect(try complaint(Fixture.least(top: expectation)) == nil)
    #expect(try complaint(Fixture.least(top: expectation.replacing("2m", with: "fast"))) != nil)
    let read = try read(Fixture.least(top: expectation))
    #expect(read.scenario.expectations.map(\.bound) == [.atMost(120)])
    #expect(read.expectationPlaces.map(\.isLengthOfTime) == [true])
  }

  @Test func acceptsTheFixtures() throws {
    #expect(try complaint(Fixture.scenario) == nil)
    #expect(try complaint(read(Fixture.files).resolvedText) == nil)
    #expect(try complaint(ResponseFixture.scenario) == nil)
    #expect(try complaint(read(ResponseFixture.files).resolvedText) == nil)
    #expect(try complaint(DemandFixture.scenario) == nil)
    #expect(try complaint(read(DemandFixture.files).resolvedText) == nil)
    #expect(try complaint(DemandFixture.scenario.replacing("perYear: 0,", with: "")) == nil)
    #expect(try complaint(Fixture.least()) == nil)
    #expect(
      try complaint("{ extends: 'x.json5', channels: { a: { redial: null, handling: { constant: 5 } } } }") == nil)
  }

  @Test(arguments: [
    "{ constant: 5 }", "{ constant: '3m53s' }", "{ uniform: { min: 1, max: 2 } }", "{ exponential: { mean: '1.5h' } }",
    "{ lognormal: { mean: 5, cv: 1 } }", "{ lognormal: { median: 5, sigma: 1 } }", "{ gamma: { mean: 5, cv: 0 } }",
    "{ weibull: { mean: 5, shape: 1 } }", "{ mixture: [{ weight: 1, mixture: [{ weight: 1, constant: 5 }] }] }",
    "{ empirical: { csv: 'x' } }", "{ empirical: { values: [1, '2s'] } }",
    "{ empirical: { quantiles: [[0, 1], [1, 2]] } }",
    "{ never: {} }",
  ])
  func acceptsEveryDistribution(_ text: String) throws {
    #expect(try complaint(Fixture.least(channel: "patience: \(text)")) == nil)
  }

  /// Keys the reader does not know, and slips a schema can see.
  @Test func rejectsWhatTheReaderRejects() throws {
    let slips =
      MalformedScenarioTests.structure + MalformedScenarioTests.calendar + MalformedScenarioTests.arrivals
      + MalformedScenarioTests.distributions + MalformedScenarioTests.channels + MalformedScenarioTests.staffing
      + MalformedResponseTests.whole + MalformedResponseTests.staff + MalformedResponseTests.dispatchers
      + MalformedResponseTests.grades + MalformedResponseTests.scenes + MalformedResponseTests.places
      + MalformedResponseTests.travel + MalformedResponseTests.logs + DemandTests.slips
    var seen = 0
    for slip in slips where slip.message.contains("no key") || slip.message.contains("needs “") {
      let text = slip.changed.replacing("§", with: "")
      #expect(try complaint(text) != nil, "\(slip)")
      seen += 1
    }
    #expect(seen > 50)
  }

  @Test func acceptsWhatTheReaderAcceptsOfAllFormats() throws {
    // Every key of every format is in the schema under its own name, and nothing else is.
    let definitions = try #require(schema["$defs"])
    let formats = ScenarioFormat.scenario.withEverythingInside
    for format in formats {
      guard case .object(let members)? = definitions[format.name]?["properties"]?.value else {
        Issue.record("no definition of \(format.name)")
        continue
      }
      #expect(members.map(\.name) == format.keys.map(\.name))
      #expect(members.allSatisfy { $0.value["description"] != nil })
    }
    guard case .object(let members) = definitions.value else { return }
    // And what an overlay may be.
    #expect(members.count == 2 * formats.count + 1 && definitions["overlay"] != nil)
  }

  /// Whatever the reader takes of damaged scenarios, the schema takes.
  @Test(arguments: [false, true])
  func acceptsWhatTheReaderAccepts(withResponse: Bool) throws {
    let fixture = withResponse ? ResponseFixture.files : Fixture.files
    var random = FuzzTests.Generator(state: 99)
    var accepted = 0
    for _ in 0..<150 {
      var bytes = Array((fixture["s.json5"] ?? "").replacing("Europe/London", with: "UTC").utf8)
      FuzzTests.damage(&bytes, &random)
      var files = fixture.mapValues { Array($0.utf8) }
      files["s.json5"] = bytes
      guard let result = try? ScenarioReader.read(path: "s.json5", files: MemoryFiles(bytes: files)) else { continue }
      accepted += 1
      #expect(try complaint(result.resolvedText) == nil, "\(String(decoding: bytes, as: UTF8.self))")
    }
    #expect(accepted > 3)
  }

  /// Texts for which the schema has a pattern: those the reader takes are those that match.
  @Test func patternsAgreeWithTheReader() throws {
    var random = FuzzTests.Generator(state: 5)
    let pieces = ["1", "0", "12", ".", "5", "w", "d", "h", "m", "s", "ms", "-", " ", "e"]
    let duration = try Regex(DurationText.pattern)
    for _ in 0..<1_500 {
      let text = (0..<Int.random(in: 0...7, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
        .joined()
      let isRead = if case .success = DurationText.seconds(Array(text.utf8)) { true } else { false }
      let isMatched = try duration.wholeMatch(in: text) != nil
      #expect(isRead == isMatched, "\(text)")
    }
    let instant = try Regex(InstantText.pattern)
    let clock = try Regex(InstantText.clockPattern)
    let date = try Regex(InstantText.datePattern)
    for _ in 0..<1_500 {
      var text = Array(
        ["2022-07-22T07:00", "2022-07-22", "2022-07-22 07:00:01.5+01:00", "07:30"].randomElement(using: &random)!.utf8)
      for _ in 0..<Int.random(in: 0...2, using: &random) {
        let position = Int.random(in: 0..<text.count, using: &random)
        text[position] = Array("0123456789-:TZ+. ".utf8).randomElement(using: &random)!
      }
      let string = String(decoding: text, as: UTF8.self)
      if InstantText.moment(text[...]) != nil { #expect(try instant.wholeMatch(in: string) != nil, "\(string)") }
      if InstantText.day(text) != nil { #expect(try date.wholeMatch(in: string) != nil, "\(string)") }
      #expect(try (InstantText.timeOfDay(text) != nil) == (clock.wholeMatch(in: string) != nil), "\(string)")
    }
  }

  @Test func aPartialScenarioMayLackAndRemove() throws {
    #expect(try complaint("{ extends: 'x', response: { hubs: { a: null, b: { officers: { earlies: 3 } } } } }") == nil)
    #expect(try complaint("{ extends: 'x', response: { hubs: { b: { oficers: { earlies: 3 } } } } }") != nil)
    #expect(try complaint("{ extends: 'x', calendar: null, teams: { a: null } }") == nil)
    #expect(try complaint("{ extends: 'x', teams: { a: { staf: 1 } } }") != nil)
    #expect(try complaint("{ teams: {} }") != nil)
  }
}

/// As much of JSON Schema as the schema uses. A keyword it does not know is a complaint, so that none goes unchecked.
struct SchemaChecker {
  let root: JSONTree

  func complaint(about value: JSONTree, under schema: JSONTree) -> String? {
    if case .bool(let flag) = schema.value { return flag ? nil : "\(value.place): nothing is allowed here" }
    guard case .object(let keywords) = schema.value else { return "the schema has \(schema.kindName) for a schema" }
    for keyword in keywords {
      if let complaint = complaint(about: value, keyword.name, keyword.value, schema) {
        return complaint
      }
    }
    return nil
  }

  private func accepts(_ value: JSONTree, _ schema: JSONTree) -> Bool { complaint(about: value, under: schema) == nil }

  private func complaint(about value: JSONTree, _ keyword: String, _ argument: JSONTree, _ schema: JSONTree) -> String?
  {
    let failed = "\(value.place): \(keyword) \(argument.canonicalText.prefix(80))"
    switch keyword {
    case "$schema", "title", "description", "$defs", "then", "else": return nil
    case "$ref":
      guard case .string(let reference) = argument.value, let name = reference.split(separator: "/").last,
        let definition = root["$defs"]?[String(name)]
      else { return "no definition \(argument.canonicalText)" }
      return complaint(about: value, under: definition)
    case "if":
      guard let branch = schema[accepts(value, argument) ? "then" : "else"] else { return nil }
      return complaint(about: value, under: branch)
    case "anyOf": return list(argument).contains { accepts(value, $0) } ? nil : failed
    case "oneOf": return list(argument).count { accepts(value, $0) } == 1 ? nil : failed
    case "not": return accepts(value, argument) ? failed : nil
    case "enum": return list(argument).contains { $0.canonicalText == value.canonicalText } ? nil : failed
    case "type":
      let isOfType: Bool
      switch (argument.value, value.value) {
      case (.string("string"), .string), (.string("boolean"), .bool), (.string("null"), .null),
        (.string("array"), .array),
        (.string("object"), .object), (.string("number"), .number):
        isOfType = true
      case (.string("integer"), .number(let number)): isOfType = number.value == number.value.rounded()
      default: isOfType = false
      }
      return isOfType ? nil : failed
    case "minimum": return compare(value, argument) { $0 >= $1 } ? nil : failed
    case "exclusiveMinimum": return compare(value, argument) { $0 > $1 } ? nil : failed
    case "maximum": return compare(value, argument) { $0 <= $1 } ? nil : failed
    case "pattern":
      guard case .string(let text) = value.value, case .string(let pattern) = argument.value else { return nil }
      return (try? Regex(pattern).firstMatch(in: text)) != nil ? nil : failed
    case "minItems": return count(value).map { Double($0) >= number(argument) } ?? true ? nil : failed
    case "maxItems": return count(value).map { Double($0) <= number(argument) } ?? true ? nil : failed
    case "items":
      guard case .array(let elements) = value.value else { return nil }
      let rest = elements.dropFirst(schema["prefixItems"].map { list($0).count } ?? 0)
      return rest.lazy.compactMap { complaint(about: $0, under: argument) }.first
    case "prefixItems":
      guard case .array(let elements) = value.value else { return nil }
      return zip(elements, list(argument)).lazy.compactMap { complaint(about: $0, under: $1) }.first
    case "required":
      guard case .object = value.value else { return nil }
      let names = list(argument).map { element -> String in
        if case .string(let name) = element.value { name } else { "" }
      }
      return names.allSatisfy { value[$0] != nil } ? nil : failed
    case "maxProperties":
      guard case .object(let members) = value.value else { return nil }
      return Double(members.count) <= number(argument) ? nil : failed
    case "propertyNames":
      guard case .object(let members) = value.value else { return nil }
      return members.lazy.compactMap {
        complaint(about: JSONTree(.string($0.name), at: $0.namePlace), under: argument)
      }.first
    case "properties":
      guard case .object(let members) = value.value else { return nil }
      return members.lazy.compactMap { member in
        argument[member.name].flatMap { complaint(about: member.value, under: $0) }
      }.first
    case "additionalProperties":
      guard case .object(let members) = value.value else { return nil }
      return members.lazy.filter { schema["properties"]?[$0.name] == nil }
        .compactMap { complaint(about: $0.value, under: argument) }.first
    default: return "the schema has an unknown keyword \(keyword)"
    }
  }

  private func list(_ tree: JSONTree) -> [JSONTree] {
    if case .array(let elements) = tree.value { elements } else { [] }
  }

  private func number(_ tree: JSONTree) -> Double {
    if case .number(let number) = tree.value { number.value } else { .nan }
  }

  private func count(_ tree: JSONTree) -> Int? {
    if case .array(let elements) = tree.value { elements.count } else { nil }
  }

  private func compare(_ value: JSONTree, _ bound: JSONTree, _ holds: (Double, Double) -> Bool) -> Bool {
    guard case .number(let number) = value.value else { return true }
    return holds(number.value, self.number(bound))
  }
}
