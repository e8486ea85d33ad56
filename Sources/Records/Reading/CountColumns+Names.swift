/// What the names of columns say of what is in them.
extension CountColumns {
  private static let sums: Set = ["total", "totals", "subtotal"]
  private static let sumsAlone: Set = ["all", "overall", "sum", "all channels", "all calls", "all contacts"]
  private static let figures: Set = [
    "aht", "asa", "acw", "att", "sl", "sla", "handling", "abandoned", "abandonment", "abandons", "answered",
    "unanswered",
    "occupancy", "shrinkage", "percent", "percentage", "pct", "average", "avg", "minutes", "mins", "seconds", "secs",
  ]
  private static let figuresAlone: Set = [
    "time", "interval", "day", "weekday", "week", "month", "year", "hour", "half hour", "notes", "note", "comment",
    "comments", "wait", "wait time", "waiting", "waiting time", "mean wait", "handle time", "answer rate",
  ]

  /// Whether a column has, by its name, the contacts of several channels together, such as `Total`.
  static func isSum(_ name: String) -> Bool {
    let words = words(name)
    return words.contains(where: sums.contains) || sumsAlone.contains(words.joined(separator: " "))
  }

  /// Whether a column has, by its name, something else than contacts that came: a time, a share, or a part of the contacts
  /// by what became of them, such as `AHT`, `SL%` or `999 within 10 s`.
  static func isOtherFigure(_ name: String) -> Bool {
    let words = words(name)
    let isInTime = zip(words, words.dropFirst()).contains {
      ["in", "within"].contains($0) && $1.first?.isNumber == true || $0 == "service" && $1.hasPrefix("level")
    }
    return isInTime || name.contains("%") || words.contains(where: figures.contains)
      || figuresAlone.contains(words.joined(separator: " "))
  }

  private static func words(_ name: String) -> [String] {
    name.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }
}
