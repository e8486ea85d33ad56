import Writing

/// A chart with all that belongs to it: what it shows, a key, the drawing, and its numbers.
struct Chart {
  /// What one colour or pattern of the drawing stands for.
  struct Key {
    /// The class of the swatch: that of the marks themselves.
    var swatch: String
    var label: String
    var isName = false
    /// How strong the colour is, 0 … 1, where that says how much.
    var strength: Double?
    /// The form of the marks, if they have the form of a grade.
    var form: SpotForm?
  }

  /// The name of its CSV file, without ending.
  var file: String
  /// What it shows. `name`, if there is one, stands before it and is anybody's to choose.
  var name: String?
  var title: String
  /// What must be known to read it.
  var note: String?
  var keys: [Key] = []
  /// How high the drawing is.
  var height = 250.0
  var numbers: NumberTable
  /// Draws it.
  var draw: (inout HTMLWriter) -> Void

  /// What it is called in one piece.
  var label: String { name.map { "\($0): \(title)" } ?? title }
}

extension HTMLWriter {
  /// Writes charts side by side where there is room.
  mutating func charts(_ charts: [Chart]) {
    if charts.isEmpty { return }
    element("div", ["class": "charts"]) { html in
      for chart in charts { html.chart(chart) }
    }
  }

  private mutating func chart(_ chart: Chart) {
    // Beside it there is room for two others.
    element("figure", ["class": chart.height > Plot.width ? "tall" : nil]) { html in
      html.element("figcaption") { html in
        html.element("h3") { html in
          if let name = chart.name {
            html.name(name)
            html.text(": ")
          }
          html.text(chart.title)
        }
        if let note = chart.note { html.element("p", ["class": "note"], text: note) }
        if !chart.keys.isEmpty { html.keys(chart.keys) }
      }
      html.drawing(height: chart.height, label: chart.label, chart.draw)
      html.numbers(chart.numbers, of: chart.label, file: chart.file)
    }
    newline()
  }

  /// Writes why there is no chart of what has these names, in sentences.
  mutating func remarks(_ remarks: [(name: String, remark: String)]) {
    for (name, remark) in remarks {
      element("p", ["class": "note"]) { html in
        html.name(name)
        html.text(": \(remark.prefix(1).lowercased())\(remark.dropFirst())")
      }
    }
  }

  /// Writes what the colours of a drawing stand for.
  mutating func keys(_ keys: [Chart.Key]) {
    element("ul", ["class": "keys"]) { html in
      for key in keys {
        html.element("li") { html in
          html.element("svg", ["viewBox": "0 0 22 12", "aria-hidden": "true"]) { html in
            if key.swatch.hasPrefix("line") {
              html.line(key.swatch, "0", "6", "22", "6")
            } else if key.swatch.hasPrefix("mark ") {
              html.mark(String(key.swatch.dropFirst(5)), 11, 6)
            } else if let form = key.form {
              html.path(key.swatch, form.outline(11, 6, radius: 4))
            } else {
              html.box(key.swatch, 2, 0, 18, 12, opacity: key.strength)
            }
          }
          if key.isName { html.name(key.label) } else { html.text(key.label) }
        }
      }
    }
  }

  /// Writes the numbers behind a drawing, folded away, and a button that saves them.
  mutating func numbers(_ table: NumberTable, of label: String, file: String) {
    element("details", ["class": "numbers"]) { html in
      html.element("summary") { html in
        html.text("Numbers")
        html.element("span", ["class": "unseen"], text: " of \(label)")
      }
      html.element("button", ["type": "button", "class": "save", "data-file": "\(file).csv"]) { html in
        html.text("Save as CSV")
        html.element("span", ["class": "unseen"], text: ": \(label)")
      }
      html.element("div", ["class": "scroll", "tabindex": "0", "role": "region", "aria-label": "Numbers of \(label)"]) {
        $0.table(table, caption: label)
      }
    }
  }
}
