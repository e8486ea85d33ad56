import Metrics

extension Chart {
  /// A layer of a stack: a number at each of several moments.
  struct Layer {
    var name: String
    var isName = false
    var values: [Double]
    /// The class that colours it.
    var colour: String
  }

  /// Layers of one whole stacked upon each other over time, or beside each other as lines; more of them than there are
  /// colours in lanes.
  static func areas(
    file: String, name: String? = nil, title: String, note: String? = nil, moments: [String], marks: [Scale.Mark],
    layers: [Layer], isStacked: Bool = true
  ) -> Chart {
    if layers.count > colours {
      return lanes(file: file, name: name, title: title, note: note, moments: moments, marks: marks, layers: layers)
    }
    let keys =
      layers.count == 1
      ? []
      : layers.map { Key(swatch: (isStacked ? "area " : "line ") + $0.colour, label: $0.name, isName: $0.isName) }
    return Chart(
      file: file, name: name, title: title, note: note, keys: keys, height: 220, numbers: table(moments, layers)
    ) { html in
      var sums = Array(repeating: 0.0, count: moments.count)
      let tops = layers.map { layer -> [Double] in
        if !isStacked { return layer.values }
        sums = zip(sums, layer.values).map { $0 + $1 }
        return sums
      }
      let scale = Scale(.count, upTo: tops.joined())
      let plot = Plot(bottom: 180, x: 0...Double(max(moments.count - 1, 1)), y: 0...scale.most)
      html.rules(plot, scale)
      func edge(_ values: [Double], _ places: [Int]) -> [(across: Double, down: Double)] {
        places.map { (plot.across(Double($0)), plot.down(values[$0])) }
      }
      var floor = Array(repeating: 0.0, count: moments.count)
      for (layer, top) in zip(layers, tops) {
        if isStacked {
          let places = Self.corners(of: [top, floor])
          html.path("area \(layer.colour)", Plot.band(edge(top, places), edge(floor, places)), title: layer.name)
          floor = top
        } else {
          html.path("line \(layer.colour)", Plot.path(edge(top, Self.corners(of: [top]))), title: layer.name)
        }
      }
      html.marks(plot, marks)
    }
  }

  /// The numbers of `layers`, moment by moment.
  static func table(_ moments: [String], _ layers: [Layer]) -> NumberTable {
    var table = NumberTable([.init("Time")] + layers.map { .init($0.name, isName: $0.isName) })
    for (index, moment) in moments.enumerated() {
      table.rows.append([.init(moment)] + layers.map { .init($0.values[index], .count, decimals: $0.decimals) })
    }
    return table
  }

  /// The places at which any of `lines` turns; the others lie on level stretches of all of them, and change nothing.
  static func corners(of lines: [[Double]]) -> [Int] {
    guard let count = lines.first?.count else { return [] }
    return (0..<count).filter { index in
      index == 0 || index == count - 1
        || lines.contains { $0[index] != $0[index - 1] || $0[index] != $0[index + 1] }
    }
  }
}

extension Chart.Layer {
  /// Whole numbers were counted; others are means.
  fileprivate var decimals: Int { values.allSatisfy { $0 == $0.rounded() } ? 0 : 1 }
}
