/// The queue M/M/n/n: calls that find every line taken are lost, and nobody waits.
///
/// Calls arrive as a Poisson process; each holds one of ``lines`` lines for a time independent of all else, of any
/// distribution. Source: A. K. Erlang, "Solution of some problems in the theory of probabilities of significance in
/// automatic telephone exchanges", 1917.
public struct ErlangB: Equatable, Sendable {
  /// Mean number of lines that would be held were there enough of them: arrivals per unit of time × mean holding time.
  public let load: Double
  /// How many calls can be held at a time.
  public let lines: Int
  /// The share of calls that find every line taken.
  public let blocking: Double

  /// The equilibrium of so many `lines` under a `load` in erlangs.
  ///
  /// By the recursion B(n) = a B(n−1) / (n + a B(n−1)) from B(0) = 1, in which nothing can overflow; what is less than
  /// the smallest number is 0. Relative error under 10⁻¹¹ to 10,000 lines. O(lines).
  ///
  /// - Precondition: the number of lines is not negative, and the load is more than 0 and finite.
  public init(load: Double, lines: Int) {
    Erlangs.require(lines: lines)
    Erlangs.require(positive: load)
    self.load = load
    self.lines = lines
    blocking = Self.blocking(after: 0..<lines, from: 1, load: load)
  }

  /// Mean number of lines held.
  public var carriedLoad: Double { load * (1 - blocking) }

  /// The share of time a line is held; 0 if there are none.
  public var occupancy: Double { lines == 0 ? 0 : carriedLoad / Double(lines) }

  /// The fewest lines that lose at most a share of `blocking` of the calls. O(answer).
  ///
  /// - Precondition: `blocking` is between 0 and 1, both exclusive, and the load more than 0, and
  ///   ``QueueDemand/greatestLoad`` at most.
  public static func fewestLines(load: Double, blocking: Double) -> Int {
    Erlangs.require(countable: load)
    precondition(blocking > 0 && blocking < 1, "the share of calls lost is between 0 and 1, both exclusive")
    var lines = 0
    var lost = 1.0
    while lost > blocking {
      lost = self.blocking(after: lines..<(lines + 1), from: lost, load: load)
      lines += 1
    }
    return lines
  }

  /// The share lost when the lines numbered `added` are added to those that lose the share `lost`.
  private static func blocking(after added: Range<Int>, from lost: Double, load: Double) -> Double {
    var lost = lost
    for number in added {
      let offered = load * lost
      lost = offered / (Double(number + 1) + offered)
      // However many lines follow, it stays at that.
      if lost == 0 { break }
    }
    return lost
  }
}
