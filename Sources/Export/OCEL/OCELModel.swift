import ContactCentre
import DiscreteEvents

/// An object of an object-centric event log.
enum OCELObject: Hashable {
  case contact(UInt32)
  case caller(Caller)
  /// A handler, or a unit, for one tour of duty: positions and unit numbers pass from one to the next.
  case handler(duty: UInt32)
  case unit(duty: UInt32)
  case incident(UInt32)

  /// The types of objects, in the order of the document, with the names and kinds of their attributes.
  static let types: [(name: String, attributes: [(name: String, type: String)])] = [
    (
      "contact",
      [
        ("channel", "string"), ("attempt", "integer"), ("end", "string"), ("outcome", "string"), ("wait", "float"),
        ("handling", "float"), ("wrapUp", "float"), ("callback", "string"), ("survey", "string"),
        ("interrupted", "float"),
      ]
    ),
    (
      "caller",
      [
        ("channel", "string"), ("cell", "integer"), ("index", "integer"), ("name", "string"),
        ("group", "string"), ("number", "integer"),
      ]
    ),
    ("handler", [("team", "string"), ("position", "integer"), ("shift", "string")]),
    (
      "unit",
      [
        ("hub", "string"), ("number", "integer"), ("officers", "integer"), ("overtime", "integer"), ("role", "string"),
        ("shift", "string"),
      ]
    ),
    (
      "incident",
      [
        ("grade", "string"), ("log", "string"), ("latitude", "float"), ("longitude", "float"), ("wanted", "integer"),
        ("end", "string"), ("response", "float"), ("arrests", "integer"), ("rings", "integer"),
      ]
    ),
  ]

  /// The name of its type.
  var type: String {
    switch self {
    case .contact: "contact"
    case .caller: "caller"
    case .handler: "handler"
    case .unit: "unit"
    case .incident: "incident"
    }
  }

  /// Writes its name, which no other object has.
  func writeName(to text: inout ExportText) {
    text.append(type)
    text.append(":")
    switch self {
    case .contact(let number), .incident(let number), .handler(let number), .unit(let number):
      text.append(number)
    case .caller(let caller):
      // Whoever comes again and again is the same however they come.
      if let known = caller.known {
        text.append("known:")
        text.append(known.group)
        text.append(":")
        text.append(known.number)
        return
      }
      text.append(caller.channel)
      text.append(":")
      text.append(caller.cell)
      text.append(":")
      text.append(caller.index)
    }
  }
}

/// Something said of an object or an event.
struct OCELAttribute {
  var name: String
  var value: ExportValue
  /// From when on it is true of an object; nil: it always was.
  var time: Milliseconds?
}

/// How an object or an event has to do with an object.
struct OCELRelation {
  var object: OCELObject
  var qualifier: String
}
