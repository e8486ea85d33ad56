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
  /// A rule by which teams are borrowed, by its number.
  case surge(UInt16)

  /// Its type.
  var type: OCELObjectType {
    switch self {
    case .contact: .contact
    case .caller: .caller
    case .handler: .handler
    case .unit: .unit
    case .incident: .incident
    case .surge: .surge
    }
  }

  /// Writes its name, which no other object has.
  func writeName(to text: inout ExportText) {
    text.append(type.rawValue)
    text.append(":")
    switch self {
    case .contact(let number), .incident(let number), .handler(let number), .unit(let number):
      text.append(number)
    case .surge(let number):
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
  /// From when on it is true of an object, which is when the event happened that it follows from; nil: it always was.
  var time: Milliseconds?
}

/// How an object or an event has to do with an object.
struct OCELRelation {
  var object: OCELObject
  var qualifier: OCELQualifier
}
