import Writing

/// A drawing's rectangle in which values have a place: across by ``x``, upwards by ``y``.
///
/// Lengths are those of the drawing, which is ``width`` wide wherever it is shown and scaled from there.
struct Plot {
  /// How wide every drawing is.
  static let width = 480.0

  /// The edges of the rectangle.
  var left = 54.0
  var right = 470.0
  var top = 10.0
  var bottom: Double
  /// The values at the left and the right edge.
  var x: ClosedRange<Double>
  /// The values at the bottom and the top.
  var y: ClosedRange<Double>

  /// Where a value is across the drawing.
  func across(_ value: Double) -> Double {
    left + (value - x.lowerBound) / max(x.upperBound - x.lowerBound, .leastNormalMagnitude) * (right - left)
  }

  /// Where a value is from the top of the drawing.
  func down(_ value: Double) -> Double {
    bottom - (value - y.lowerBound) / max(y.upperBound - y.lowerBound, .leastNormalMagnitude) * (bottom - top)
  }

  /// A length as SVG has it: to a tenth, which nobody can see.
  static func number(_ length: Double) -> String {
    guard length.isFinite, abs(length) < 1e9 else { return "0" }
    let tenths = Int((length * 10).rounded())
    let (whole, part) = abs(tenths).quotientAndRemainder(dividingBy: 10)
    return (tenths < 0 ? "-" : "") + (part == 0 ? String(whole) : "\(whole).\(part)")
  }

  /// The points of a path through places; a new beginning after each that is undefined.
  static func path(_ points: [(across: Double, down: Double)]) -> String {
    var path = ""
    var isDrawing = false
    for point in points {
      guard point.down.isFinite else {
        isDrawing = false
        continue
      }
      path += "\(isDrawing ? "L" : "M")\(number(point.across)) \(number(point.down))"
      isDrawing = true
    }
    return path
  }

  /// The outline of what lies between an upper and a lower line, in as many pieces as the lines have.
  static func band(_ upper: [(across: Double, down: Double)], _ lower: [(across: Double, down: Double)]) -> String {
    var path = ""
    var start = 0
    while start < upper.count {
      guard upper[start].down.isFinite, lower[start].down.isFinite else {
        start += 1
        continue
      }
      var end = start
      while end < upper.count, upper[end].down.isFinite, lower[end].down.isFinite { end += 1 }
      let outline = upper[start..<end] + lower[start..<end].reversed()
      path += self.path(Array(outline)) + "Z"
      start = end
    }
    return path
  }
}

extension HTMLWriter {
  /// Writes a drawing so many high, which readers who do not see it know by `label`.
  mutating func drawing(height: Double, label: String, _ body: (inout HTMLWriter) -> Void) {
    let box = "0 0 \(Plot.number(Plot.width)) \(Plot.number(height))"
    element("svg", ["viewBox": box, "role": "img", "aria-label": label, "class": "drawing"], body)
    newline()
  }

  /// Writes the horizontal lines of a plot and what they stand for.
  mutating func rules(_ plot: Plot, _ scale: Scale) {
    for mark in scale.marks where plot.y.contains(mark.value) {
      let height = Plot.number(plot.down(mark.value))
      line(
        mark.value == plot.y.lowerBound ? "axis" : "rule", Plot.number(plot.left), height, Plot.number(plot.right),
        height)
      label(mark.label, plot.left - 6, plot.down(mark.value) + 4, "end")
    }
  }

  /// Writes the lowest and the highest line of a plot in which there is room for two.
  mutating func ends(of scale: Scale, on plot: Plot) {
    for mark in [scale.marks.first, scale.marks.last].compactMap(\.self) {
      let height = Plot.number(plot.down(mark.value))
      line(mark.value == 0 ? "axis" : "rule", Plot.number(plot.left), height, Plot.number(plot.right), height)
      label(mark.label, plot.left - 6, plot.down(mark.value) + 4, "end")
    }
  }

  /// Writes what stands below a plot.
  mutating func marks(_ plot: Plot, _ marks: [Scale.Mark]) {
    for mark in marks {
      let across = Plot.number(plot.across(mark.value))
      line("axis", across, Plot.number(plot.bottom), across, Plot.number(plot.bottom + 4))
      label(mark.label, plot.across(mark.value), plot.bottom + 19, "middle")
    }
  }

  /// Writes a straight line.
  mutating func line(_ kind: String, _ x1: String, _ y1: String, _ x2: String, _ y2: String) {
    shape("path", ["class": kind, "d": "M\(x1) \(y1)L\(x2) \(y2)"])
  }

  /// Writes text in a drawing, its `anchor` (`start`, `middle`, `end`) at a place.
  mutating func label(_ text: String, _ across: Double, _ down: Double, _ anchor: String, kind: String? = nil) {
    element(
      "text",
      [
        "x": Plot.number(across), "y": Plot.number(down), "text-anchor": anchor == "start" ? nil : anchor,
        "class": kind,
      ],
      text: text)
  }

  /// Writes a path, and what a pointer that rests on it is told.
  mutating func path(_ kind: String, _ points: String, title: String? = nil) {
    if points.isEmpty { return }
    guard let title else { return shape("path", ["class": kind, "d": points]) }
    element("path", ["class": kind, "d": points]) { $0.element("title", text: title) }
  }

  /// Writes a rectangle, and what a pointer that rests on it is told.
  mutating func box(
    _ kind: String, _ across: Double, _ down: Double, _ width: Double, _ height: Double, title: String? = nil,
    opacity: Double? = nil
  ) {
    let attributes: Attributes = [
      "class": kind, "x": Plot.number(across), "y": Plot.number(down), "width": Plot.number(max(0, width)),
      "height": Plot.number(max(0, height)), "fill-opacity": opacity.map { Plot.hundredths($0) },
    ]
    guard let title else { return shape("rect", attributes) }
    element("rect", attributes) { $0.element("title", text: title) }
  }
}

extension Plot {
  /// A share to a hundredth.
  static func hundredths(_ share: Double) -> String {
    let hundredths = Int((min(max(share, 0), 1) * 100).rounded())
    return hundredths == 100 ? "1" : "0.\(hundredths < 10 ? "0" : "")\(hundredths)"
  }
}
