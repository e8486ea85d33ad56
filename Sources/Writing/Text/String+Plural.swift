extension String {
  /// A regular noun for so many things: `day` of one, `days` of any other number.
  package func plural(_ count: some BinaryInteger) -> String { count == 1 ? self : self + "s" }
}
