import Writing

/// How numbers are written into scenarios.
enum Numeral {
  /// `value` to so many significant digits, without an exponent between a millionth and a million million.
  static func text(_ value: Double, digits: Int) -> String {
    guard value != 0, value.isFinite else { return "0" }
    var exponent = 0
    var size = value.magnitude
    while size >= 10 {
      size /= 10
      exponent += 1
    }
    while size < 1 {
      size *= 10
      exponent -= 1
    }
    let places = digits - 1 - exponent
    if places <= 0 { return whole(value.rounded()) }
    let scale = FixedDecimals.scale(places)
    let rounded = (value * scale).rounded() / scale
    return rounded == rounded.rounded() ? whole(rounded) : decimal(rounded, places: places)
  }

  private static func whole(_ value: Double) -> String {
    value.magnitude < 9e15 ? String(Int(value)) : String(value)
  }

  private static func decimal(_ value: Double, places: Int) -> String {
    let text = "\(value)"
    guard text.contains("e"), places < 18 else { return text }
    // A very small number: digits after the point, written out.
    return FixedDecimals(value, decimals: places)?.shortest ?? text
  }
}
