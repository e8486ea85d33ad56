import Foundation

/// Numbers as a British reader expects them: thousands separated by commas, shares in per cent, times in minutes.
package enum Quantity {
  /// What stands where a number is undefined, such as a share of nothing.
  package static let undefined = "\u{2013}"

  /// From here on numbers are written as powers of ten; no contact centre needs more digits, and no column has more room.
  private static let tooLong = 1e12

  /// `number` rounded to `decimals` places, with thousands separators.
  package static func decimal(_ number: Double, decimals: Int = 0) -> String {
    guard number.isFinite else { return undefined }
    let scale = (0..<decimals).reduce(1.0) { power, _ in power * 10 }
    let scaled = (number * scale).rounded()
    guard abs(number) < tooLong else { return String(format: "%.2e", number) }
    let digits = String(Int(abs(scaled)))
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    let whole = grouped(String(padded.dropLast(decimals)))
    let fraction = decimals > 0 ? "." + padded.suffix(decimals) : ""
    return (scaled < 0 ? "-" : "") + whole + fraction
  }

  /// `number` with thousands separators.
  package static func integer(_ number: UInt64) -> String { grouped(String(number)) }

  /// `share` in per cent.
  package static func share(_ share: Double, decimals: Int) -> String {
    share.isFinite ? decimal(share * 100, decimals: decimals) + "%" : undefined
  }

  /// A length of time: `7.25 s` to ten seconds, `26.1 s` to a minute, `12:28`, `1:02:03` to ten hours, then `10.2 h`.
  package static func duration(_ seconds: Double) -> String {
    guard seconds.isFinite else { return undefined }
    let form = DurationForm(seconds)
    return form.digits(of: seconds) + form.unit
  }

  /// A half-width of `mean`, in the form of ``duration(_:)`` for the mean and without its unit.
  package static func halfWidth(_ seconds: Double, ofMean mean: Double) -> String {
    DurationForm(mean).digits(of: seconds)
  }

  /// How a length of time is written, which depends on how long it is.
  private enum DurationForm {
    case hundredths, tenths, clock, hours

    init(_ seconds: Double) {
      switch abs(seconds) {
      case ..<9.995: self = .hundredths
      case ..<59.95: self = .tenths
      case ..<36_000: self = .clock
      default: self = .hours
      }
    }

    var unit: String {
      switch self {
      case .hundredths, .tenths: " s"
      case .clock: ""
      case .hours: " h"
      }
    }

    func digits(of seconds: Double) -> String {
      switch self {
      case .hundredths: return decimal(seconds, decimals: 2)
      case .tenths: return decimal(seconds, decimals: 1)
      case .hours: return decimal(seconds / 3_600, decimals: 1)
      case .clock:
        // A half-width may be far longer than the mean whose form it is written in.
        guard abs(seconds) < tooLong else { return decimal(seconds) }
        let whole = Int(seconds.rounded())
        let minute = whole / 60
        let hour = minute < 60 ? "" : "\(minute / 60):"
        return "\(hour)\(hour.isEmpty ? String(minute) : twoDigits(minute % 60)):\(twoDigits(whole % 60))"
      }
    }
  }

  /// A limit as a scenario states it: `10 s`, `3 min`, `1 h`, or as a duration where it is none of these.
  package static func limit(_ seconds: Double) -> String {
    guard seconds.isFinite else { return undefined }
    if seconds >= 3_600, seconds.truncatingRemainder(dividingBy: 3_600) == 0 { return decimal(seconds / 3_600) + " h" }
    if seconds >= 60, seconds.truncatingRemainder(dividingBy: 60) == 0 { return decimal(seconds / 60) + " min" }
    if seconds < 60, seconds == seconds.rounded() { return decimal(seconds) + " s" }
    return duration(seconds)
  }

  private static func grouped(_ digits: String) -> String {
    var result = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { result.append(",") }
      result.append(digit)
    }
    return result
  }

  private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}
