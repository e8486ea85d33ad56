import DiscreteEvents

// Numbers where they stand: finite, and in range. What is not a number is in no range. The keys that lead to a number are
// made only if something is wrong with it.
//
// Asked at some two hundred places, seldom in a hurry: in line they were half of the module's code, and of the time it takes to
// build.
extension FaultFinder {
  /// A number from one bound to another.
  @inline(never)
  mutating func number(_ value: Double, _ range: ClosedRange<Double>, _ keys: @autoclosure () -> [String]) {
    if range.contains(value) { return }
    let least = range.lowerBound
    note(
      keys(), words(value, isTooSmall: value < least, isNegative: value < 0 && least == 0),
      "let it be from \(Self.plain(least)) to \(Self.plain(range.upperBound))")
  }

  /// A number above zero, up to a bound.
  @inline(never)
  mutating func positive(_ value: Double, to most: Double, _ keys: @autoclosure () -> [String]) {
    if value > 0, value <= most { return }
    note(
      keys(), words(value, isTooSmall: value <= 0, isNegative: value < 0),
      "let it be more than 0, and at most \(Self.plain(most))")
  }

  /// A share of something.
  mutating func share(_ value: Double, _ keys: @autoclosure () -> [String]) { number(value, 0...1, keys()) }

  /// A time in seconds.
  mutating func seconds(_ value: Double, _ keys: @autoclosure () -> [String]) {
    number(value, 0...Limits.seconds, keys())
  }

  /// A whole number from one bound to another.
  @inline(never)
  mutating func whole(_ value: Int, _ range: ClosedRange<Int>, _ keys: @autoclosure () -> [String]) {
    if range.contains(value) { return }
    let isNegative = value < 0 && range.lowerBound == 0
    note(
      keys(), "\(value) is \(isNegative ? "negative" : value < range.lowerBound ? "too small" : "too large")",
      "let it be from \(range.lowerBound) to \(range.upperBound)")
  }

  /// A length of time from one bound to another.
  @inline(never)
  mutating func time(_ value: Milliseconds, _ range: ClosedRange<Milliseconds>, _ keys: @autoclosure () -> [String]) {
    if range.contains(value) { return }
    let words = value < 0 ? "negative" : value < range.lowerBound ? "too short" : "too long"
    note(
      keys(), "a time of \(value) milliseconds is \(words)",
      "let it be from \(range.lowerBound) to \(range.upperBound) milliseconds")
  }

  /// A time of day, in milliseconds after midnight.
  mutating func timeOfDay(_ value: Milliseconds, _ keys: @autoclosure () -> [String]) {
    time(value, 0...Milliseconds.day - 1, keys())
  }

  /// An instant, in milliseconds since the Unix epoch. Whether it is in range.
  @discardableResult @inline(never)
  mutating func instant(_ value: Milliseconds, _ keys: @autoclosure () -> [String]) -> Bool {
    if Limits.instants.contains(value) { return true }
    let (first, last) = (Limits.years.lowerBound, Limits.years.upperBound)
    note(keys(), "\(value) is no instant from \(first) to \(last)", "give milliseconds since 1 January 1970")
    return false
  }

  /// A day, counted from 1 January 1970.
  @inline(never)
  mutating func day(_ value: Int, _ keys: @autoclosure () -> [String]) {
    if Limits.civilDays.contains(value) { return }
    let (first, last) = (Limits.years.lowerBound, Limits.years.upperBound)
    note(keys(), "\(value) is no day from \(first) to \(last)", "give days since 1 January 1970")
  }

  private func words(_ value: Double, isTooSmall: Bool, isNegative: Bool) -> String {
    let text = Self.plain(value)
    if !value.isFinite { return "\(text) is not a finite number" }
    return "\(text) is \(isNegative ? "negative" : isTooSmall ? "too small" : "too large")"
  }

  /// A number as people write it: 5 rather than 5.0.
  static func plain(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
  }
}
