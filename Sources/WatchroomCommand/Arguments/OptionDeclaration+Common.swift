extension OptionDeclaration {
  static let seed = OptionDeclaration(
    name: "seed", value: .wholeNumber(0...UInt64.max), placeholder: "N",
    help: "what all randomness follows from; the same seed gives the same result; of one above 2^53, jq and JavaScript "
      + "show other digits", standard: "1")
  static let replications = OptionDeclaration(
    name: "replications", value: .wholeNumber(1...1_000_000), placeholder: "N",
    help: "how many independent runs to average", standard: "1")
  static let jobs = OptionDeclaration(
    name: "jobs", value: .wholeNumber(1...1_024), placeholder: "N",
    help: "how many runs to simulate at a time; changes no figure", absence: "one a core")
  static let days = OptionDeclaration(
    name: "days", value: .wholeNumber(1...36_600), placeholder: "N", help: "how many days to measure",
    absence: "as the scenario says")
  static let start = OptionDeclaration(
    name: "start", value: .text, placeholder: "ISO",
    help: "when to begin measuring, local time, such as 2022-07-22T07:00", absence: "as the scenario says")
  static let with = OptionDeclaration(
    name: "with", value: .path, placeholder: "OVERLAY", help: "a file of changes to merge onto the scenario",
    isRepeatable: true)
  static let set = OptionDeclaration(
    name: "set", value: .setting, placeholder: "PATH=VALUE",
    help: "a single value to change after that, such as attendance=0.9", isRepeatable: true)
  static let timeZone = OptionDeclaration(
    name: "time-zone", value: .text, placeholder: "ZONE", help: "whose clocks the moments are by",
    standard: "Europe/London")
  static let holidays = OptionDeclaration(
    name: "holidays", value: .path, placeholder: "FILE", help: "bank holidays, in rows date,name",
    absence: "those of England and Wales, by rule")
  static let force = OptionDeclaration(name: "force", help: "replace files that are there already")
  static let format = OptionDeclaration(
    name: "format", value: .choice(["text", "json"]), placeholder: "text|json",
    help: "who reads the results, people or programs", standard: "text")
  /// Every verb has it, so that one can be put into any command; some have nothing to say besides anyway.
  static let quiet = OptionDeclaration(
    name: "quiet", letter: "q", help: "nothing but results and errors: no progress, no warnings")

  /// The options that change what the scenario says, as every verb that reads one has them.
  static let changes: [OptionDeclaration] = [with, set, start, days]
}
