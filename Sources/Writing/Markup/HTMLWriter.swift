/// Writes HTML, and the SVG in it.
///
/// The only way to a page is through ``text(_:)``, ``name(_:)`` and the values of attributes, all of which are made harmless:
/// whatever a scenario calls its channels is shown and never obeyed. Markup is constant text of this program, which its
/// type, `StaticString`, sees to.
package struct HTMLWriter {
  /// Names of attributes and their values; an attribute without a value is left out.
  package typealias Attributes = KeyValuePairs<StaticString, String?>

  /// What is written so far.
  package private(set) var html = ""

  /// Nothing yet.
  package init() {}

  /// Writes text to be read as it is.
  package mutating func text(_ text: String) { html += HTMLText.escaped(text) }

  /// Writes a name that is anybody's to choose, kept apart so that its direction does not turn what stands around it.
  package mutating func name(_ name: String) { element("bdi", text: name) }

  /// Writes an element and what `body` writes into it.
  package mutating func element(
    _ tag: StaticString, _ attributes: Attributes = [:], _ body: (inout HTMLWriter) -> Void
  ) {
    open(tag, attributes)
    body(&self)
    html += "</\(tag)>"
  }

  /// Writes an element that holds `text`.
  package mutating func element(_ tag: StaticString, _ attributes: Attributes = [:], text: String) {
    element(tag, attributes) { $0.text(text) }
  }

  /// Writes an element that holds nothing and has no end: `meta`, `input`, `hr`.
  package mutating func void(_ tag: StaticString, _ attributes: Attributes = [:]) { open(tag, attributes) }

  /// Writes an empty element of SVG.
  package mutating func shape(_ tag: StaticString, _ attributes: Attributes) {
    open(tag, attributes)
    html.removeLast()
    html += "/>"
  }

  /// Writes the beginning of the document.
  package mutating func doctype() { html += "<!DOCTYPE html>\n" }

  /// Begins a new line, for whoever reads the source.
  package mutating func newline() { html += "\n" }

  /// Writes the style of the page, text of this program.
  package mutating func style(_ sheet: StaticString) { html += "<style>\n\(sheet)</style>\n" }

  /// Writes a script, text of this program.
  package mutating func script(_ code: StaticString) { html += "<script>\n\(code)</script>\n" }

  /// Writes data for a script to read.
  package mutating func data(id: StaticString, _ value: JSONValue) {
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
