/// Integration of functions that may change fast near one end and slowly near the other.
enum Quadrature {
  /// The positive nodes and their weights of the Gauss–Legendre rule of 16 points (Abramowitz and Stegun, table 25.4).
  private static let rule: [(node: Double, weight: Double)] = [
    (0.09501250983763744, 0.1894506104550685), (0.2816035507792589, 0.1826034150449236),
    (0.45801677765722737, 0.1691565193950025), (0.6178762444026438, 0.1495959888165767),
    (0.755404408355003, 0.1246289712555339), (0.8656312023878318, 0.0951585116824928),
    (0.9445750230732326, 0.0622535239386479), (0.9894009349916499, 0.0271524594117541),
  ]
  /// Equal pieces of each octave. With eight a factor e⁻⁶⁰ over one octave, straight or bent, costs under 10⁻¹³.
  private static let pieces = 8

  /// Visits the places at which to take a function between `start` and `end`, each with the positive weight its value has
  /// in the sum that is its integral; `end` may be below `start`.
  ///
  /// The interval is halved towards `start` until what is left is shorter than 1 / `fastest`, the fastest rate at which the
  /// function changes there; so a function may change at rates from that down, each further out. O(log(length × fastest)).
  static func visit(
    from start: Double, to end: Double, fastest: Double, _ body: (_ place: Double, _ weight: Double) -> Void
  ) {
    var far = end - start
    guard far != 0 else { return }
    while far.magnitude * fastest > 1 {
      let near = far / 2
      let width = (far - near) / Double(pieces)
      for piece in 0..<pieces { visit(from: start + near + Double(piece) * width, width: width, body) }
      far = near
    }
    visit(from: start, width: far, body)
  }

  private static func visit(from start: Double, width: Double, _ body: (Double, Double) -> Void) {
    let half = width / 2
    for (node, weight) in rule {
      body(start + half - half * node, half.magnitude * weight)
      body(start + half + half * node, half.magnitude * weight)
    }
  }
}
