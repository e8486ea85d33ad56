/// The channels that rows name, numbered in the order in which they come first.
struct ChannelNumbers {
  /// Why a name has no number.
  enum Fault: Error {
    case unnamed
    case unusable
    case tooMany
  }

  /// The most channels of a file.
  static let most = 64
  /// The most characters of a name, with which a scenario can still say more than the name.
  private static let longest = 100

  private var numbers: [String: Int] = [:]

  /// Whether the channel was named before.
  func contains(_ name: String) -> Bool { numbers[name] != nil }

  /// The number of a channel: the next after all others, if it was not named before.
  mutating func number(_ name: String) throws(Fault) -> Int {
    if let number = numbers[name] { return number }
    if name.isEmpty { throw .unnamed }
    let isPrintable = name.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
    guard isPrintable, name.unicodeScalars.count <= Self.longest else { throw .unusable }
    guard numbers.count < Self.most else { throw .tooMany }
    numbers[name] = numbers.count
    return numbers.count - 1
  }
}
