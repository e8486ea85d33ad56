/// A JSON value that knows where it was written.
public struct JSONTree: Sendable {
  /// What kind of value it is, and its content.
  public indirect enum Value: Sendable {
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
  public struct Member: Sendable {
    /// Its name.
    public var name: String
    /// Where the name was written.
    public var namePlace: Place
    /// Its value.
    public var value: JSONTree

    /// A named value.
    public init(name: String, namePlace: Place, value: JSONTree) {
      self.name = name
      self.namePlace = namePlace
      self.value = value
    }
  }

  /// Its content.
  public var value: Value
  /// Where it was written.
  public var place: Place

  /// A value from somewhere.
  public init(_ value: Value, at place: Place) {
    self.value = value
    self.place = place
  }

  /// The value of a name, where this is an object that has it. O(members).
  public subscript(name: String) -> JSONTree? {
    guard case .object(let members) = value else { return nil }
    return members.first { $0.name == name }?.value
  }

  /// What it is in words, for messages: "a number", "an object", …
  public var kindName: String {
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
public struct JSONNumber: Sendable, Equatable {
  /// How it was written, for example `0x1F` or `.5`.
  public var text: String
  /// The nearest floating-point number; may be infinite or not a number, since JSON5 has words for those.
  public var value: Double

  /// A number.
  public init(text: String, value: Double) {
    self.text = text
    self.value = value
  }
}
