/// The lengths of time in a column that are numbers without a unit, which are taken for seconds: whether they look like it.
package struct BareSeconds: Sendable {
  /// Those above 0.
  package private(set) var positive = 0
  /// Those above 0 and below 1.
  package private(set) var belowOne = 0

  /// Of a column of which nothing has been read.
  package init() {}

  /// Adds a number.
  package mutating func add(_ value: Double) {
    if value > 0 { positive += 1 }
    if value > 0, value < 1 { belowOne += 1 }
  }

  /// Whether most are so small that they are probably days, as which a spreadsheet keeps times of day, or minutes.
  package var areProbablyDays: Bool { 2 * belowOne > positive }

  /// What is said of them then, if the column is called `name`.
  package func message(_ name: String) -> String {
    "\(belowOne) of the \(positive) times above 0 in “\(name)” are below one second: "
      + "are they days, as a spreadsheet keeps times of day\(belowOne < positive ? ", or minutes" : "")?"
  }

  /// What is to be done about times in another unit.
  package static let remedy = "write seconds, or hours, minutes and seconds such as 0:03:53"
}
