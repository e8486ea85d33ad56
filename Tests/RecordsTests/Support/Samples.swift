import DiscreteEvents
import Testing

/// So many draws of a distribution, the same for the same seed.
func draws(_ distribution: Distribution, _ count: Int, seed: UInt64 = 1) -> [Double] {
  let sampler = Sampler(distribution)
  var stream = RandomKey(seed: seed).stream(7)
  return (0..<count).map { _ in sampler.draw(&stream) }
}

/// Expects `value` to be as near to `reference` as a share of it.
func expectClose(
  _ value: Double, _ reference: Double, within share: Double, sourceLocation: SourceLocation = #_sourceLocation
) {
  let isClose = (value - reference).magnitude <= share * reference.magnitude
  #expect(isClose, "\(value) is not \(reference)", sourceLocation: sourceLocation)
}
