/// A command line that makes sense: every name known, every value checked.
struct ParsedArguments: Equatable {
  /// What was given without a name, in order.
  var operands: [String] = []
  /// What each option was given, by its long name; for a switch, as many empty texts as it was given times.
  var values: [String: [String]] = [:]

  /// Whether a switch was given.
  func has(_ option: OptionDeclaration) -> Bool { values[option.name] != nil }

  /// The value of an option: the last one given, or the one it has if none is.
  func last(_ option: OptionDeclaration) -> String? { values[option.name]?.last ?? option.standard }

  /// All values of a repeatable option, in order.
  func all(_ option: OptionDeclaration) -> [String] { values[option.name] ?? [] }

  /// The value of an option that is a whole number.
  func number(_ option: OptionDeclaration) -> UInt64? { last(option).flatMap { UInt64($0) } }

  /// The value of an option that is a length of time, in seconds.
  func seconds(_ option: OptionDeclaration) -> Double? {
    last(option).flatMap { try? QuantityText.duration($0, atLeast: 0).get() }
  }

  /// The value of an option that is a share.
  func share(_ option: OptionDeclaration) -> Double? { last(option).flatMap { try? QuantityText.share($0).get() } }

  /// The value of an option that is a number of calls.
  func calls(_ option: OptionDeclaration) -> QuantityText.Calls? {
    last(option).flatMap { try? QuantityText.calls($0).get() }
  }
}
