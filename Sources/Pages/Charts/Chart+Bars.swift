import Experiments
import Findings
import Metrics
import Writing

extension Chart {
  /// One bar.
  struct Bar {
    var name: String
    var isName = false
    var value: Double
    /// The class that colours it.
    var colour = "c1"
  }

  /// Upright bars side by side, such as the parts of a distribution.
  static func bars(
    file: String, name: String? = nil, title: String, note: String? = nil, keys: [Key] = [], heading: String,
    measure: String, bars: [Bar], unit: Figure.Unit, extra: (heading: String, cells: [NumberTable.Cell])? = nil
  ) -> Chart {
    var table = NumberTable([.init(heading), .init(measure)] + (extra.map { [.init($0.heading)] } ?? []))
    for (index, bar) in bars.enumerated() {
      table.rows.append(
        [.init(bar.name, isName: bar.isName), .init(bar.value, unit)] + (extra.map { [$0.cells[index]] } ?? []))
    }
    return Chart(file: file, name: name, title: title, note: note, keys: keys, height: 236, numbers: table) { html in
      let scale = Scale(unit, upTo: bars.map(\.value))
      let plot = Plot(bottom: 180, x: 0...Double(max(bars.count, 1)), y: 0...scale.most)
      html.rules(plot, scale)
      let width = (plot.right - plot.left) / Double(max(bars.count, 1))
      for (index, bar) in bars.enumerated() {
        let left = plot.across(Double(index))
        if bar.value > 0 {
          let top = plot.down(bar.value)
          html.box(
            "bar \(bar.colour)", left + width * 0.1, top, width * 0.8, plot.bottom - top,
            title: "\(bar.name): \(Quantity.cell(Estimate(mean: bar.value), unit).text)")
        }
        // Two lines of names, so that neighbours do not run into each other.
        html.label(bar.name, left + width / 2, plot.bottom + (index % 2 == 0 ? 18 : 36), "middle", kind: "small")
      }
    }
  }

  /// Lying bars below each other, each with its name and amount: costs, for example.
  static func amounts(
    file: String, title: String, note: String? = nil, heading: String, measure: String,
    bars: [(name: String, value: Estimate, colour: String)], unit: Figure.Unit
  ) -> Chart {
    var table = NumberTable([.init(heading), .init(measure)])
    for bar in bars { table.rows.append([.name(bar.name), .init(bar.value, unit)]) }
    let height = 34.0
    return Chart(
      file: file, title: title, note: note, height: Double(bars.count) * height + 12, numbers: table
    ) { html in
      let most = bars.map(\.value.mean).filter(\.isFinite).max() ?? 0
      let plot = Plot(left: 8, right: 360, bottom: 0, x: 0...max(most, 1), y: 0...1)
      for (index, bar) in bars.enumerated() {
        let top = Double(index) * height + 6
        html.label(bar.name.fitted(to: 48), 8, top + 10, "start", kind: "small")
        let value = bar.value.mean.isFinite ? bar.value.mean : 0
        let right = plot.across(max(value, 0))
        html.box("bar \(bar.colour)", 8, top + 15, right - 8, 12)
        html.label(Quantity.cell(bar.value, unit).text, right + 6, top + 26, "start")
      }
    }
  }

  /// One lying bar for each of several wholes, cut into the same parts.
  static func shares(
    file: String, title: String, note: String? = nil, heading: String, parts: [(name: String, colour: String)],
    wholes: [(name: String, shares: [Double])]
  ) -> Chart {
    var table = NumberTable([.init(heading)] + parts.map { .init($0.name) })
    for whole in wholes {
      table.rows.append([.name(whole.name)] + whole.shares.map { .init($0, .share, decimals: 1) })
    }
    let height = 36.0
    return Chart(
      file: file, title: title, note: note, keys: parts.map { Key(swatch: "area \($0.colour)", label: $0.name) },
      height: Double(wholes.count) * height + 12, numbers: table
    ) { html in
      let plot = Plot(left: 8, right: 472, bottom: 0, x: 0...1, y: 0...1)
      for (index, whole) in wholes.enumerated() {
        let top = Double(index) * height + 6
        html.label(whole.name.fitted(to: 48), 8, top + 10, "start", kind: "small")
        var sum = 0.0
        for (part, share) in zip(parts, whole.shares) where share > 0 {
          let left = plot.across(sum)
          sum += share
          html.box(
            "area \(part.colour)", left, top + 15, plot.across(sum) - left, 14,
            title: "\(whole.name), \(part.name): \(Quantity.share(share, decimals: 1))")
        }
      }
    }
  }
}
