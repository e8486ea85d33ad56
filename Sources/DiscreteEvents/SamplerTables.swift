import Synchronization

/// The owner of every sampler's table: one for each distinct distribution, made once and never freed or changed.
///
/// That a table outlives everything is what lets a ``Sampler`` be plain bits. Memory is bounded by the distinct
/// distributions a process ever meets, not by how often it makes samplers of them.
enum SamplerTables {
  /// Memory that is not written to once this exists, which is why it may be shared.
  private struct Table: @unchecked Sendable {
    let memory: UnsafeRawPointer
  }

  private static let known = Mutex<[Distribution: Table]>([:])

  /// The table of a mixture, empirical or quantile distribution, in the layout that `Sampler.Kind` states; nil for others.
  static func table(for distribution: Distribution) -> UnsafeRawPointer? {
    if let table = known.withLock({ $0[distribution] }) { return table.memory }
    // Made outside the lock, because a mixture's parts ask for tables of their own.
    guard let made = makeTable(for: distribution) else { return nil }
    let kept = known.withLock { tables in
      let kept = tables[distribution] ?? made
      tables[distribution] = kept
      return kept
    }
    if kept.memory != made.memory { made.memory.deallocate() }
    return kept.memory
  }

  private static func makeTable(for distribution: Distribution) -> Table? {
    switch distribution {
    case .mixture(let components):
      return makeTable(of: components)
    case .empirical(let values):
      return makeTable(numbers: values, samplers: [])
    case .quantiles(let points):
      return makeTable(numbers: points.map(\.probability) + points.map(\.value), samplers: [])
    case .constant, .uniform, .exponential, .lognormal, .gamma, .weibull, .never:
      return nil
    }
  }

  private static func makeTable(of components: [Distribution.Component]) -> Table {
    let total = components.reduce(0) { $0 + $1.weight }
    var sum = 0.0
    var cumulative: [Double] = []
    for component in components {
      sum += component.weight
      cumulative.append(sum / total)
    }
    return makeTable(numbers: cumulative, samplers: components.map { Sampler($0.distribution) })
  }

  private static func makeTable(numbers: [Double], samplers: [Sampler]) -> Table {
    let numberBytes = numbers.count * MemoryLayout<Double>.stride
    let bytes = numberBytes + samplers.count * MemoryLayout<Sampler>.stride
    let memory = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: MemoryLayout<Sampler>.alignment)
    for (index, number) in numbers.enumerated() {
      (memory + index * MemoryLayout<Double>.stride).initializeMemory(as: Double.self, to: number)
    }
    for (index, sampler) in samplers.enumerated() {
      (memory + numberBytes + index * MemoryLayout<Sampler>.stride).initializeMemory(as: Sampler.self, to: sampler)
    }
    return Table(memory: UnsafeRawPointer(memory))
  }
}
