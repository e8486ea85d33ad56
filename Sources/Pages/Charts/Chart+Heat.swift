import DiscreteEvents
import Experiments
import Findings
import Metrics
import Writing

extension Chart {
  /// A field for each hour of each weekday, the stronger in colour the more of something.
  ///
  /// "Stronger" and not "darker": on a dark page a strong colour is a bright one.
  ///
  /// - Parameters:
  ///   - values: by hour of the week, Monday's midnight first; undefined where there is nothing to tell.
  ///   - most: the value that has the colour in full; 0 if none is above it.
  ///   - absent: why there is nothing to tell where a value is undefined.
  static func heat(
    file: String, name: String, title: String, note: String, values: [Double], unit: Figure.Unit, most: Double,
    absent: String = "not measured"
  ) -> Chart {
    heat(
      file: file, name: name, title: title, note: note, estimates: values.map { Estimate(mean: $0) }, unit: unit,
      most: most, absent: absent)
  }

  /// The same of values that are not sure, and may be losses.
  ///
  /// Losses have a colour of their own, and a bar, as has `-`. What is clearly more or less than nothing (``Estimate/isClear``)
  /// has an outline.
  ///
  /// - Parameters:
  ///   - decimals: how many of them numbers have; as tables have it where nothing is said.
  static func heat(
    file: String, name: String, title: String, note: String, estimates values: [Estimate], unit: Figure.Unit,
    most: Double, absent: String = "not measured", decimals: Int? = nil
  ) -> Chart {
    // A run of a night is of two days; the others would be empty.
    let days = CivilTime.shortWeekdays.enumerated().filter { day in
      values[day.offset * 24..<day.offset * 24 + 24].contains(where: \.mean.isFinite)
    }
    let known = values.filter(\.mean.isFinite)
    var table = NumberTable([.init("Hour")] + days.map { .init($0.element) })
    for hour in 0..<24 {
      table.rows.append(
        [.init(CivilTime.clock(hour: hour))]
          + days.map { .init(values[$0.offset * 24 + hour], unit, decimals: decimals) })
    }
    let steps = most > 0 ? [0, 0.5, 1] : [0]
    var keys = steps.map { Key(swatch: "heat", label: heatLabel($0 * most, unit), strength: $0) }
    if most > 0, known.contains(where: { $0.mean < 0 }) {
      keys.insert(Key(swatch: "loss", label: heatLabel(-most, unit), strength: 1), at: 0)
    }
    if known.contains(where: \.isClear) { keys.append(Key(swatch: "sure", label: "clearly more or less than 0")) }
    if days.contains(where: { !values[$0.offset * 24..<$0.offset * 24 + 24].allSatisfy(\.mean.isFinite) }) {
      keys.append(Key(swatch: "absent", label: absent))
    }
    let height = Double(days.count) * 26 + 32
    return Chart(file: file, name: name, title: title, note: note, keys: keys, height: height, numbers: table) { html in
      let plot = Plot(left: 40, right: 472, bottom: 0, x: 0...24, y: 0...1)
      let width = plot.across(1) - plot.left
      for (row, (day, word)) in days.enumerated() {
        let top = 6 + Double(row) * 26
        html.label(word, 34, top + 17, "end")
        for hour in 0..<24 {
          let value = values[day * 24 + hour]
          let left = plot.across(Double(hour))
          guard value.mean.isFinite else {
            html.box("absent", left + 0.5, top, width - 1, 25)
            continue
          }
          let words = Quantity.words(value, unit, decimals: decimals)
          html.box(
            value.mean < 0 ? "loss" : "heat", left + 0.5, top, width - 1, 25,
            title: "\(word) \(CivilTime.clock(hour: hour)): \(words)",
            opacity: most > 0 ? abs(value.mean) / most : 0)
          if value.mean < 0 {
            let middle = Plot.number(top + 12.5)
            html.line("minus", Plot.number(left + width / 2 - 3), middle, Plot.number(left + width / 2 + 3), middle)
          }
          if value.isClear { html.box("sure", left + 1.5, top + 1, width - 3, 23) }
        }
      }
      for hour in stride(from: 0, to: 24, by: 3) {
        html.label(CivilTime.clock(hour: hour), plot.across(Double(hour) + 0.5), height - 8, "middle")
      }
    }
  }

  /// What a strength of colour stands for, in three digits or, where fewer are exact, in those.
  private static func heatLabel(_ value: Double, _ unit: Figure.Unit) -> String {
    if unit == .share { return Scale.label(value, unit) }
    let exact = [0, 1, 2].first { decimals in
      let scaled = value * [1, 10, 100][decimals]
      return abs(scaled - scaled.rounded()) < 1e-9
    }
    return Quantity.decimal(value, decimals: min(exact ?? 2, abs(value) >= 100 ? 0 : abs(value) < 10 ? 2 : 1))
  }
}
