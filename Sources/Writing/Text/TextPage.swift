/// What all text reports have in common: their headings.
package struct TextPage {
  /// Whether headings stand out in colour.
  package let isColoured: Bool

  /// Reports whose headings stand out in colour if `isColoured`.
  package init(isColoured: Bool) { self.isColoured = isColoured }

  /// Lines that begin a section: what it is about, underlined.
  package func heading(_ title: String, underline: Character = "-") -> [String] {
    let text = title.fitted(to: TextTable.pageWidth)
    let shown = Tone.heading.applied(to: text, coloured: isColoured)
    return [shown, String(repeating: underline, count: TextTable.pageWidth)]
  }
}
