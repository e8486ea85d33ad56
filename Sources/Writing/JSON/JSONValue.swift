/// A piece of JSON whose members keep their order.
///
/// Foundation's encoder sorts or shuffles members, and prints no "nothing" for what is not a number; results need neither.
package enum JSONValue: Sendable, Equatable {
  /// One name and its value.
  package struct Member: Sendable, Equatable {
    /// What it is called.
    package var name: String
    /// What it is.
    package var value: JSONValue

    /// A member.
    package init(name: String, value: JSONValue) {
      self.name = name
      self.value = value
    }
  }

  /// Nothing, or what is undefined.
  case null
  /// True or false.
  case bool(Bool)
  /// A whole number.
  case integer(Int)
  /// Larger than `Int` can be; seeds are.
  case unsigned(UInt64)
  /// Written as `null` where it is not a finite number.
  case number(Double)
  /// A text.
  case string(String)
  /// Values one after another.
  case array([JSONValue])
  /// Values by name.
  case object([Member])

  /// An object of these members, in this order.
  package static func members(_ members: KeyValuePairs<String, JSONValue>) -> JSONValue {
    .object(members.map { Member(name: $0.key, value: $0.value) })
  }
}
