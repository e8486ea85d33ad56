/// Numbers as people write them in prose, with a comma before every three digits.
package enum Thousands {
  /// The number without its commas, `240000` of `240,000`; nil if `text` is none, or has no comma.
  package static func plain(_ text: some StringProtocol) -> String? {
    let (whole, fraction) = text.firstIndex(of: ".").map { (text[..<$0], text[$0...]) } ?? (text[...], "")
    let groups = whole.split(separator: ",", omittingEmptySubsequences: false)
    guard groups.count > 1, (1...3).contains(groups[0].count), groups.dropFirst().allSatisfy({ $0.count == 3 }),
      groups.joined().allSatisfy({ ("0"..."9").contains($0) }),
      fraction.dropFirst().allSatisfy({ ("0"..."9").contains($0) })
    else { return nil }
    return groups.joined() + (fraction.count > 1 ? String(fraction) : "")
  }
}
