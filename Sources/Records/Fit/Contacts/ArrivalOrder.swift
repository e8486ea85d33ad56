import DiscreteEvents
import Writing

/// Watches whether records follow one another in time, and finds the row that does not.
///
/// Rows are often in order of when contacts ended, so a day back is nothing. A row that is further off waits for the next: if
/// that is where the rows before were, the one between them is the stray; if it is with the stray, the records really go
/// back there, as where two files were joined, or on, as where few people call.
struct ArrivalOrder {
  /// A row that is not where its neighbours are.
  struct Finding: Equatable {
    /// Its line.
    var line: Int
    /// What is odd about it.
    var message: String
  }

  private typealias Row = (arrival: Milliseconds, line: Int)

  /// The latest of the rows that follow one another, and the last of them.
  private var latest: Milliseconds?
  private var lastLine = 0
  /// A row more than a day before or after those.
  private var stray: Row?

  /// What is odd about the rows up to this, which arrived at `arrival`; constant time.
  mutating func add(_ arrival: Milliseconds, line: Int) -> [Finding] {
    guard let latest else {
      follow((arrival, line))
      return []
    }
    var findings: [Finding] = []
    if let stray {
      self.stray = nil
      let isWithStray = arrival >= stray.arrival - .day
      if stray.arrival > latest {
        if isWithStray { follow(stray) } else { findings.append(Self.alone(stray, latest)) }
      } else if arrival >= latest - .day {
        findings.append(Self.alone(stray, latest))
      } else {
        findings.append(
          Finding(
            line: stray.line,
            message:
              "from here on contacts arrived \(Self.days(latest - stray.arrival)) before that of line \(lastLine)"))
        self.latest = nil
        follow(stray)
      }
    }
    let reference = self.latest ?? latest
    if (arrival - reference).magnitude > UInt64(Milliseconds.day) {
      stray = (arrival, line)
    } else {
      follow((arrival, line))
    }
    return findings
  }

  /// What is odd about the last row: it went back, and nothing follows it.
  var finished: [Finding] {
    guard let stray, let latest, stray.arrival < latest else { return [] }
    return [Self.alone(stray, latest)]
  }

  private mutating func follow(_ row: Row) {
    latest = max(latest ?? row.arrival, row.arrival)
    lastLine = row.line
  }

  private static func alone(_ stray: Row, _ latest: Milliseconds) -> Finding {
    let side = stray.arrival < latest ? "before" : "after"
    let distance = days(Milliseconds((stray.arrival - latest).magnitude))
    return Finding(line: stray.line, message: "this contact arrived \(distance) \(side) those of the rows around it")
  }

  private static func days(_ time: Milliseconds) -> String {
    Quantity.counted((time + .day / 2) / .day, "day")
  }
}
