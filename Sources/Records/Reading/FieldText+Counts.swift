extension FieldText {
  /// A count: a number in digits, or one of which commas set the thousands apart, as spreadsheets show it: `1,980`. Nil if it
  /// is anything else, such as `1,98`.
  static func count(_ field: ArraySlice<UInt8>) -> Double? {
    let groups = field.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    guard groups.count > 1 else { return number(field) }
    guard (1...3).contains(groups[0].count), groups[0].first != UInt8(ascii: "0"),
      !groups[0].contains(UInt8(ascii: "."))
    else { return nil }
    for (index, group) in groups.enumerated().dropFirst() {
      let fraction = group.dropFirst(3)
      guard group.count >= 3, !group.prefix(3).contains(UInt8(ascii: ".")),
        fraction.isEmpty || index == groups.count - 1 && fraction.first == UInt8(ascii: ".")
      else { return nil }
    }
    return number(Array(groups.joined())[...])
  }
}
