import DiscreteEvents
import Findings
import Metrics
import Writing

extension Chart {
  /// A field for each hour of each weekday, the fuller the more of something.
  ///
  /// - Parameters:
  ///   - values: by hour of the week, Monday's midnight first; undefined where there is nothing to tell.
  ///   - strength: how strongly to colour a value, 0 … 1.
  static func heat(
    file: String, name: String, title: String, note: String, values: [Double], unit: Figure.Unit,
    strength: @escaping (Double) -> Double
  ) -> Chart {
    // A run of a night is of two days; the others would be empty.
    let days = CivilTime.shortWeekdays.enumerated().filter { day in
      values[day.offset * 24..<day.offset * 24 + 24].contains(where: \.isFinite)
    }
    var table = NumberTable([.init("Hour")] + days.map { .init($0.element) })
    for hour in 0..<24 {
      table.rows.append([.init(CivilTime.clock(hour: hour))] + days.map { .init(values[$0.offset * 24 + hour], unit) })
    }
    let height = Double(days.count) * 26 + 32
    return Chart(file: file, name: name, title: title, note: note, height: height, numbers: table) { html in
      let plot = Plot(left: 40, right: 472, bottom: 0, x: 0...24, y: 0...1)
      let width = plot.across(1) - plot.left
      for (row, (day, word)) in days.enumerated() {
        let top = 6 + Double(row) * 26
        html.label(word, 34, top + 17, "end")
        for hour in 0..<24 {
          let value = values[day * 24 + hour]
          let left = plot.across(Double(hour))
          guard value.isFinite else {
            html.box("nothing", left + 0.5, top, width - 1, 25)
            continue
          }
          html.box(
            "heat", left + 0.5, top, width - 1, 25,
            title: "\(word) \(CivilTime.clock(hour: hour)): \(Quantity.cell(.init(mean: value), unit).text)",
            opacity: strength(value))
        }
      }
      for hour in stride(from: 0, to: 24, by: 3) {
        html.label(CivilTime.clock(hour: hour), plot.across(Double(hour) + 0.5), height - 8, "middle")
      }
    }
  }

  /// The hours of the day as places, and which of them are named below a drawing.
  static let hours = (0..<24).map(CivilTime.clock(hour:))
  static let hourMarks = stride(from: 0, to: 24, by: 3).map {
    Scale.Mark(value: Double($0), label: String(CivilTime.clock(hour: $0).prefix(2)))
  }
}
