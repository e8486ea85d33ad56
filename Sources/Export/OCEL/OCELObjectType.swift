/// A type of objects in an object-centric event log.
enum OCELObjectType: String, CaseIterable {
  case contact, caller, handler, unit, incident, surge

  /// An attribute that objects of a type may have.
  struct Attribute {
    var name: String
    /// What the standard calls the kind of its values.
    var type: String
    /// What it means, beginning with its unit, and when it is dated to if it was not always so.
    var meaning: String

    init(_ name: String, _ type: String, _ meaning: String) {
      self.name = name
      self.type = type
      self.meaning = meaning
    }
  }

  /// What an object of it is.
  var meaning: String {
    switch self {
    case .contact: "one call, chat, visit or piece of work; a redial is one of its own"
    case .caller: "who arrived: one who comes once only, or comes again and again"
    case .handler: "one tour of a handler or dispatcher, called after the number of the duty; also one nobody came for"
    case .unit: "one tour of a unit, called after the number of the duty"
    case .incident: "one incident"
    case .surge: "a rule by which teams are borrowed, if it ever was"
    }
  }

  /// The attributes that objects of it may have, in order.
  var attributes: [Attribute] {
    switch self {
    case .contact:
      [
        .init("channel", "string", "the channel it was offered on first; others dated when it was diverted to them"),
        .init("attempt", "integer", "how often that caller had redialled by then"),
        .init("end", "string", "handled, abandoned or contained; dated when it was over"),
        .init("outcome", "string", "what it turned out to be; dated when the conversation was over"),
        .init("wait", "float", "s as in contacts.csv; dated when it was answered or gave up"),
        .init("handling", "float", "s as in contacts.csv; dated when the conversation was over"),
        .init("wrapUp", "float", "s as in contacts.csv; dated when it was over"),
        .init(
          "callback", "string", "awaited, dated when the caller hung up; reached or unreached, when they were called"),
        .init("survey", "string", "satisfied, dissatisfied or noReply; dated when the conversation was over"),
        .init("interrupted", "float", "s it had been left for others, in all; dated when it was taken up again"),
      ]
    case .caller:
      [
        .init(
          "channel", "string", "the channel they came by; with cell and index who they are in every run of the seed"),
        .init("cell", "integer", "five-minute cell in which they came, as in events.csv"),
        .init("index", "integer", "place in that cell"),
        .init("name", "string", "the name a trace gives them"),
        .init("group", "string", "of one who comes again and again instead of these: the group"),
        .init("number", "integer", "and the number in it"),
      ]
    case .handler:
      [
        .init("team", "string", "team"), .init("position", "integer", "position; missing if nobody came"),
        .init("shift", "string", "shift; missing if it follows none, or nobody came"),
      ]
    case .unit:
      [
        .init("hub", "string", "hub"), .init("number", "integer", "number of the unit"),
        .init("officers", "integer", "how many are in it"),
        .init("overtime", "integer", "how many of them were brought in to make up a minimum"),
        .init("role", "string", "response, or diary for one that keeps appointments"),
        .init("shift", "string", "shift; missing if it follows none"),
      ]
    case .incident:
      [
        .init("grade", "string", "the grade it opened with; others dated when they were given"),
        .init("log", "string", "the log it came from"), .init("latitude", "float", "degrees north"),
        .init("longitude", "float", "degrees east"),
        .init("wanted", "integer", "units it wants; other numbers dated when it was assessed again"),
        .init("end", "string", "attended, cancelled or resolved; dated when it was over"),
        .init("response", "float", "s as in incidents.csv; dated when the first unit arrived"),
        .init("arrests", "integer", "0, and dated each time how many prisoners had been taken to custody by then"),
        .init("rings", "integer", "0, and dated each time how often its caller had rung again by then"),
      ]
    case .surge:
      [
        .init("name", "string", "what the scenario calls it"),
        .init("channel", "string", "the channel whose queue it watches"),
      ]
    }
  }
}
