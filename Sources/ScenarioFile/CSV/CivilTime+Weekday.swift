import DiscreteEvents

extension CivilTime {
  /// The number of the day of the week that a column of a table is called by, in full or in short, from three letters, perhaps
  /// with a full stop; Monday's is 0. Nil if it is none.
  package static func weekday(called name: String) -> Int? {
    let letters = (name.hasSuffix(".") ? String(name.dropLast()) : name).lowercased()
    return letters.count < 3 ? nil : weekdays.firstIndex { $0.lowercased().hasPrefix(letters) }
  }
}
