/// Numbers as people write them in prose and in spreadsheets, with a comma before every three digits.
package enum Thousands {
  /// The number without its commas, `240000` of `240,000` and `1234.5` of `1,234.5`; nil if `text` is none, such as `1,23`,
  /// `0,980` or `1,234.`, or if it has no comma. O(characters).
  package static func plain(_ text: some StringProtocol) -> String? {
    let (whole, fraction) = text.firstIndex(of: ".").map { (text[..<$0], text[$0...]) } ?? (text[...], "")
    let groups = whole.split(separator: ",", omittingEmptySubsequences: false)
    guard groups.count > 1, (1...3).contains(groups[0].count), groups[0].first != "0",
      groups.dropFirst().allSatisfy({ $0.count == 3 }), groups.joined().allSatisfy({ ("0"..."9").contains($0) }),
      fraction.count != 1, fraction.dropFirst().allSatisfy({ ("0"..."9").contains($0) })
    else { return nil }
    return groups.joined() + fraction
  }
}
