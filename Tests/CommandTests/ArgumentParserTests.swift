import Testing

@testable import WatchroomCommand

@Suite struct ArgumentParserTests {
  private func parse(_ line: String, for verb: Verb = .run) throws -> ParsedArguments {
    try ArgumentParser(verb: verb).parse(line.split(separator: " ").map(String.init))
  }

  @Test(arguments: [
    "--seed 7 --quiet x.json5", "x.json5 --seed 7 -q", "--seed=7 x.json5 --quiet", "-q --seed 7 -- x.json5",
    "--seed 1 x.json5 -q --seed 7",
  ])
  func orderAndSpellingMakeNoDifference(line: String) throws {
    let parsed = try parse(line)
    #expect(parsed.operands == ["x.json5"])
    #expect(parsed.number(.seed) == 7)
    #expect(parsed.has(.quiet))
    #expect(!parsed.has(.jobs))
  }

  @Test func repeatableOptionsKeepTheirOrder() throws {
    let parsed = try parse("--set a=1 --with o.json5 x --set=b=2=3 --with=p.json5")
    #expect(parsed.all(.set) == ["a=1", "b=2=3"])
    #expect(parsed.all(.with) == ["o.json5", "p.json5"])
  }

  @Test func everythingAfterTwoDashesIsAnOperand() throws {
    let parsed = try parse("a -- --quiet -x -- --help", for: .validate)
    #expect(parsed.operands == ["a", "--quiet", "-x", "--", "--help"])
  }

  @Test func aDashIsAStandardStreamWhereAFileIsNamed() throws {
    let parsed = try parse("- --with - --report=- --set a=- --start -")
    #expect(parsed.operands == ["/dev/stdin"] && parsed.all(.with) == ["/dev/stdin"])
    #expect(parsed.last(.reportPage) == "/dev/stdout")
    // Nothing else is a file.
    #expect(parsed.all(.set) == ["a=-"] && parsed.last(.start) == "-")
    #expect(try parse("-- -").operands == ["/dev/stdin"])
    #expect(try parse("./- --with ./-").operands == ["./-"])
    #expect(try parse("-", for: .new).operands == ["/dev/stdout"])
    #expect(try parse("a.ledger --to ndjson --output -", for: .export).last(.exportOutput) == "/dev/stdout")
    #expect(try parse("calls.csv --output -", for: .forecast).last(.overlay) == "/dev/stdout")
  }

  @Test func limitsAreInclusive() throws {
    #expect(try parse("x --seed 18446744073709551615 --replications 1000000").number(.seed) == .max)
    #expect(try parse("x --seed 0 --jobs 1024 --days 36600").number(.days) == 36_600)
    #expect(try parse("x --seed 007").number(.seed) == 7)
  }

  /// A share in per cent is the number that it is without.
  @Test(arguments: [
    ("28%", 0.28), ("33.3%", 0.333), ("0.01%", 0.0001), ("99.99%", 0.9999), ("0.28", 0.28), (".5%", 0.005),
  ])
  func sharesMayBeInPerCent(text: String, share: Double) throws {
    #expect(try parse("--shrinkage \(text)", for: .erlang).share(.shrinkage) == share)
  }

  @Test func askingForHelpExcusesTheRest() throws {
    #expect(try parse("--nonsense --seed x --help").has(Verb.help))
    #expect(try parse("-h").has(Verb.help))
    #expect(try parse("-qh x").has(Verb.help))
  }

  @Test func everyVerbIsDeclaredInFull() {
    for verb in Verb.all {
      #expect(!verb.summary.isEmpty && verb.example.command.hasPrefix("watchroom \(verb.name)"))
      #expect(verb.statuses.contains(.done) && verb.statuses.contains(.commandLineWrong))
      #expect(Set(verb.options.map(\.name)).count == verb.options.count)
      let letters = verb.options.compactMap(\.letter)
      #expect(Set(letters).count == letters.count)
      for option in verb.options { #expect((option.value == nil) == option.placeholder.isEmpty, "\(option.name)") }
    }
  }
}
