import Watchroom

/// What a use of `size` is about, whichever of its two answers is asked for.
struct SizeQuestion {
  let arguments: ParsedArguments
  let changes: ScenarioArguments
  let outputs: OutputFiles
  let read: ReadScenario

  /// The file that is asked about.
  var path: String { arguments.operands[0] }
  var scenario: Scenario { read.scenario }

  /// What `arguments` ask about, once it is sure that the answer can be left where it is wanted.
  init(_ arguments: ParsedArguments, in surroundings: Surroundings) throws(Ending) {
    try Self.check(arguments)
    self.arguments = arguments
    changes = ScenarioArguments(arguments)
    outputs = OutputFiles(arguments, in: surroundings)
    try outputs.check(apartFrom: arguments.operands + arguments.all(.with))
    try outputs.checkPlaces()
    read = try changes.read(arguments.operands[0], in: surroundings)
    try outputs.checkAbsent()
  }

  /// Throws if options do not go together.
  private static func check(_ arguments: ParsedArguments) throws(Ending) {
    let isMap = arguments.has(.valueMap)
    let others = isMap ? [OptionDeclaration.planOverlay, .planRoster] : [.valueCSV, .valuePage]
    guard let other = others.first(where: arguments.has) else { return }
    throw arguments.misuse(
      isMap
        ? "\(other.spelling) does not go with --value-map, which finds no plan — leave out one of them"
        : "\(other.spelling) is for --value-map, which is not given — add it")
  }
}
