/// A row of numbers as a row of small columns.
package enum Sparkline {
  private static let blocks: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

  /// One character for each of `values`: the lowest block for 0, the full one for `maximum`, a space where undefined.
  package static func text(_ values: [Double], maximum: Double) -> String {
    String(
      values.map { value in
        guard value.isFinite else { return " " }
        guard maximum > 0, value > 0 else { return blocks[0] }
        let step = (min(1, value / maximum) * Double(blocks.count - 1)).rounded()
        return blocks[Int(step)]
      })
  }
}
