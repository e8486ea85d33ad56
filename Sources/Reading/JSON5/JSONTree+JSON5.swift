extension JSONTree {
  /// Reads a JSON5 document (https://spec.json5.org), of which every JSON document is one.
  ///
  /// Stricter than JSON5 in two ways: a name twice in one object is an error, and so is half of a surrogate pair. Never
  /// traps, whatever the bytes; objects and lists may be nested 100 deep. O(bytes).
  ///
  /// - Parameter line: the number that places give the first line, where this is one of several documents in a file.
  /// - Throws: a ``ScenarioError`` with the place of what is wrong.
  package init(json5 bytes: [UInt8], origin: Place.Origin, line: Int = 1) throws(ScenarioError) {
    do {
      self = try JSON5Parser.parse(bytes, origin: origin, line: line)
    } catch {
      throw ScenarioError(cause: .invalid, problems: [error.problem])
    }
  }
}
