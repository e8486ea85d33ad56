import Experiments
import Findings
import Metrics
import Writing

extension Chart {
  /// A line of a chart: a figure at each of several places.
  struct Line {
    var name: String
    /// Whether ``name`` is anybody's to choose.
    var isName = false
    var values: [Estimate]
    /// Which of the colours it has, counted from 1.
    var colour: Int

    /// The classes of its colour and, from the ninth line on, where colours begin again, of another dash: none has both in
    /// common with another among 32.
    var style: String {
      let (round, number) = (colour - 1).quotientAndRemainder(dividingBy: Chart.colours)
      return "c\(number + 1)" + (round == 0 ? "" : " dash\((number + round) % 4 + 1)")
    }
  }

  /// Columns below the lines.
  struct Columns {
    var name: String
    var values: [Estimate]
    var unit: Figure.Unit = .count
  }

  /// Lines over places such as the hours of the day, each with the band of its interval, and perhaps columns below.
  ///
  /// - Parameters:
  ///   - places: what the places are called, in the table.
  ///   - marks: which places are named below the drawing, and how.
  ///   - target: the share aimed at.
  ///   - decimals: how many of them numbers have; as tables have it where nothing is said.
  ///   - goesBelowZero: whether there is less than nothing, as of gains; otherwise intervals end at 0.
  static func lines(
    file: String, name: String? = nil, title: String, note: String? = nil, place: String, places: [String],
    marks: [Scale.Mark], lines: [Line], unit: Figure.Unit, target: Double? = nil, columns: Columns? = nil,
    decimals: Int? = nil, goesBelowZero: Bool = false
  ) -> Chart {
    let hasBands = lines.contains { $0.values.contains { $0.halfWidth != nil } }
    let decimals = decimals ?? unit.decimals(isVarying: hasBands)
    var table = NumberTable([.init(place)])
    for line in lines {
      table.headings.append(.init(line.name, isName: line.isName))
      if hasBands { table.headings.append(.init("± (95%)")) }
    }
    if let columns { table.headings.append(.init(columns.name)) }
    for (index, place) in places.enumerated() {
      var row: [NumberTable.Cell] = [.init(place)]
      for line in lines {
        row.append(.init(line.values[index].mean, unit, decimals: decimals))
        if hasBands { row.append(.init(line.values[index].halfWidth ?? .nan, unit, decimals: decimals)) }
      }
      if let columns { row.append(.init(columns.values[index].mean, columns.unit, decimals: columns.decimals)) }
      table.rows.append(row)
    }
    var keys: [Key] = []
    if lines.count > 1 || hasBands || target != nil {
      keys = lines.map { Key(swatch: "line \($0.style)", label: $0.name, isName: $0.isName) }
      // Of several lines each has its own; one band stands for all.
      if hasBands { keys.append(Key(swatch: "band \(lines[0].style)", label: "95% interval")) }
      if let target { keys.append(Key(swatch: "line target", label: "target \(Quantity.aim(target))")) }
    }
    return Chart(
      file: file, name: name, title: title, note: note, keys: keys, height: columns == nil ? 220 : 290, numbers: table
    ) { html in
      let edges = -0.5...Double(places.count) - 0.5
      let ends = lines.flatMap { $0.values.map(\.high) } + [target].compactMap(\.self)
      let lows = lines.flatMap { $0.values.map(\.low) }
      let scale =
        goesBelowZero
        ? Scale(unit, around: ends + lows) : Scale(unit, upTo: unit == .share ? ends.map { min($0, 1) } : ends)
      let plot = Plot(bottom: 180, x: edges, y: scale.least...scale.most)
      html.rules(plot, scale)
      if scale.least < 0 {
        let height = Plot.number(plot.down(0))
        html.line("zero", Plot.number(plot.left), height, Plot.number(plot.right), height)
      }
      if let target {
        let height = Plot.number(plot.down(target))
        html.line("line target", Plot.number(plot.left), height, Plot.number(plot.right), height)
      }
      for line in lines { html.band(line, in: plot) }
      for line in lines { html.curve(line, in: plot, places, unit, decimals) }
      if let columns {
        let scale = Scale(columns.unit, upTo: columns.values.map(\.mean))
        let below = Plot(top: 200, bottom: 258, x: edges, y: 0...scale.most)
        html.columns(columns, in: below, places, scale)
        html.marks(below, marks)
      } else {
        html.marks(plot, marks)
      }
    }
  }
}

extension Chart.Columns {
  var decimals: Int? { unit.decimals(isVarying: values.contains { $0.halfWidth != nil }) }
}

extension HTMLWriter {
  fileprivate mutating func band(_ line: Chart.Line, in plot: Plot) {
    func edge(_ sign: Double) -> [(across: Double, down: Double)] {
      line.values.enumerated().map { index, value in
        let end = value.mean + sign * (value.halfWidth ?? .nan)
        return (plot.across(Double(index)), plot.down(min(max(end, plot.y.lowerBound), plot.y.upperBound)))
      }
    }
    path("band \(line.style)", Plot.band(edge(1), edge(-1)))
  }

  fileprivate mutating func curve(
    _ line: Chart.Line, in plot: Plot, _ places: [String], _ unit: Figure.Unit, _ decimals: Int?
  ) {
    let points = line.values.enumerated().map { (across: plot.across(Double($0)), down: plot.down($1.mean)) }
    path("line \(line.style)", Plot.path(points))
    // More dots than these run together.
    guard places.count <= 48 else { return }
    for (index, point) in points.enumerated() where point.down.isFinite {
      let words = Quantity.words(line.values[index], unit, decimals: decimals)
      element(
        "circle",
        ["class": "dot \(line.style)", "cx": Plot.number(point.across), "cy": Plot.number(point.down), "r": "3"]
      ) { $0.element("title", text: "\(places[index]): \(words)") }
    }
  }

  fileprivate mutating func columns(_ columns: Chart.Columns, in plot: Plot, _ places: [String], _ scale: Scale) {
    ends(of: scale, on: plot)
    let width = (plot.right - plot.left) / Double(max(places.count, 1))
    for (index, value) in columns.values.enumerated() where value.mean > 0 {
      let top = plot.down(value.mean)
      box(
        "column", plot.across(Double(index)) - width * 0.4, top, width * 0.8, plot.bottom - top,
        title: "\(places[index]): \(Quantity.cell(value, columns.unit, decimals: columns.decimals).text)")
    }
  }
}
