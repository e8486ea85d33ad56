import DiscreteEvents

/// A point on the Earth, as a unit vector from its middle: distances then need no angles' sines and cosines.
@usableFromInline
package struct EarthPoint: BitwiseCopyable {
  /// Towards the equator at the meridian of Greenwich.
  @usableFromInline package var x: Double
  /// Towards the equator at 90° east.
  @usableFromInline package var y: Double
  /// Towards the North Pole.
  @usableFromInline package var z: Double

  /// The mean radius of the Earth in metres (IUGG).
  @inlinable package static var radius: Double { 6_371_008.8 }

  /// How many coordinates there are in a degree.
  @inlinable package static var perDegree: Double { 1e7 }

  /// Where nothing has said otherwise.
  @inlinable package static var nowhere: EarthPoint { EarthPoint(x: 1, y: 0, z: 0) }

  /// A point by its coordinates.
  @inlinable
  package init(x: Double, y: Double, z: Double) {
    self.x = x
    self.y = y
    self.z = z
  }

  /// A point given in ten-millionths of a degree north and east, about a centimetre each.
  package init(latitude: Int32, longitude: Int32) {
    let radians = 0x1.1df46a2529d39p-6 / Self.perDegree
    let north = Double(latitude) * radians
    let east = Double(longitude) * radians
    let width = PortableMath.cos(north)
    x = width * PortableMath.cos(east)
    y = width * PortableMath.sin(east)
    z = PortableMath.sin(north)
  }

  /// A place of the scenario, to the nearest coordinate.
  init(_ location: Location) {
    self.init(latitude: Self.coordinate(location.latitude), longitude: Self.coordinate(location.longitude))
  }

  /// Degrees as a coordinate. The scenario's limits keep them in range.
  package static func coordinate(_ degrees: Double) -> Int32 {
    Int32(truncatingIfNeeded: Int64((degrees * perDegree).rounded()))
  }

  /// Metres along the great circle to another point. O(1).
  ///
  /// From the chord c, as 2 R asin(c/2): the haversine formula, which keeps its precision at short distances.
  @inlinable
  package func metres(to other: EarthPoint) -> Double {
    2 * Self.radius * PortableMath.arcSine(min(1, squaredChord(to: other).squareRoot() / 2))
  }

  /// The square of the straight line to another point, through the Earth, in radii: the nearer, the less.
  @inlinable @inline(always)
  package func squaredChord(to other: EarthPoint) -> Double {
    let dx = x - other.x
    let dy = y - other.y
    let dz = z - other.z
    return dx * dx + dy * dy + dz * dz
  }

  /// The point that is `share` of the way to another. Exact at the ends; in between along the chord, which over the length
  /// of a journey by road is as far along the great circle to a few centimetres.
  @inlinable
  package func moved(_ share: Double, towards other: EarthPoint) -> EarthPoint {
    if share <= 0 { return self }
    if share >= 1 { return other }
    let x = self.x + (other.x - self.x) * share
    let y = self.y + (other.y - self.y) * share
    let z = self.z + (other.z - self.z) * share
    let length = (x * x + y * y + z * z).squareRoot()
    return EarthPoint(x: x / length, y: y / length, z: z / length)
  }

  /// Where it is in degrees.
  package var location: Location {
    let degree = 180 / Double.pi
    let width = (x * x + y * y).squareRoot()
    let east = width > 0 ? PortableMath.arcSine(max(-1, min(1, y / width))) * degree : 0
    let isFarSide = x < 0
    return Location(
      latitude: PortableMath.arcSine(max(-1, min(1, z))) * degree,
      longitude: isFarSide ? (east < 0 ? -180 - east : 180 - east) : east)
  }
}
