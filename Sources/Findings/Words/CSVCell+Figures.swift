import Metrics
import Writing

extension CSVCell {
  /// A number of the given unit as a cell has it, with the digits that mean something: shares to a millionth, times to the
  /// millisecond the simulation counts in, and numbers, hours and money to a thousandth. Where all digits matter there is
  /// JSON.
  package static func number(_ number: Double?, _ unit: Figure.Unit) -> String {
    self.number(number, decimals: unit == .share ? 6 : 3)
  }
}
