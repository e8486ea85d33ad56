import ContactCentre
import Reading

/// Turns the merged value into a scenario, noting everything that is wrong on the way.
///
/// Wherever a value is wrong, the problem is noted and something harmless stands in for it, so that the rest is still
/// checked. What is decoded may therefore be used only if the log has no errors.
final class ScenarioDecoder {
  let log: ProblemLog
  let files: any FileReading
  /// CSV files already read, by path, so that each is read and complained about once.
  var tables: [String: NamedFile?] = [:]
  /// Ledgers already read, by path; nil where one was wrong.
  var ledgers: [String: RecordedNight?] = [:]
  /// By channel that takes its arrivals from a ledger: the stages before the queue by which they were recorded.
  var recordedFronts: [String: [FrontStage]] = [:]
  /// By channel that takes its arrivals from a ledger of a night on which some were deterred: the value that names the ledger.
  var recordedDeterrence: [String: Cursor] = [:]
  /// The CSV files and ledgers used, by the path of the value that names them.
  var tableUses: [ScenarioPath: NamedFile] = [:]

  /// Roster files already read, by path; nil where one was wrong.
  var rosters: [String: RosterTable?] = [:]
  /// Whose tours were taken from a roster file, by its path, normalised.
  var rosterOwners: [String: [String]] = [:]

  /// What may be moved.
  var parameters: [FreeParameter] = []

  /// Where the parts of each expectation are written, in the order of the expectations.
  var expectationPlaces: [ExpectationPlace] = []

  /// Where the budget of a search for the cheapest headcount is written.
  var budgetPlace: Place?

  /// Is told which keys are asked for; nil where nobody wants to know.
  var reads: KeyReads?

  /// How many ledgers this scenario is inside of, each in the header of the next.
  let nesting: Int

  /// The texts that were merged, lowest first.
  private let layers: [Place.Origin]

  init(files: any FileReading, log: ProblemLog, layers: [Place.Origin] = [], nesting: Int = 0) {
    self.files = files
    self.log = log
    self.layers = layers
    self.nesting = nesting
  }

  /// Whether what is at `place` was laid upon what is at `other`; false of one text.
  func isAbove(_ place: Place, _ other: Place) -> Bool {
    func height(_ place: Place) -> Int { layers.lastIndex(of: place.origin) ?? -1 }
    return height(place) > height(other)
  }

  /// The scenario of a merged value; `defaultName` where it does not say its name.
  func scenario(_ tree: JSONTree, defaultName: String) -> Scenario {
    let fields = fields(Cursor(tree: tree, path: ScenarioPath()), ScenarioFormat.scenario)
    let calendar = fields["calendar"].map(calendar)
    let calendarIsRight = !log.hasErrors
    let shifts = fields["shifts"].map(shifts) ?? []
    var scenario = Scenario(
      name: text(fields, "name", default: defaultName), calendar: calendar ?? ScenarioCalendar(start: 0), channels: [],
      shifts: shifts, attendance: fields["attendance"].map(attendance) ?? 1)
    // What names channels is decoded even where they are wrong, but its references can only be checked against them.
    var context = Context(calendar: calendarIsRight ? calendar : nil, scenario: fields)
    context.roles = fields["roles"].map(roles) ?? [:]
    scenario.sites = fields["sites"].map { sites($0, context) } ?? []
    // First, because grades are what outcomes may be called like, and recorded contacts happen on its map.
    scenario.response = fields["response"].map { response($0, &context) }
    scenario.channels = fields["channels"].map { channels($0, context) } ?? []
    scenario.teams = fields["teams"].map { teams($0, context) } ?? []
    scenario.callers = fields["callers"].map { callerGroups($0, context) } ?? []
    warnIfDeterredTwice(scenario)
    scenario.surges = fields["surges"].map { surges($0, context) } ?? []
    scenario.sizing = fields["size"].map { sizing($0, context) }
    scenario.expectations = fields["expect"].map { expectations($0, context, scenario) } ?? []
    parameters = fields["calibrate"].map(freeParameters) ?? []
    checkWhole(scenario, fields)
    return scenario
  }

  /// What parts of a scenario need to know of the others.
  struct Context {
    /// Nil where the calendar is missing or wrong.
    let calendar: ScenarioCalendar?
    let channelNames: ScenarioNames
    let teamNames: ScenarioNames
    let shiftNames: ScenarioNames
    let roleNames: ScenarioNames
    let siteNames: ScenarioNames
    let hasResponse: Bool
    let gradeNames: ScenarioNames
    let areaNames: ScenarioNames
    let hubNames: ScenarioNames
    let suiteNames: ScenarioNames
    /// Whom the rows of a roster file may be about: teams, hubs and, if there are any, dispatchers.
    let rosterNames: ScenarioNames
    /// The terms of each role that is right.
    var roles: [String: NamedRole] = [:]
    /// The first hub and where it is; nil without a response, and where its map is wrong.
    var home: (hub: String, location: Location)?

    init(calendar: ScenarioCalendar?, scenario: Fields) {
      let response = scenario["response"]?.tree
      func names(_ key: String, _ limit: Int) -> ScenarioNames { ScenarioNames(in: scenario[key]?.tree, limit: limit) }
      self.calendar = calendar
      channelNames = names("channels", Limits.channels)
      teamNames = names("teams", Limits.teams)
      shiftNames = names("shifts", Limits.shifts)
      roleNames = names("roles", FileLimits.roles)
      siteNames = names("sites", Limits.sites)
      hasResponse = response != nil
      gradeNames = ScenarioNames(in: response?["grades"], limit: Limits.grades)
      areaNames = ScenarioNames(in: response?["areas"], limit: Limits.areas)
      hubNames = ScenarioNames(in: response?["hubs"], limit: Limits.hubs)
      suiteNames = ScenarioNames(in: response?["custody"]?["suites"], limit: Limits.custodySuites)
      let desk = ScenarioNames(response?["dispatchers"] == nil ? [] : [ScenarioFormat.dispatchers])
      rosterNames = teamNames + hubNames + desk
    }
  }
}
