import Foundation

/// `text`, followed by as many spaces as make it `width` wide.
func padded(_ text: String, _ width: Int) -> String {
  text + String(repeating: " ", count: max(1, width - text.count))
}

/// A number to so many significant digits.
func number(_ value: Double, digits: Int = 7) -> String { String(format: "%.\(digits)g", value) }

/// Prints a line at once, so that whoever waits sees it when it comes, in a pipe too.
func say(_ line: String) {
  print(line)
  fflush(nil)
}
