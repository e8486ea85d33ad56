/// What a scenario states, in as many digits as say it: what is aimed at must not read as another aim.
extension Quantity {
  /// A share aimed at: `90%`, `99.60%`.
  package static func aim(_ share: Double) -> String {
    let needed = decimals(from: 0, toSay: share * 100)
    return self.share(share, decimals: needed == 0 ? 0 : max(2, needed))
  }

  /// A number without a unit: `2`, `2.5`.
  package static func stated(_ number: Double) -> String { decimal(number, decimals: decimals(from: 0, toSay: number)) }
}
