/// What was probably meant by the name of a figure of an hour or a day, where there is no such hour or day.
package enum MeantSlice: Equatable {
  /// This figure: its number was written otherwise, such as `03` for `3`.
  case figure(String)
  /// One of those that there are, as a sentence says them.
  case oneOf(String)
}

extension FigureCatalogue {
  /// What was probably meant by `name`, which no figure has, if nothing but the number of an hour or a day is wrong with it;
  /// nil if something else is. O(length).
  package func slice(meantBy name: String) -> MeantSlice? {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    // Whoever writes more dots than any figure has does not mean one.
    guard parts.count <= 64 else { return nil }
    for (place, part) in parts.enumerated().dropFirst() {
      let (isHour, isDay) = (parts[place - 1] == "byHour", parts[place - 1] == "byDay")
      // Of a longer number it is not known that all days are among the figures: see ``init(_:nearTo:)``.
      guard isHour || isDay, part.count <= 9, part.allSatisfy({ $0.isASCII && $0.isNumber }), let number = Int(part)
      else { continue }
      func named(_ number: Int) -> String {
        (parts[..<place] + ["\(number)"] + parts[(place + 1)...]).joined(separator: ".")
      }
      if let figure = figure(named: named(number)), figure.kind != .constant { return .figure(figure.name) }
      let count = isHour ? 24 : days.count
      guard number >= count, index(of: named(0)) != nil else { continue }
      let noun = isHour ? "hours" : "days"
      return .oneOf(count == 1 ? "of \(noun) there is only 0" : "\(noun) are 0 to \(count - 1)")
    }
    return nil
  }
}
