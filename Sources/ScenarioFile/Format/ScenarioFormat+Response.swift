import ContactCentre

/// What follows a contact that needs the police to come.
extension ScenarioFormat {
  private static let officers = Shape.whole(0...Limits.heads)
  private static let cost = Shape.number(.nonNegative(to: Limits.costPerHour))

  static let response = ObjectFormat(
    "response", "Who goes to incidents, from where, how fast.",
    keys: [
      .optional(
        "clock", .choice(Response.Clock.allCases.map(\.rawValue)),
        "When the response clock of an incident starts: when its contact arrived, when that was answered, or when the "
          + "incident opened; whatever is said here, that of an incident by appointment starts at its hour. It stops when "
          + "the first unit is at the scene. Default: opened."),
      .optional(
        "policy", .choice(Response.Policy.allCases.map(\.rawValue)),
        "Which free unit is sent: the one expected at the scene soonest, or one of the nearest hub that has any. "
          + "Default: nearest-time."),
      .required("grades", .dictionary(.object(grade), limit: Limits.grades), "How urgent incidents can be, by name."),
      .required(
        "scene", .dictionary(.object(scene), limit: Limits.grades), "What happens at the scene, by grade; every grade."),
      .required("areas", .dictionary(.object(area), limit: Limits.areas), "Where incidents happen, by name."),
      .required("hubs", .dictionary(.object(hub), limit: Limits.hubs), "Where units start from, by name."),
      .optional("crews", .object(crews), "How many officers are in a unit."),
      .optional(
        "minimumOfficers", .dictionary(officers, limit: Limits.shifts),
        "The fewest response officers, all hubs together, that start a shift, by its name, when anybody is rostered for "
          + "it; who is missing is brought in on overtime."),
      .optional("role", .text, "The terms officers and dispatchers work on, by name."),
      .optional(
        "rebalance", .flag,
        "Whether officers who turn up are shared out anew among the hubs, as rostered heads are, when a tour starts. "
          + "Default: false."),
      .optional("travel", .object(travel), "How fast units get about."),
      .optional("custody", .object(custody), "Where prisoners are taken. Needed where there are arrests."),
      .optional("dispatchers", .object(dispatchDesk), "Who sends units. Default: sending takes nobody's time."),
      .optional(
        "logs", .dictionary(.object(incidentLog), limit: Limits.logs),
        "Incidents that no contact raised: alarms, partners, officers; by name."),
    ])

  static let area = ObjectFormat(
    "area", "A part of the force's area. Incidents happen evenly on a disc of its size around its middle.",
    keys: position + [
      .optional(
        "squareKilometres", .number(.nonNegative(to: Limits.squareKilometres)),
        "Its size. Default: 0, everything happens in the middle."),
      .optional(
        "weight", .number(.nonNegative(to: Limits.weight)),
        "How often incidents happen in it, relative to the others. Default: 1."),
    ])

  static let hub = ObjectFormat(
    "hub", "A station units start from and return to.",
    keys: position + [
      .optional("officers", .staff, "When how many response officers are rostered."),
      .optional("diary", .staff, "When how many officers are rostered who take appointments."),
      .optional("costPerHour", cost, "What one officer's rostered hour costs. Default: the role's, or 0."),
      .optional("role", .text, "The terms its officers work on, by name. Default: the response's."),
    ])

  static let crews = ObjectFormat(
    "crews", "How many officers are in a unit.",
    keys: [
      .optional("single", .number(.share), "The share of units with one officer; the others have two. Default: 0.")
    ])

  static let custody = ObjectFormat(
    "custody", "Where prisoners are taken: to the nearest suite.",
    keys: [
      .required(
        "suites", .dictionary(.object(custodySuite), limit: Limits.custodySuites), "Where suites are, by name."),
      .required("takes", .distribution(endless: false), "How long the unit is kept at the suite."),
    ])

  static let custodySuite = ObjectFormat("custodySuite", "A custody suite.", keys: position)

  static let dispatchDesk = ObjectFormat(
    "dispatchDesk", "Who sends units. Each assignment takes one of them for a while.",
    keys: [
      .required("staff", .staff, "When how many are rostered."),
      .required("takes", .distribution(endless: false), "How long assigning one unit takes."),
      .optional("costPerHour", cost, "What one rostered hour costs. Default: the role's, or 0."),
      .optional("role", .text, "The terms dispatchers work on, by name. Default: the response's."),
    ])

  static let incidentLog = ObjectFormat(
    "incidentLog", "Incidents that no contact raised.",
    keys: [
      .required(
        "arrivals", .object(arrivals), "When they open; their response clock starts then, whatever that of others does."
      ),
      .required(
        "grades", .dictionary(.number(.share), limit: Limits.grades), "The share of each grade; they sum to 1."),
    ])

  static let travel = ObjectFormat(
    "travel", "How fast units get about: great-circle distance times detour, at a speed, or as a matrix says.",
    keys: [
      .optional("blueLight", .number(NumberRange(Limits.speed)), "Kilometres an hour on blue lights. Default: 45."),
      .optional("routine", .number(NumberRange(Limits.speed)), "Kilometres an hour otherwise. Default: 28."),
      .optional(
        "detour", .number(NumberRange(Limits.detour)),
        "How much longer roads are than the great circle. Default: 1.35."),
      .optional(
        "hourOfDay", .list(.number(.positive(to: Limits.journeyFactor)), count: 24...24),
        "How much longer journeys take that begin in each of the 24 hours of the day. Default: 1 each."),
      .optional(
        "variation", .number(.nonNegative(to: Limits.journeyVariation)),
        "Coefficient of variation of a lognormal factor of mean one on each journey. Default: 0."),
      .optional(
        "mobilisation", .distribution(endless: false),
        "How long a unit at its hub takes to be on its way. Default: 0."),
      .optional(
        "matrix", .text,
        "A CSV file of journey times: from,to,routine[,blueLight]; from and to name hubs, areas and custody suites, and "
          + "each pair is there once for both ways."),
    ])

  private static let position: [ObjectFormat.Key] = [
    .required("latitude", .number(NumberRange(Location.latitudes)), "Degrees north."),
    .required("longitude", .number(NumberRange(Location.longitudes)), "Degrees east."),
  ]
}
