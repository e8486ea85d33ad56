/// A JSON value that knows where it was written.
package struct JSONTree: Sendable {
  /// What kind of value it is, and its content.
  package indirect enum Value: Sendable {
    /// `null`.
    case null
    /// `true` or `false`.
    case bool(Bool)
    /// A number.
    case number(JSONNumber)
    /// A text.
    case string(String)
    /// A list.
    case array([JSONTree])
    /// Named values in the order written; no two have the same name.
    case object([Member])
  }

  /// A named value of an object.
  package struct Member: Sendable {
    /// Its name.
    package var name: String
    /// Where the name was written.
    package var namePlace: Place
    /// Its value.
    package var value: JSONTree

    /// A named value.
    package init(name: String, namePlace: Place, value: JSONTree) {
      self.name = name
      self.namePlace = namePlace
      self.value = value
    }
  }

  /// Its content.
  package var value: Value
  /// Where it was written.
  package var place: Place

  /// A value from somewhere.
  package init(_ value: Value, at place: Place) {
    self.value = value
    self.place = place
  }

  /// The value of a name, where this is an object that has it. O(members).
  package subscript(name: String) -> JSONTree? {
    guard case .object(let members) = value else { return nil }
    return members.first { $0.name == name }?.value
  }

  /// What it is in words, for messages: "a number", "an object", …
  package var kindName: String {
    switch value {
    case .null: "null"
    case .bool(let flag): flag ? "true" : "false"
    case .number: "a number"
    case .string: "text"
    case .array: "a list"
    case .object: "an object"
    }
  }
}

/// A number as written, and what it comes to.
package struct JSONNumber: Sendable, Equatable {
  /// How it was written, for example `0x1F` or `.5`.
  package var text: String
  /// The nearest floating-point number; may be infinite or not a number, since JSON5 has words for those.
  package var value: Double

  /// A number.
  package init(text: String, value: Double) {
    self.text = text
    self.value = value
  }
}
