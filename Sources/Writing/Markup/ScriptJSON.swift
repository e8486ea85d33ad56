/// JSON inside a page.
enum ScriptJSON {
  /// `value` in as few characters as may be, such that nothing in it can end the element it stands in, or begin another.
  ///
  /// A browser looks for `</script` and `<!--` before any script is read. Angle brackets stand in strings only, where
  /// JSON has another spelling for them.
  package static func text(_ value: JSONValue) -> String {
    var output = ""
    write(value, to: &output)
    return output
  }

  private static func write(_ value: JSONValue, to output: inout String) {
    switch value {
    case .null: output += "null"
    case .bool(let flag): output += flag ? "true" : "false"
    case .integer(let number): output += String(number)
    case .unsigned(let number): output += String(number)
    case .number(let number): output += JSONWriter.text(number)
    case .string(let string): output += quoted(string)
    case .array(let elements):
      output += "["
      for (index, element) in elements.enumerated() {
        if index > 0 { output += "," }
        write(element, to: &output)
      }
      output += "]"
    case .object(let members):
      output += "{"
      for (index, member) in members.enumerated() {
        if index > 0 { output += "," }
        output += quoted(member.name) + ":"
        write(member.value, to: &output)
      }
      output += "}"
    }
  }

  private static func quoted(_ string: String) -> String {
    JSONWriter.quoted(string).replacing("<", with: "\\u003c").replacing(">", with: "\\u003e")
      .replacing("&", with: "\\u0026")
  }
}
