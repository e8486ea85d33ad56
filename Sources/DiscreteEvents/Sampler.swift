/// A distribution made ready to draw from.
///
/// Every kind is drawn by inversion of one uniform number and rises with it, so a small change of a parameter moves every
/// draw a little and none a lot: that is what keeps compared scenarios paired. A mixture takes one number for the choice
/// of its part, then what the part takes; a constant and `never` take none.
///
/// Plain bits: copying one never touches a reference count, and the common kinds (constant, uniform, exponential,
/// lognormal, Weibull) are drawn inline in the caller's module. The tables of the others but the gamma belong to
/// `SamplerTables`, which keeps one for each distinct distribution for the life of the process.
@frozen @usableFromInline
package struct Sampler: BitwiseCopyable, @unchecked Sendable {
  // Unchecked only for `table`, which points at memory that is never changed after this initialiser and never freed.

  @usableFromInline
  @frozen
  enum Kind: UInt8, BitwiseCopyable, Sendable {
    /// `first`, always.
    case constant
    /// From `first`, over a width of `second`.
    case uniform
    /// Of mean `first`.
    case exponential
    /// e to the power of a normal of mean `first` and standard deviation `second`.
    case lognormal
    /// Of scale `first` and one over the shape `second`.
    case weibull
    /// Of shape `first` and scale `second`.
    case gamma
    /// `table` holds `count` cumulative weights, then as many samplers.
    case mixture
    /// `table` holds `count` values.
    case empirical
    /// `table` holds `count` probabilities, then as many values.
    case quantiles
  }

  @usableFromInline let kind: Kind
  @usableFromInline let count: Int32
  @usableFromInline let first: Double
  @usableFromInline let second: Double
  @usableFromInline let table: UnsafeRawPointer?

  /// Prepares a distribution. O(1), or O(values) for the kinds with a table.
  ///
  /// The distribution must make sense: no empty mixture, values or quantiles, none with 2³¹ entries.
  package init(_ distribution: Distribution) {
    var first = 0.0
    var second = 0.0
    var count = 0
    var table: UnsafeRawPointer?
    switch distribution {
    case .constant(let value):
      kind = .constant
      first = value
    case .never:
      kind = .constant
      first = .infinity
    case .uniform(let min, let max):
      kind = .uniform
      first = min
      second = max - min
    case .exponential(let mean):
      kind = .exponential
      first = mean
    case .lognormal(let mu, let sigma):
      kind = .lognormal
      first = mu
      second = sigma
    case .weibull(let mean, let shape):
      kind = .weibull
      first = mean / PortableMath.exp(PortableMath.logGamma(1 + 1 / shape))
      second = 1 / shape
    case .gamma(let mean, let cv):
      // Without variation the shape would be infinite and the scale zero.
      kind = cv == 0 ? .constant : .gamma
      first = cv == 0 ? mean : 1 / (cv * cv)
      second = mean * cv * cv
    case .mixture(let components):
      precondition(!components.isEmpty, "a mixture needs at least one part")
      kind = .mixture
      count = components.count
      table = SamplerTables.table(for: distribution)
    case .empirical(let values):
      precondition(!values.isEmpty, "an empirical distribution needs at least one value")
      kind = .empirical
      count = values.count
      table = SamplerTables.table(for: distribution)
    case .quantiles(let points):
      precondition(!points.isEmpty, "a distribution by quantiles needs at least one")
      kind = .quantiles
      count = points.count
      table = SamplerTables.table(for: distribution)
    }
    self.first = first
    self.second = second
    self.count = Int32(count)
    self.table = table
  }

  /// One draw, in the distribution's own unit; infinity for never.
  ///
  /// Inlined always: as a call, saving the caller's registers would cost a fifth of a lognormal draw.
  @inlinable @inline(__always)
  package func draw(_ stream: inout RandomStream) -> Double {
    switch kind {
    case .constant:
      return first
    case .uniform:
      return first + second * stream.uniform()
    case .exponential:
      return first * -PortableMath.log(1 - stream.uniform())
    case .lognormal:
      return PortableMath.exp(first + second * PortableMath.normalQuantile(stream.uniform()))
    case .weibull:
      // Cheaper than `pow`, whose last digits a draw does not need: within 10⁻¹⁴ for shapes from 0.5 on.
      return first * PortableMath.exp(second * PortableMath.log(-PortableMath.log(1 - stream.uniform())))
    case .gamma, .mixture, .empirical, .quantiles:
      return drawOutOfLine(&stream)
    }
  }

  /// A draw of the kinds kept out of line.
  @usableFromInline @inline(never)
  func drawOutOfLine(_ stream: inout RandomStream) -> Double {
    if kind == .gamma { return second * PortableMath.gammaQuantile(stream.uniform(), shape: first) }
    guard let table else { preconditionFailure("a kind that has no table") }
    let entries = Int(count)
    let numbers = table.assumingMemoryBound(to: Double.self)
    let u = stream.uniform()
    switch kind {
    case .mixture:
      var part = 0
      while part < entries - 1 && numbers[part] <= u { part += 1 }
      let parts = (table + entries * MemoryLayout<Double>.stride).assumingMemoryBound(to: Sampler.self)
      return parts[part].draw(&stream)
    case .empirical:
      return numbers[min(Int(u * Double(entries)), entries - 1)]
    case .quantiles:
      let values = numbers + entries
      // The first point at or above u.
      var low = 0
      var high = entries
      while low < high {
        let middle = (low + high) / 2
        if numbers[middle] < u { low = middle + 1 } else { high = middle }
      }
      if low == 0 { return values[0] }
      if low == entries { return values[entries - 1] }
      let share = (u - numbers[low - 1]) / (numbers[low] - numbers[low - 1])
      return values[low - 1] + share * (values[low] - values[low - 1])
    case .constant, .uniform, .exponential, .lognormal, .weibull, .gamma:
      preconditionFailure("a kind that has no table")
    }
  }
}
