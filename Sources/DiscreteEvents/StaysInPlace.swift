/// Stored in a structure, makes the compiler hand it on by its address, never by its value.
///
/// A large structure that cannot be copied is handed as a value to each method that only reads it, all its words one by
/// one: a copy at every such call that is not inlined, and at compile time a quarter of a minute of following those words
/// through every such method. Of a structure that holds an existential the compiler does not presume to know the size, so
/// it leaves it where it is. Costs five words.
package struct StaysInPlace: Sendable {
  private let existential: any Sendable = 0

  /// Nothing but its presence matters.
  package init() {}
}
