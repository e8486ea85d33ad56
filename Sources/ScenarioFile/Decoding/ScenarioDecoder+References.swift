import ContactCentre
import Reading

/// Names of other things, and shares of one whole.
extension ScenarioDecoder {
  /// Notes a name that nothing has.
  func checkReference(_ name: String, _ place: Place, _ path: ScenarioPath, among names: ScenarioNames, noun: String) {
    guard !names.contains(name) else { return }
    log.error(
      place, path, "there is no \(noun) “\(name.prefix(60))”",
      suggestion(for: name, among: names.listed, noun: "\(noun)s"))
  }

  /// The name of a thing there is, as the value of a key.
  func reference(_ fields: Fields, _ key: String, among names: ScenarioNames, noun: String) -> String {
    guard let cursor = fields[key], let name = name(cursor) else { return "" }
    checkReference(name, cursor.place, cursor.path, among: names, noun: noun)
    return name
  }

  /// A list of names of things there are, each once.
  func references(_ cursor: Cursor, among names: ScenarioNames, count: ClosedRange<Int>, noun: String) -> [String] {
    var found: [String] = []
    for element in elements(cursor, count: count, noun: "\(noun)s") ?? [] {
      guard let name = name(element) else { continue }
      checkReference(name, element.place, element.path, among: names, noun: noun)
      if found.contains(name) {
        log.error(element.place, element.path, "“\(name)” is listed twice", "list each \(noun) once")
      } else {
        found.append(name)
      }
    }
    return found
  }

  /// Notes shares of one whole that come to more than it.
  func checkShares(_ shares: [Double], _ cursor: Cursor, what: String) {
    if let sum = Shares.sumBeyondOne(shares) {
      log.error(cursor.place, cursor.path, "the \(what) sum to \(sum)", "let them sum to at most 1")
    }
  }

  /// Notes shares of one whole that do not come to it.
  func checkCompleteShares(_ shares: [Double], _ cursor: Cursor) {
    if let sum = Shares.sumOtherThanOne(shares) {
      log.error(cursor.place, cursor.path, "the shares sum to \(sum)", "let them sum to 1")
    }
  }
}
