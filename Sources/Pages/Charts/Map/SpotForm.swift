/// The form of an incident on a map, by its grade, so that grades are told apart without their colours.
///
/// Hubs, suites and units have other forms; the player draws these too (`marks.incident`).
enum SpotForm: Int, CaseIterable {
  /// In the order of grades: a disc, a triangle on its point, a cross, a star of four points.
  case disc, triangle, cross, star

  /// The form of a grade. From the ninth grade on colours begin again, and forms go on by one: none has both in common with
  /// another among 32.
  init(grade: Int) {
    let forms = Self.allCases
    self = forms[(grade + grade / 8) % forms.count]
  }

  /// Its outline at a place, about as far to every side as a disc of a radius, as a part of a path of SVG.
  func outline(_ across: Double, _ down: Double, radius: Double) -> String {
    func number(_ factor: Double) -> String { Plot.number(factor * radius) }
    func start(_ x: Double, _ y: Double) -> String {
      "M\(Plot.number(across + x * radius)) \(Plot.number(down + y * radius))"
    }
    switch self {
    case .disc:
      let radius = number(1)
      return start(-1, 0) + "a\(radius) \(radius) 0 1 0 \(number(2)) 0 \(radius) \(radius) 0 1 0 \(number(-2)) 0z"
    case .triangle: return start(0, 1.3) + "l\(number(-1.2)) \(number(-2.2))h\(number(2.4))z"
    case .cross:
      let (arm, back) = (number(0.8), number(-0.8))
      return start(-0.4, -1.2)
        + "h\(arm)v\(arm)h\(arm)v\(arm)h\(back)v\(arm)h\(back)v\(back)h\(back)v\(back)h\(arm)z"
    case .star:
      let (far, near, back, close) = (number(1), number(0.4), number(-1), number(-0.4))
      return start(0, -1.4)
        + "l\(near) \(far) \(far) \(near) \(back) \(near) \(close) \(far) \(close) \(back) \(back) \(close) \(far) \(close)z"
    }
  }
}
