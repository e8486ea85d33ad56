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
    guard abs(number) < tooLong, let digits = FixedDecimals(number, decimals: decimals) else {
      return String(format: "%.2e", number)
    }
    return (digits.isNegative ? "-" : "") + grouped(digits.whole) + (decimals > 0 ? "." + digits.fraction : "")
  }

  /// `number` with thousands separators.
  package static func integer(_ number: UInt64) -> String { grouped(String(number)) }

  /// So many of what `noun` says, in running text: `1 target`, `25 targets`.
  package static func counted(_ number: some BinaryInteger, _ noun: String) -> String {
    "\(number) \(noun.plural(number))"
  }

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

  /// `seconds` as ``duration(_:)`` rounds `mean`, or as ``halfWidth(_:ofMean:)`` rounds half a width of it.
  package static func asWritten(duration seconds: Double, ofMean mean: Double) -> Double {
    let step = DurationForm(mean).step
    return (seconds / step).rounded() * step
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

    /// What it is rounded to, in seconds.
    var step: Double {
      switch self {
      case .hundredths: 0.01
      case .tenths: 0.1
      case .clock: 1
      case .hours: 360
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

  private static func grouped(_ digits: some StringProtocol) -> String {
    var result = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { result.append(",") }
      result.append(digit)
    }
    return result
  }

  private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}
