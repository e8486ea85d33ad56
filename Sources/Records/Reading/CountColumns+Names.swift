/// What the names of columns say of what is in them.
extension CountColumns {
  private static let sums: Set = ["total", "totals", "subtotal"]
  private static let sumsAlone: Set = [
    "all", "overall", "sum", "all channels", "all calls", "all contacts", "count", "offered", "expected",
  ]
  private static let figures: Set = [
    "aht", "asa", "acw", "att", "sl", "sla", "handling", "abandoned", "abandonment", "abandons", "answered",
    "unanswered",
    "occupancy", "shrinkage", "percent", "percentage", "pct", "minutes", "mins", "seconds", "secs",
  ]
  private static let figuresAlone: Set = [
    "time", "end", "end time", "interval end", "period end", "day", "weekday", "week", "month", "year", "notes", "note",
    "comment", "comments", "wait", "wait time", "waiting", "waiting time", "mean wait", "handle time", "answer rate",
    "average", "avg",
  ]
  private static let averages: Set = ["average", "avg"]
  /// What averages are of that are no counts.
  private static let averaged: Set = [
    "wait", "waiting", "handle", "talk", "talking", "speed", "time", "answer", "queue", "queueing", "hold", "delay",
    "wrap",
    "length", "duration",
  ]
  /// Units of the times within which contacts are answered.
  private static let unitsOfWaiting: Set = [
    "s", "sec", "secs", "second", "seconds", "min", "mins", "minute", "minutes",
  ]

  /// Whether a column has, by its name, the contacts of several channels together, such as `Total`.
  static func isSum(_ name: String) -> Bool {
    let words = Headings.words(name)
    return words.contains(where: sums.contains) || sumsAlone.contains(words.joined(separator: " "))
  }

  /// Whether a column has, by its name, something else than contacts that came: a time, a share, or a part of the contacts
  /// by what became of them, such as `AHT`, `SL%` or `999 within 10 s`.
  static func isOtherFigure(_ name: String) -> Bool {
    let words = Headings.words(name)
    let isLevel = zip(words, words.dropFirst()).contains { $0 == "service" && $1.hasPrefix("level") }
    return isLevel || isInTime(words) || isAverage(words) || Headings.isOfTimes(name) || name.contains("%")
      || words.contains(where: figures.contains)
      || figuresAlone.contains(words.joined(separator: " "))
  }

  /// Whether words say within what time contacts were answered, such as `in 10 s` or `within 3min`.
  private static func isInTime(_ words: [String]) -> Bool {
    zip(words.indices, words).contains { index, word in
      guard ["in", "within"].contains(word), let amount = words.dropFirst(index + 1).first else { return false }
      let unit = amount.drop { $0.isNumber }
      guard unit.count < amount.count else { return false }
      return unitsOfWaiting.contains(unit.isEmpty ? words.dropFirst(index + 2).first ?? "" : String(unit))
    }
  }

  /// Whether words say that a time is averaged, such as `avg wait`; there may be a channel called after an average person.
  private static func isAverage(_ words: [String]) -> Bool {
    guard let first = words.first, let last = words.last, averages.contains(first) || averages.contains(last) else {
      return false
    }
    return words.contains(where: averaged.contains)
  }
}
