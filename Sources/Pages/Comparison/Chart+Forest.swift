import Experiments
import Findings
import Metrics
import Writing

/// A figure of two plans and how far they are apart.
struct ForestRow {
  var name: String
  var line: Headlines.Line
  var value: Difference

  /// Whether there is a difference but no telling how sure it is: one replication at most has the figure under both plans.
  var isUntold: Bool { value.difference != nil && value.halfWidth == nil }

  /// What to make of it: `better`, `worse`, `unclear` if neither or in doubt, or `untold`.
  var verdict: String { isUntold ? "untold" : ["better", "worse"].contains(words) ? words : "unclear" }

  /// The same in words, in which more and fewer, dearer and cheaper have their own.
  var words: String { isUntold ? Self.tooFew : line.change.words(for: value) }

  /// How far from no difference its interval goes, or where there is none the difference; 0 where there is nothing to subtract.
  var reach: Double {
    let reach = value.difference.map { abs($0) + (value.halfWidth ?? 0) } ?? 0
    return reach.isFinite ? reach : 0
  }

  /// The difference in digits, with its half-width: `+8.00 ± 0.31`.
  var digits: String {
    guard let difference = value.difference else { return Quantity.undefined }
    return Quantity.difference(difference, halfWidth: value.halfWidth, line.unit, isClear: value.isClear).words
  }

  /// The words where there is no telling.
  static let tooFew = "too few to tell"
}

extension Chart {
  /// Differences as marks with their intervals, on both sides of a line that is no difference.
  ///
  /// A difference of which nobody knows how sure it is does not stretch the scale that the others are laid on, and has no mark
  /// where it lies beyond it.
  static func forest(file: String, title: String, rows: [ForestRow], unit: Figure.Unit) -> Chart {
    var table = NumberTable(["Figure", "Base", "Variant", "Difference", "± (95%)", "In words"])
    for row in rows {
      let decimals = unit.decimals(isVarying: row.value.halfWidth != nil)
      func cell(_ number: Double?) -> NumberTable.Cell { .init(number ?? .nan, unit, decimals: decimals) }
      let difference = row.value.difference.map {
        Quantity.difference(
          $0, halfWidth: row.value.halfWidth, unit, decimals: decimals, isClear: row.value.isClear
        ).text
      }
      table.rows.append([
        .name(row.name), cell(row.value.base), cell(row.value.variant),
        .init(difference ?? Quantity.undefined, value: row.value.difference.map(JSONWriter.text) ?? ""),
        cell(row.value.halfWidth), .init(row.words),
      ])
    }
    var keys = [
      Key(swatch: "mark better", label: "better"), Key(swatch: "mark worse", label: "worse"),
      Key(swatch: "mark unclear", label: "no clear difference, or neither"),
    ]
    if rows.contains(where: \.isUntold) {
      keys.append(Key(swatch: "mark untold", label: "\(ForestRow.tooFew): no interval"))
    }
    let height = 38.0
    return Chart(
      file: file, title: title, note: "Variant less base, with the 95% interval.", keys: keys,
      height: Double(rows.count) * height + 34, numbers: table
    ) { html in
      let most = reach(of: rows)
      let plot = Plot(left: 12, right: 316, bottom: Double(rows.count) * height + 8, x: -most...most, y: 0...1)
      let zero = Plot.number(plot.across(0))
      for (index, row) in rows.enumerated() {
        let top = Double(index) * height + 6
        let edge = Plot.number(top - 3)
        if index > 0 { html.line("rule", "12", edge, "470", edge) }
        html.label(row.name.fitted(to: 60), 12, top + 11, "start", kind: "small halo")
        // Below the name, which it would strike through.
        html.line("zero", zero, Plot.number(top + 17), zero, Plot.number(top + 33))
        html.difference(row, on: plot, at: top + 24)
      }
      html.label("\u{2190} base higher", 12, plot.bottom + 18, "start")
      html.label("variant higher \u{2192}", plot.right, plot.bottom + 18, "end")
    }
  }

  /// How far a drawing of `rows` goes to either side: as far as any interval, or where there are none any difference.
  private static func reach(of rows: [ForestRow]) -> Double {
    let told = rows.filter { $0.value.halfWidth != nil }
    let reach = (told.isEmpty ? rows : told).map(\.reach).max() ?? 0
    return reach > 0 ? reach * 1.05 : 1
  }
}

extension HTMLWriter {
  /// Writes the mark of a row, its interval, and the difference in digits.
  fileprivate mutating func difference(_ row: ForestRow, on plot: Plot, at middle: Double) {
    if let difference = row.value.difference, difference.isFinite {
      if let halfWidth = row.value.halfWidth {
        line(
          "interval \(row.verdict)", Plot.number(plot.across(difference - halfWidth)), Plot.number(middle),
          Plot.number(plot.across(difference + halfWidth)), Plot.number(middle))
      }
      if plot.x.contains(difference) { mark(row.verdict, plot.across(difference), middle) }
    }
    // Long digits on a narrow screen run into the drawing rather than off the page.
    label(row.digits, 474, middle + 4, "end", kind: "halo")
    if row.isUntold { label(ForestRow.tooFew, 474, middle - 10, "end", kind: "small halo") }
  }

  /// A mark whose shape says what its colour does: upwards for better, downwards for worse, a ring for neither, a dot where
  /// there is no telling.
  mutating func mark(_ verdict: String, _ across: Double, _ down: Double) {
    if verdict == "unclear" || verdict == "untold" {
      shape(
        "circle",
        [
          "class": "mark \(verdict)", "cx": Plot.number(across), "cy": Plot.number(down),
          "r": verdict == "unclear" ? "4.5" : "2",
        ])
      return
    }
    let up = verdict == "better" ? -1.0 : 1
    let corners = [(across, down + 6 * up), (across + 6, down - 5 * up), (across - 6, down - 5 * up)]
    path("mark \(verdict)", Plot.path(corners) + "Z")
  }
}
