/// JSON inside a page.
enum ScriptJSON {
  /// `value` in as few characters as may be, such that nothing in it can end the element it stands in, or begin another.
  ///
  /// A browser looks for `</script` and `<!--` before any script is read. Angle brackets and ampersands stand in strings only,
  /// where JSON has another spelling for them.
  static func text(_ value: JSONValue) -> String {
    JSONWriter.line(value).replacing("<", with: "\\u003c").replacing(">", with: "\\u003e")
      .replacing("&", with: "\\u0026")
  }
}
