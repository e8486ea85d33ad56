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

extension RowProblems {
  /// Warns of channels whose names differ in nothing but capitals, spaces, hyphens and underscores.
  mutating func warnOfSpellings(_ channels: [String]) {
    var first: [String: String] = [:]
    for name in channels {
      let letters = name.lowercased().filter { !$0.isWhitespace && $0 != "-" && $0 != "_" }
      if let other = first[letters] {
        warn(
          "“\(other)” and “\(name)” are taken for two channels", "spell the name alike everywhere if they are one")
      } else {
        first[letters] = name
      }
    }
  }

  /// Notes a row that had to be left out because of the channel it names.
  mutating func leaveOut(_ name: String, _ fault: ChannelNumbers.Fault, line: Int, column: Int) {
    let (message, remedy) =
      switch fault {
      case .unnamed: ("no channel is named", "name the channel, for example 999")
      case .unusable: ("“\(name.prefix(40))” is no name for a channel", "name it with 1 to 100 printable characters")
      case .tooMany: ("there are more than \(ChannelNumbers.most) channels", "leave out the smallest")
      }
    leaveOut("no channel that can be used", line: line, column: column, message, remedy)
  }
}
