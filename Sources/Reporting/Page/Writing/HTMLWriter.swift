/// Writes HTML, and the SVG in it.
///
/// The only way to a page is through ``text(_:)``, ``name(_:)`` and the values of attributes, all of which are made harmless:
/// whatever a scenario calls its channels is shown and never obeyed. Markup is constant text of this program, which its
/// type, `StaticString`, sees to.
struct HTMLWriter {
  /// Names of attributes and their values; an attribute without a value is left out.
  typealias Attributes = KeyValuePairs<StaticString, String?>

  /// What is written so far.
  private(set) var html = ""

  /// Writes text to be read as it is.
  mutating func text(_ text: String) { html += HTMLText.escaped(text) }

  /// Writes a name that is anybody's to choose, kept apart so that its direction does not turn what stands around it.
  mutating func name(_ name: String) { element("bdi", text: name) }

  /// Writes an element and what `body` writes into it.
  mutating func element(
    _ tag: StaticString, _ attributes: Attributes = [:], _ body: (inout HTMLWriter) -> Void
  ) {
    open(tag, attributes)
    body(&self)
    html += "</\(tag)>"
  }

  /// Writes an element that holds `text`.
  mutating func element(_ tag: StaticString, _ attributes: Attributes = [:], text: String) {
    element(tag, attributes) { $0.text(text) }
  }

  /// Writes an element that holds nothing and has no end: `meta`, `input`, `hr`.
  mutating func void(_ tag: StaticString, _ attributes: Attributes = [:]) { open(tag, attributes) }

  /// Writes an empty element of SVG.
  mutating func shape(_ tag: StaticString, _ attributes: Attributes) {
    open(tag, attributes)
    html.removeLast()
    html += "/>"
  }

  /// Writes the beginning of the document.
  mutating func doctype() { html += "<!DOCTYPE html>\n" }

  /// Begins a new line, for whoever reads the source.
  mutating func newline() { html += "\n" }

  /// Writes the style of the page, text of this program.
  mutating func style(_ sheet: StaticString) { html += "<style>\n\(sheet)</style>\n" }

  /// Writes a script, text of this program.
  mutating func script(_ code: StaticString) { html += "<script>\n\(code)</script>\n" }

  /// Writes data for a script to read.
  mutating func data(id: StaticString, _ value: JSONValue) {
    html += "<script type=\"application/json\" id=\"\(id)\">\(ScriptJSON.text(value))</script>\n"
  }

  private mutating func open(_ tag: StaticString, _ attributes: Attributes) {
    html += "<\(tag)"
    for (name, value) in attributes {
      guard let value else { continue }
      html += " \(name)=\"\(HTMLText.escaped(value))\""
    }
    html += ">"
  }
}
