import Watchroom

/// What a command line says about how to read a scenario.
struct ScenarioArguments {
  /// Files merged onto the scenario, left to right.
  let overlays: [String]
  /// Values set after that, left to right, each `path=value`.
  let settings: [String]
  /// The words that say the same on a command line.
  let words: [String]
  /// The options that stand for a setting of another name, by that setting: what to call it in a message.
  private let spellings: [String: String]

  init(_ arguments: ParsedArguments) {
    overlays = arguments.all(.with)
    var settings = arguments.all(.set)
    var words = overlays.flatMap { [OptionDeclaration.with.spelling, $0] }
    words += settings.flatMap { [OptionDeclaration.set.spelling, $0] }
    var spellings: [String: String] = [:]
    // After the others, so that the shorter way of saying it has the last word.
    for (option, path, quote) in [(OptionDeclaration.start, "calendar.start", "\""), (.days, "calendar.days", "")] {
      guard let value = arguments.last(option) else { continue }
      let setting = "\(path)=\(quote)\(value)\(quote)"
      settings.append(setting)
      words += [option.spelling, value]
      spellings[setting] = "\(option.spelling) \(value)"
    }
    self.settings = settings
    self.words = words
    self.spellings = spellings
  }

  /// Reads the scenario at `path` and reports what is wrong with it; warnings only unless `isQuiet`.
  func read(_ path: String, isQuiet: Bool, in surroundings: Surroundings) -> Result<ReadScenario, ScenarioError> {
    let result = Result { () throws(ScenarioError) in
      try ScenarioReader.read(path: path, overlays: overlays, settings: settings, files: surroundings.files)
    }
    let problems =
      switch result {
      case .success(let read): read.warnings
      case .failure(let error): error.problems
      }
    Diagnostics(surroundings).report(problems.filter { !isQuiet || $0.severity == .error }, place: spelling)
    return result
  }

  /// What to call the place of a problem: `file:line:column`, or the option that was typed.
  private func spelling(of place: Place) -> String {
    if case .setting(let setting) = place.origin, let typed = spellings[setting] { return typed }
    return place.description
  }
}
