import ContactCentre
import DiscreteEvents
import Writing

extension Staff {
  /// Who is rostered when, in half a sentence.
  var words: String {
    switch self {
    case .shifts(let shifts):
      return shifts.isEmpty ? "nobody" : shifts.map(\.words).joined(separator: "; ")
    case .intervals(let days):
      let heads = days.flatMap(\.self)
      let fewest = heads.min() ?? 0
      let most = heads.max() ?? 0
      if fewest == most { return "\(most) \("head".plural(most)) at all hours" }
      let interval = days.first?.count ?? 24 == 24 ? "hour" : "interval"
      return "from \(fewest) to \(Quantity.counted(most, "head")), by \(interval) of the week"
    case .roster(let rows):
      return "\(Quantity.integer(UInt64(rows.count))) \("tour".plural(rows.count)) of named people"
    case .rotation(let rotation):
      let groups = rotation.groups.map(String.init).joined(separator: ", ")
      return "\(Quantity.counted(rotation.groups.count, "group")) of \(groups) in a cycle of "
        + Quantity.counted(rotation.pattern.count, "day")
    }
  }
}

extension Staff.ShiftHeads {
  /// The shift and how many start it, by weekday where they differ, and on holidays if that is said.
  fileprivate var words: String {
    let week =
      Set(heads).count <= 1
      ? String(heads.first ?? 0) : zip(CivilTime.shortWeekdays, heads).map { "\($0) \($1)" }.joined(separator: " ")
    return "\(shift) \(week)" + (holiday.map { ", on holidays \($0)" } ?? "")
  }
}
