import ContactCentre
import Testing

@Suite struct DistanceTests {
  /// A degree of a great circle, and a quarter and half of one, on a sphere of 6,371.0088 km.
  @Test(arguments: [
    ((0.0, 0.0), (0.0, 1.0), 111.1950802), ((52.0, -1.5), (53.0, -1.5), 111.1950802),
    ((0.0, 0.0), (90.0, 40.0), 10_007.5572210), ((0.0, -90.0), (0.0, 90.0), 20_015.1144420),
    ((60.0, 10.0), (60.0, 10.0), 0.0),
  ])
  func distancesAreThoseOfTheSphere(from: (Double, Double), to: (Double, Double), kilometres: Double) {
    let one = Location(latitude: from.0, longitude: from.1)
    let other = Location(latitude: to.0, longitude: to.1)
    // Places are known to about a centimetre; near half way round that is all the chord tells.
    #expect(abs(one.kilometres(to: other) - kilometres) < 1e-3)
    #expect(one.kilometres(to: other) == other.kilometres(to: one))
  }
}
