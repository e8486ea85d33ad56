/// What the formulas ask of the numbers they are given.
enum Erlangs {
  /// Stops the program unless all of these are more than 0 and finite.
  static func require(positive numbers: Double...) {
    precondition(
      numbers.allSatisfy { $0 > 0 && $0.isFinite },
      "load, calls, period, handling and patience are more than 0 and finite")
  }

  /// Stops the program unless as many handlers, or lines, as a load takes can be counted one by one.
  static func require(countable load: Double) {
    precondition(
      load > 0 && load <= QueueDemand.greatestLoad,
      "a load is more than 0, and a million erlangs at most: is a unit of time wrong?")
  }

  /// Stops the program unless somebody answers.
  static func require(handlers: Int) { precondition(handlers >= 1, "there is one handler at least") }

  /// Stops the program if the number of lines is negative.
  static func require(lines: Int) { precondition(lines >= 0, "the number of lines is not negative") }

  /// Stops the program unless somebody can wait so long.
  static func require(time: Double) { precondition(time >= 0, "a wait is not negative") }
}
