/// What is said of the names of channels.
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
