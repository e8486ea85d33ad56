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
  /// All there is on the command line, among it the files to leave behind.
  private let arguments: ParsedArguments

  init(_ arguments: ParsedArguments) {
    self.arguments = arguments
    overlays = arguments.all(.with)
    var settings = arguments.all(.set)
    var words = overlays.flatMap { [OptionDeclaration.with.spelling, $0] }
    words += settings.flatMap { [OptionDeclaration.set.spelling, $0] }
    var spellings: [String: String] = [:]
    // After the others, so that the shorter way of saying it has the last word.
    for (option, path) in [(OptionDeclaration.start, "calendar.start"), (.days, "calendar.days")] {
      guard let typed = arguments.last(option) else { continue }
      let isText = if case .text = option.value { true } else { false }
      // A number is one however it was written: 07 is 7.
      let value = isText ? typed : arguments.number(option).map { String($0) } ?? typed
      let setting = "\(path)=\(isText ? JSONWriter.quoted(value) : value)"
      settings.append(setting)
      words += [option.spelling, value]
      spellings[setting] = "\(option.spelling) \(value)"
    }
    self.settings = settings
    self.words = words
    self.spellings = spellings
  }

  /// Reads the scenario at `path`, and says what looks wrong with it, unless all shall be quiet. An error is also a file to
  /// leave behind that would take the place of one the scenario was read from.
  ///
  /// - Parameters:
  ///   - isOneOfSeveral: whether it must be said of which scenario it is that a setting does not go with it.
  ///   - overlay: a file merged onto it after all others.
  ///   - said: warnings that need not be said again.
  /// - Throws: an ``Ending``, with its ``Ending/rejection`` where the scenario is wrong.
  func read(
    _ path: String, isOneOfSeveral: Bool = false, overlay: String? = nil, said: [Problem] = [],
    in surroundings: Surroundings
  ) throws(Ending) -> ReadScenario {
    let read = try readQuietly(path, isOneOfSeveral: isOneOfSeveral, overlay: overlay, in: surroundings)
    if !arguments.isQuiet {
      for warning in read.warnings where !said.contains(warning) {
        surroundings.say(
          Diagnostic(warning) {
            spelling(of: $0, for: isOneOfSeveral ? path : nil, ledger: surroundings.files as? LedgerFiles)
          })
      }
    }
    return read
  }

  /// As ``read(_:isOneOfSeveral:overlay:said:in:)``, and leaves what looks wrong to those who asked.
  func readQuietly(
    _ path: String, isOneOfSeveral: Bool = false, overlay: String? = nil, in surroundings: Surroundings
  ) throws(Ending) -> ReadScenario {
    let files = OpenedFiles(surroundings.files)
    let read: ReadScenario
    do throws(ScenarioError) {
      read = try readScenario(
        path, overlays: overlays + [overlay].compactMap(\.self), settings: settings, files: files)
    } catch {
      // What is no setting at all is none for any scenario.
      let scenario = isOneOfSeveral && error.cause != .malformedSetting ? path : nil
      throw ending(error, of: scenario, ledger: surroundings.files as? LedgerFiles)
    }
    try OutputFiles(arguments, in: surroundings).check(apartFromRead: files.takePaths())
    return read
  }

  /// How the command ends that met `error`, with what looks wrong besides unless all shall be quiet. Blames the command line
  /// where nothing else is to blame.
  ///
  /// - Parameters:
  ///   - scenario: the path to name where a setting does not go with it; nil where there is no other.
  ///   - ledger: the ledger that holds it, if one does.
  func ending(_ error: ScenarioError, of scenario: String? = nil, ledger: LedgerFiles? = nil) -> Ending {
    let status: ExitStatus =
      switch error.cause {
      case .unreadable: .inputOrOutputFailed
      case .malformedSetting: .commandLineWrong
      case .invalid:
        error.problems.allSatisfy { $0.severity == .warning || $0.isTyped } ? .commandLineWrong : .inputFileWrong
      }
    let problems = error.problems.filter { !arguments.isQuiet || $0.severity == .error }
    return Ending(problems, status: status) { spelling(of: $0, for: scenario, ledger: ledger) }.rejecting(error)
  }

  /// What to call the place of a problem: `file:line:column`, or the option that was typed, after the path of the `scenario`
  /// that it was typed for if there is one. Nobody can open the text of a scenario that a `ledger` holds, and what is wrong
  /// there the changes made so: those are named.
  func spelling(of place: Place, for scenario: String?, ledger: LedgerFiles?) -> String {
    if let ledger, place.file == ledger.scenarioPath { return ([ledger.path] + words).joined(separator: " ") }
    guard case .setting(let setting) = place.origin else { return place.description }
    return (scenario.map { "\($0): " } ?? "") + (spellings[setting] ?? place.description)
  }

  /// The same error for reports, which call places by what they say of themselves: by the options that were typed.
  func spelled(_ error: ScenarioError) -> ScenarioError {
    var error = error
    for index in error.problems.indices {
      let place = error.problems[index].place
      if case .setting = place.origin { error.problems[index].place.origin = .file(origin(of: place)) }
    }
    return error
  }

  /// What to call the text that a place is in: the path of a file, or the option that was typed.
  func origin(of place: Place) -> String {
    guard case .setting(let setting) = place.origin else { return place.file }
    return spellings[setting] ?? place.file
  }
}

extension Problem {
  /// Whether it is about what was typed on the command line.
  var isTyped: Bool { if case .setting = place.origin { true } else { false } }
}
