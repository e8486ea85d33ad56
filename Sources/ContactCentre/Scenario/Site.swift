import DiscreteEvents

/// A building handlers work in.
public struct Site: Sendable, Equatable {
  /// A stretch of time during which nobody can work there: an evacuation, a failure of the power or the telephones.
  public struct Closure: Sendable, Equatable, BitwiseCopyable {
    /// Milliseconds since the Unix epoch.
    public var from: Milliseconds
    /// Milliseconds since the Unix epoch.
    public var to: Milliseconds

    /// A closure.
    public init(from: Milliseconds, to: Milliseconds) {
      self.from = from
      self.to = to
    }
  }

  /// Its name, for example `Lloyd House`.
  public var id: String
  /// When it is closed, in any order.
  public var closures: [Closure]

  /// A site.
  public init(id: String, closures: [Closure] = []) {
    self.id = id
    self.closures = closures
  }

  /// ``closures``, earliest first, those that touch each other joined into one.
  public var closedStretches: [Closure] {
    var stretches: [Closure] = []
    for closure in closures.sorted(by: { ($0.from, $0.to) < ($1.from, $1.to) }) where closure.from < closure.to {
      if let last = stretches.last, closure.from <= last.to {
        stretches[stretches.count - 1].to = max(last.to, closure.to)
      } else {
        stretches.append(closure)
      }
    }
    return stretches
  }
}
