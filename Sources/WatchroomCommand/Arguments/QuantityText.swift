import Watchroom

/// Reads times, shares and numbers of calls as they are typed on a command line.
enum QuantityText {
  /// Why a text cannot be read, and what could be: the end of a sentence that begins with the text.
  struct Fault: Error, Equatable {
    let message: String
  }

  /// So many calls, and if it was said, in how many seconds.
  struct Calls: Equatable {
    let count: Double
    let period: Double?
  }

  /// A hundred years, the longest a scenario may say as well.
  private static let longest = 3_155_760_000.0
  private static let counts = 0.001...1e9
  private static let shares = 0.0001...0.9999

  /// Seconds of `3m53s`, `8h`, `0:03:53` or a number of seconds.
  static func duration(_ text: String, atLeast least: Double) -> Result<Double, Fault> {
    let seconds: Double
    switch (number(text), ClockText.seconds(Array(text.utf8)[...]), DurationText.seconds(Array(text.utf8))) {
    case (let number?, _, _): seconds = number
    case (_, .success(let clock)?, _): seconds = clock
    case (_, .failure(.ambiguous)?, _):
      return .failure(Fault(message: "\(ClockText.Fault.ambiguous.message): \(ClockText.Fault.ambiguous.remedy)"))
    case (_, _, .success(let read)): seconds = read
    case (_, _, .failure):
      return .failure(Fault(message: "is not a length of time, such as 3m53s, 8h or a number of seconds"))
    }
    guard seconds >= least else { return .failure(Fault(message: "is too short: a millisecond, 1ms, is the least")) }
    guard seconds <= longest else { return .failure(Fault(message: "is longer than a hundred years")) }
    return .success(seconds)
  }

  /// A share such as `0.9` or `90%`.
  static func share(_ text: String) -> Result<Double, Fault> {
    let said = text.hasSuffix("%") ? hundredth(String(text.dropLast())) : number(text)
    if let said, shares.contains(said) { return .success(said) }
    // What is too much for a share may have been meant as per cent.
    let meant = hundredth(text).flatMap { shares.contains($0) ? "\($0) or \(text)%" : nil }
    let remedy = meant.map { "; for per cent, write \($0)" } ?? ", such as 0.9 or 90%"
    return .failure(Fault(message: "is not a share from 0.0001 to 0.9999" + remedy))
  }

  /// A hundredth of the number that digits say: the very number that they are after 0.01 is taken out.
  private static func hundredth(_ text: String) -> Double? { number(text) == nil ? nil : Double(text + "e-2") }

  /// A share of replications such as `2/4`; nil if it is none.
  static func shard(_ text: String) -> Shard? {
    guard text.wholeMatch(of: /[0-9]{1,6}\/[0-9]{1,6}/) != nil else { return nil }
    let numbers = text.split(separator: "/").compactMap { Int($0) }
    return Shard(numbers[0], of: numbers[1])
  }

  /// Bytes of an amount of memory such as `500MB`, `4GB` or `1.5TB`, in powers of a thousand; nil if it is none.
  static func bytes(_ text: String) -> Double? {
    let units = ["MB": 1e6, "GB": 1e9, "TB": 1e12]
    guard let unit = units[String(text.suffix(2))], let number = number(String(text.dropLast(2))), number > 0 else {
      return nil
    }
    return number * unit
  }

  /// A number of calls such as `100`, or a rate: `100/h`, `100/30m`.
  static func calls(_ text: String) -> Result<Calls, Fault> {
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard let count = number(parts[0]), counts.contains(count) else {
      return .failure(Fault(message: "is no plain number of calls from 0.001 to 1000000000, as 100/h"))
    }
    guard parts.count == 2 else { return .success(Calls(count: count, period: nil)) }
    // “/h” is one hour.
    let time = parts[1].first?.isNumber == true ? parts[1] : "1" + parts[1]
    guard number(time) == nil, case .success(let period) = duration(time, atLeast: 0.001) else {
      return .failure(Fault(message: "does not say in what time the calls arrive, such as 100/h, 4.2/m or 50/30m"))
    }
    return .success(Calls(count: count, period: period))
  }

  /// Digits, perhaps with a decimal point between or before them; `Double.init` alone would take signs, powers and words as
  /// well.
  private static func number(_ text: String) -> Double? {
    text.count <= 30 && text.wholeMatch(of: /[0-9]+(\.[0-9]+)?|\.[0-9]+/) != nil ? Double(text) : nil
  }
}
