import DiscreteEvents
import Writing

/// Which of the two documents of the standard is written.
public enum OCELFormat: Sendable, Equatable {
  case json, xml
}

/// Writes an object-centric event log by the standard's version 2.0, one object or event a line.
///
/// As the standard's JSON schema wants it, all values of attributes are strings there; what they mean their type says.
struct OCELText {
  private let format: OCELFormat
  private var text: ExportText
  private var isFirst = true

  init(_ format: OCELFormat, _ text: ExportText) {
    self.format = format
    self.text = text
  }

  /// A text as it stands between the marks of a value.
  static func written(_ text: String, _ format: OCELFormat) -> String {
    switch format {
    case .json: JSONWriter.quoted(text)
    case .xml: XMLWriter.escaped(text, inAttribute: true)
    }
  }

  // MARK: The frame

  mutating func begin() {
    text.append(format == .json ? "{\n" : "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<log>\n")
  }

  mutating func beginList(_ name: (json: String, xml: String)) {
    text.append(format == .json ? "\"\(name.json)\": [\n" : "<\(name.xml)>\n")
    isFirst = true
  }

  mutating func endList(_ name: (json: String, xml: String), isLast: Bool = false) throws {
    text.append(format == .json ? (isFirst ? "" : "\n") + (isLast ? "]\n" : "],\n") : "</\(name.xml)>\n")
    try text.offer()
  }

  mutating func end() throws {
    text.append(format == .json ? "}\n" : "</log>\n")
    try text.handOver()
  }

  // MARK: What is in it

  /// Declares a type of objects or events; nothing in it needs to be escaped.
  mutating func type(_ element: String, _ name: String, _ attributes: [(name: String, type: String)]) {
    beginLine()
    switch format {
    case .json:
      let said = attributes.map { "{\"name\":\"\($0.name)\",\"type\":\"\($0.type)\"}" }
      text.append("{\"name\":\"\(name)\",\"attributes\":[\(said.joined(separator: ","))]}")
    case .xml:
      let said = attributes.map { "<attribute name=\"\($0.name)\" type=\"\($0.type)\"/>" }
      text.append("<\(element) name=\"\(name)\"><attributes>\(said.joined())</attributes></\(element)>\n")
    }
  }

  mutating func object(_ object: OCELObject, _ attributes: [OCELAttribute], _ relations: [OCELRelation]) throws {
    beginLine()
    text.append(format == .json ? "{\"id\":\"" : "<object id=\"")
    object.writeName(to: &text)
    text.append(format == .json ? "\",\"type\":\"" : "\" type=\"")
    text.append(object.type.rawValue)
    text.append(format == .json ? "\"" : "\">")
    write(attributes, areTimed: true)
    write(relations)
    text.append(format == .json ? "}" : "</object>\n")
    try text.offer()
  }

  mutating func event(
    _ number: Int, _ type: String, at time: Milliseconds, _ attributes: [OCELAttribute], _ relations: [OCELRelation]
  ) throws {
    beginLine()
    text.append(format == .json ? "{\"id\":\"event:" : "<event id=\"event:")
    text.append(number)
    text.append(format == .json ? "\",\"type\":\"" : "\" type=\"")
    text.append(type)
    text.append(format == .json ? "\",\"time\":\"" : "\" time=\"")
    text.append(time: time)
    text.append(format == .json ? "\"" : "\">")
    write(attributes, areTimed: false)
    write(relations)
    text.append(format == .json ? "}" : "</event>\n")
    try text.offer()
  }

  private mutating func beginLine() {
    if format == .json, !isFirst { text.append(",\n") }
    isFirst = false
  }

  private mutating func write(_ attributes: [OCELAttribute], areTimed: Bool) {
    text.append(format == .json ? ",\"attributes\":[" : "<attributes>")
    for (index, attribute) in attributes.enumerated() {
      switch format {
      case .json:
        text.append(index == 0 ? "{\"name\":\"" : ",{\"name\":\"")
        text.append(attribute.name)
        if areTimed { write(since: attribute.time, "\",\"time\":\"") }
        text.append("\",\"value\":")
        if case .name = attribute.value {
          text.append(attribute.value)
        } else {
          text.append("\"")
          text.append(attribute.value)
          text.append("\"")
        }
        text.append("}")
      case .xml:
        text.append("<attribute name=\"")
        text.append(attribute.name)
        if areTimed { write(since: attribute.time, "\" time=\"") }
        text.append("\">")
        text.append(attribute.value)
        text.append("</attribute>")
      }
    }
    text.append(format == .json ? "]" : "</attributes>")
  }

  /// Since when something is true; what always was, the standard's examples date to the beginning of the Unix epoch.
  private mutating func write(since time: Milliseconds?, _ label: String) {
    text.append(label)
    if let time { text.append(time: time) } else { text.append("1970-01-01T00:00:00Z") }
  }

  private mutating func write(_ relations: [OCELRelation]) {
    text.append(format == .json ? ",\"relationships\":[" : "<objects>")
    for (index, relation) in relations.enumerated() {
      switch format {
      case .json: text.append(index == 0 ? "{\"objectId\":\"" : ",{\"objectId\":\"")
      case .xml: text.append("<relationship object-id=\"")
      }
      relation.object.writeName(to: &text)
      text.append(format == .json ? "\",\"qualifier\":\"" : "\" qualifier=\"")
      text.append(relation.qualifier.rawValue)
      text.append(format == .json ? "\"}" : "\"/>")
    }
    text.append(format == .json ? "]" : "</objects>")
  }
}
