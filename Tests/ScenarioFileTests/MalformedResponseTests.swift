import ScenarioFile
import Testing

/// One slip at a time in a response, each with the place, path inside the response, message and remedy it must be
/// reported with.
@Suite("Malformed responses")
struct MalformedResponseTests {
  @Test(
    arguments: whole + staff + dispatchers + grades + together + scenes + places + travel + logs + outcomes + warnings)
  func isReported(_ slip: Malformed) { slip.check() }

  /// An old text, a new one, a path inside the response, parts of a message and of a remedy.
  private typealias Slip = (String, String, String, String, String)

  private static func made(_ slips: [Slip]) -> [Malformed] {
    slips.map { .response($0.0, $0.1, "response.\($0.2)", $0.3, $0.4) }
  }

  /// Slips of what stands directly in the response.
  static let whole = made([
    ("clock: \"arrival\"", "clock: §\"arival\"", "clock", "not one of its values", "“arrival”?"),
    ("clock: \"arrival\"", "clock: §\"ring\"", "clock", "not one of its values", "arrival, answer, opened"),
    ("clock: \"arrival\"", "§clocks: 1", "clocks", "no key “clocks” in a response", "“clock”?"),
    ("policy: \"nearest-hub\"", "policy: §\"nearest\"", "policy", "not one of its values", "“nearest-time”?"),
    ("policy: \"nearest-hub\"", "policy: §1", "policy", "a number", "text in quotation marks"),
    ("crews: { single: 0.11 }", "crews: { single: §11 }", "crews.single", "too large", "0.11 for 11 %"),
    ("crews: { single: 0.11 }", "crews: { §double: 1 }", "crews.double", "no key", "the keys are single"),
    ("rebalance: true", "rebalance: §1", "rebalance", "a number", "true or false"),
    ("{ earlies: 15", "{ §early: 15", "minimumOfficers.early", "no shift “early”", "earlies, lates, nights"),
    ("{ earlies: 15", "{ earlies: §1.5", "minimumOfficers.earlies", "not a whole number", "0 to 60000"),
    ("{ earlies: 15", "{ earlies: §-1", "minimumOfficers.earlies", "too small", "0 to 60000"),
    ("{ earlies: 15, nights: 5 }", "§15", "minimumOfficers", "a number", "an object of minimums by name"),
  ])

  /// Slips of who is rostered.
  static let staff = made([
    (
      "{ earlies: 16, lates", "{ §early: 16, lates", "hubs.Park Lane.officers.early", "no shift “early”",
      "earlies, lates, nights"
    ),
    ("{ earlies: 16, lates", "{ earlies: §-16, lates", "hubs.Park Lane.officers.earlies", "too small", "0 to 60000"),
    (
      "diary: { earlies: 2 }", "diary: §2", "hubs.Park Lane.diary", "a number",
      "heads by shift, byHour, csv or rotation"
    ),
    (
      "officers: { rotation:", "officers: { §earlies: 1, rotation:", "hubs.Bloxwich.officers.earlies",
      "cannot stand beside “earlies”", "one way only"
    ),
    (
      "[\"nights\", null]", "[\"nights\", §\"night\"]", "hubs.Bloxwich.officers.rotation.pattern.1", "no shift “night”",
      "“nights”?"
    ),
    (
      "[\"nights\", null]", "[\"nights\", §0]", "hubs.Bloxwich.officers.rotation.pattern.1", "a number",
      "text in quotation marks"
    ),
    ("[\"nights\", null]", "[\"nights\", §\"\"]", "hubs.Bloxwich.officers.rotation.pattern.1", "empty", "write a name"),
    ("[\"nights\", null]", "§[]", "hubs.Bloxwich.officers.rotation.pattern", "empty", "give 1 to 366"),
    ("[\"nights\", null]", "§\"nights\"", "hubs.Bloxwich.officers.rotation.pattern", "text", "a list of days"),
    (
      "from: \"2022-07-22\"", "from: §\"2022-07-22T07:00\"", "hubs.Bloxwich.officers.rotation.from",
      "not a day between 1981 and 2199", "year, month and day"
    ),
    (
      "from: \"2022-07-22\"", "from: §\"2022-02-29\"", "hubs.Bloxwich.officers.rotation.from", "not a day",
      "there is no such day: February 2022 has 28 days"
    ),
    (
      "from: \"2022-07-22\"", "from: §20220722", "hubs.Bloxwich.officers.rotation.from", "a number",
      "text in quotation marks"
    ),
    (
      "rotation: { pattern: [\"nights\", null],", "rotation: §{", "hubs.Bloxwich.officers.rotation.pattern",
      "a rotation needs “pattern”", "pattern: ["
    ),
    ("{ odd: 7, even: 8 }", "§{}", "hubs.Bloxwich.officers.rotation.groups", "no group", "A: 25"),
    (
      "{ odd: 7, even: 8 }", "{ odd: §7.5, even: 8 }", "hubs.Bloxwich.officers.rotation.groups.odd",
      "not a whole number", "0 to 60000"
    ),
    ("{ odd: 7, even: 8 }", "§[7, 8]", "hubs.Bloxwich.officers.rotation.groups", "a list", "groups by name"),
    ("groups: { odd: 7", "§group: 1, groups: { odd: 7", "hubs.Bloxwich.officers.rotation.group", "no key", "“groups”?"),
  ])

  /// Slips of the people who send units.
  static let dispatchers = made([
    (
      "dispatchers: { staff: { earlies: 4, lates: 4, nights: 4 },", "dispatchers: §{", "dispatchers.staff",
      "a dispatch desk needs “staff”", "staff: {"
    ),
    (
      "staff: { earlies: 4, lates: 4, nights: 4 }", "staff: §{}", "dispatchers.staff",
      "nobody is rostered to send units", "give the desk staff"
    ),
    (
      "staff: { earlies: 4, lates: 4, nights: 4 }", "staff: §{ earlies: 0 }", "dispatchers.staff", "nobody is rostered",
      "leave dispatchers out"
    ),
    ("staff: { earlies: 4,", "staff: { §day: 4,", "dispatchers.staff.day", "no shift “day”", "the shifts are"),
    ("takes: { constant: \"75s\" }", "takes: §\"75s\"", "dispatchers.takes", "text", "an object"),
    ("costPerHour: 20 }", "costPerHour: §-20 }", "dispatchers.costPerHour", "negative", "a number from 0"),
  ])

  /// Slips of one grade.
  static let grades = made([
    ("within: \"15m\"", "within: §\"15\"", "grades.P1.within", "has no unit", "add a unit"),
    ("within: \"15m\"", "within: §0", "grades.P1.within", "a time of zero", "more than 0"),
    ("P3: { within: \"4h\" }", "P3: §{}", "grades.P3.within", "a grade needs “within”", "3m53s"),
    ("P3: { within: \"4h\" }", "P3: §\"4h\"", "grades.P3", "text", "an object of grade keys"),
    ("target: 0.9", "target: §90", "grades.P1.target", "too large", "0.9 for 90 %"),
    ("priority: 100", "priority: §1e7", "grades.P1.priority", "too large", "to 1000000"),
    ("blueLight: true", "blueLight: §\"yes\"", "grades.P1.blueLight", "text", "true or false"),
    ("blueLight: true", "§bluelight: true", "grades.P1.bluelight", "no key", "“blueLight”?"),
    ("[\"P2\", \"P3\"]", "[\"P2\", §\"P33\"]", "grades.P1.preempts.1", "no grade “P33”", "“P3”?"),
    ("[\"P2\", \"P3\"]", "[\"P2\", §\"P2\"]", "grades.P1.preempts.1", "listed twice", "list each grade once"),
    ("[\"P2\", \"P3\"]", "§\"P2\"", "grades.P1.preempts", "text", "a list of grades"),
    ("[\"P2\", \"P3\"]", "[§2]", "grades.P1.preempts.0", "a number", "text in quotation marks"),
    (
      "preemptsAtScene: [\"P3\"]", "preemptsAtScene: [§\"other\"]", "grades.P1.preemptsAtScene.0", "no grade “other”",
      "P1, P2, P3, P4"
    ),
    ("[0.5, 0.25, 0.25]", "§[0.5, 0.25, 0.2]", "grades.P1.units", "the shares sum to 0.95", "let them sum to 1"),
    ("[0.5, 0.25, 0.25]", "§[0.5, 0.5, 0.1]", "grades.P1.units", "the shares sum to 1.1", "let them sum to 1"),
    ("[0.5, 0.25, 0.25]", "[§2, 0.25]", "grades.P1.units.0", "too large", "0.02 for 2 %"),
    ("[0.5, 0.25, 0.25]", "§[]", "grades.P1.units", "empty", "give 1 to 8"),
    ("[0.5, 0.25, 0.25]", "§[0, 0, 0, 0, 0, 0, 0, 0, 1]", "grades.P1.units", "9 shares", "give 1 to 8"),
    ("[0.5, 0.25, 0.25]", "§9", "grades.P1.units", "too large", "1 to 8"),
    ("[0.5, 0.25, 0.25]", "§1.5", "grades.P1.units", "not a whole number", "1 to 8"),
    ("[0.5, 0.25, 0.25]", "§\"2\"", "grades.P1.units", "text", "a number of units, or a list of shares"),
    ("leavesFree: 3", "leavesFree: §-1", "grades.P2.leavesFree", "too small", "0 to 10000"),
    ("leavesFree: 3", "leavesFree: §10001", "grades.P2.leavesFree", "too large", "0 to 10000"),
    ("attendedBy: \"diary\"", "attendedBy: §\"dairy\"", "grades.P4.attendedBy", "not one of its values", "“diary”?"),
    ("{ constant: \"1d\" }", "§\"1d\"", "grades.P4.appointment", "text", "an object"),
    ("{ constant: \"1d\" }", "{ §never: {} }", "grades.P4.appointment.never", "only patience", "how long"),
    (
      "cancelled: { share: 0.05,", "cancelled: §{", "grades.P1.cancelled.share", "a withdrawal needs “share”",
      "share: 0.9"
    ),
    (
      "cancelled: {", "cancelled: { §shares: 1,", "grades.P1.cancelled.shares", "no key “shares” in a withdrawal",
      "“share”?"
    ),
    (
      "P2: {\n", "P2: §{ cancelled: { share: 0.97, after: { constant: 1 } },\n", "grades.P2",
      "the cancelled and resolved shares sum to 1.01", "at most 1"
    ),
    ("to: \"P3\"", "to: §\"P9\"", "grades.P2.regrade.to", "no grade “P9”", "“P1”?"),
    ("to: \"P3\"", "to: §\"\"", "grades.P2.regrade.to", "empty", "write a name"),
    ("channel: \"101\"", "channel: §\"111\"", "grades.P2.ringsAgain.channel", "no channel “111”", "“101”?"),
    (
      "ringsAgain: { channel: \"101\",", "ringsAgain: §{", "grades.P2.ringsAgain.channel",
      "a second ring needs “channel”", "channel: "
    ),
    ("probability: 0.3", "probability: §3", "grades.P2.ringsAgain.probability", "too large", "a share"),
    ("atMost: 2", "atMost: §101", "grades.P2.ringsAgain.atMost", "too large", "0 to 100"),
  ])

  /// Parts that are right by themselves, but not together.
  static let together = made([
    ("[\"P2\", \"P3\"]", "[\"P2\", §\"P1\"]", "grades.P1.preempts.1", "cannot pre-empt itself", "of lower priority"),
    (
      "preemptsAtScene: [\"P3\"]", "preemptsAtScene: [§\"P1\"]", "grades.P1.preemptsAtScene.0",
      "cannot pre-empt itself", "of lower priority"
    ),
    (
      "priority: 50", "priority: 50, preempts: [§\"P1\"]", "grades.P2.preempts.0",
      "“P1” has a priority of 100, and “P2” one of 50", "more than 100"
    ),
    (
      "P3: { within", "P3: { priority: 0, preemptsAtScene: [§\"P4\"], within", "grades.P3.preemptsAtScene.0",
      "a priority of 0, and “P3” one of 0", "more than 0"
    ),
    (
      "regrade: { to: \"P3\"", "regrade: §{ to: \"P2\"", "grades.P2.regrade", "may be regraded in a circle: P2 → P2",
      "not be regraded"
    ),
    (
      "\"Perry Barr\": { latitude: 52.519, longitude: -1.896 }",
      "\"Perry Barr\": §{ latitude: -1.896, longitude: 52.519 }", "custody.suites.Perry Barr",
      "more than 500 km from “Park Lane”", "wrong way round: write latitude: 52.519, longitude: -1.896"
    ),
    (
      "Coventry: { latitude: 52.41", "Coventry: §{ latitude: 40", "areas.Coventry", "more than 500 km from “Park Lane”",
      "within 500 km of the hubs"
    ),
    (
      "\"Park Lane\": {\n        latitude: 52.503, longitude: -1.891",
      "\"Park Lane\": §{\n        latitude: -1.891, longitude: 52.503", "hubs.Park Lane",
      "more than 500 km from “Stechford”", "write latitude: 52.503, longitude: -1.891"
    ),
    (
      "Moor: { latitude: 52.6, longitude: -2 }", "Moor: §{ latitude: 52.6, longitude: 178 }", "areas.Moor",
      "more than 500 km", "check latitude and longitude"
    ),
  ])

  /// Slips of what happens at scenes, and of custody.
  static let scenes = made([
    ("P2: { takes: { constant: \"40m\" } }", "P2: §{}", "scene.P2.takes", "a scene needs “takes”", "takes: {"),
    ("P2: { takes: { constant: \"40m\" } }", "P2: { takes: §\"40m\" }", "scene.P2.takes", "text", "an object"),
    (
      "P4: { takes: { constant: \"1h\" } }", "P4: { takes: { constant: \"1h\" } }, §P5: { takes: { constant: 1 } }",
      "scene.P5", "no grade “P5”", "“P1”?"
    ),
    (
      "paperwork: { constant: \"30m\" }", "paperwork: { constant: §\"30\" }", "scene.P1.paperwork.constant",
      "has no unit", "add a unit"
    ),
    ("paperwork: { constant: \"30m\" }", "§paper: 1", "scene.P1.paper", "no key “paper” in a scene", "“paperwork”?"),
    ("arrests: 0.15", "arrests: §15", "scene.P1.arrests", "too large", "0.15 for 15 %"),
  ])

  /// Slips of the map.
  static let places = made([
    ("latitude: 52.48,", "latitude: §90.5,", "areas.Birmingham.latitude", "too large", "from -90 to 90"),
    (
      "latitude: 52.48,", "latitude: §\"52.48\",", "areas.Birmingham.latitude", "text", "without quotation marks: 52.48"
    ),
    ("longitude: -1.89,", "longitude: §-181,", "areas.Birmingham.longitude", "too small", "from -180 to 180"),
    ("{ latitude: 52.48,", "§{", "areas.Birmingham.latitude", "an area needs “latitude”", "latitude: 1"),
    (
      "{ latitude: 52.6, longitude: -2 }", "§{ latitude: 52.6 }", "areas.Moor.longitude", "an area needs “longitude”",
      "longitude: 1"
    ),
    ("{ latitude: 52.6, longitude: -2 }", "§[52.6, -2]", "areas.Moor", "a list", "an object of area keys"),
    (
      "squareKilometres: 268", "squareKilometres: §-1", "areas.Birmingham.squareKilometres", "negative",
      "from 0 to 1000000"
    ),
    (
      "squareKilometres: 268", "§size: 268", "areas.Birmingham.size", "no key “size” in an area",
      "latitude, longitude, squareKilometres, weight"
    ),
    ("weight: 345300", "weight: §-1", "areas.Coventry.weight", "negative", "a number from 0"),
    (
      "latitude: 52.503, longitude: -1.891, costPerHour: 25", "longitude: -1.891, costPerHour: §-25, latitude: 52.5",
      "hubs.Park Lane.costPerHour", "negative", "a number from 0"
    ),
    ("latitude: 52.503,", "§latitud: 52.503,", "hubs.Park Lane.latitud", "no key “latitud” in a hub", "“latitude”?"),
    (
      "latitude: 52.483, longitude", "latitude: §NaN, longitude", "hubs.Stechford.latitude", "not a finite number",
      "from -90 to 90"
    ),
    ("diary: { earlies: 2 }", "§dairy: { earlies: 2 }", "hubs.Park Lane.dairy", "no key “dairy”", "“diary”?"),
    (
      "Oldbury: { latitude: 52.504, longitude: -2.01 }", "Oldbury: §{ latitude: 52.504 }",
      "custody.suites.Oldbury.longitude", "a custody suite needs “longitude”", "longitude: 1"
    ),
  ])

  /// Slips of how units get about.
  static let travel = made([
    ("blueLight: 60", "blueLight: §0", "travel.blueLight", "too small", "from 1 to 500"),
    ("blueLight: 60", "blueLight: §501", "travel.blueLight", "too large", "from 1 to 500"),
    ("routine: 30,", "routine: §\"30 km/h\",", "travel.routine", "text", "a number from 1 to 500"),
    ("detour: 1.25", "detour: §0.9", "travel.detour", "too small", "from 1 to 10"),
    ("detour: 1.25", "§detours: 1.25", "travel.detours", "no key “detours”", "“detour”?"),
    ("hourOfDay: [1, 1,", "hourOfDay: §[1,", "travel.hourOfDay", "has 23 factors", "give exactly 24"),
    ("hourOfDay: [1, 1,", "hourOfDay: [1, §0,", "travel.hourOfDay.1", "0 is not allowed here", "a number above 0"),
    ("hourOfDay: [1, 1,", "hourOfDay: [1, §101,", "travel.hourOfDay.1", "too large", "at most 100"),
    ("variation: 0.3", "variation: §-0.3", "travel.variation", "negative", "from 0 to 10"),
    ("variation: 0.3", "variation: §11", "travel.variation", "too large", "from 0 to 10"),
    (
      "mobilisation: { exponential: { mean: \"90s\" } }", "mobilisation: §5", "travel.mobilisation", "a number",
      "{ constant: \"5s\" }"
    ),
    ("\"journeys.csv\"", "§\"journey.csv\"", "travel.matrix", "no file journey.csv", "relative to that"),
    ("\"journeys.csv\"", "§{}", "travel.matrix", "an object", "text in quotation marks"),
  ])

  /// Slips of incidents that no contact raised, and of outcomes that open incidents.
  static let logs = made([
    (
      "grades: { P1: 0.3, P2: 0.7 }", "grades: §{ P1: 0.3, P2: 0.6 }", "logs.alarms.grades", "the shares sum to 0.9",
      "let them sum to 1"
    ),
    ("grades: { P1: 0.3, P2: 0.7 }", "grades: §{}", "logs.alarms.grades", "the shares sum to 0", "let them sum to 1"),
    (
      "grades: { P1: 0.3, P2: 0.7 }", "grades: { P1: 0.3, §p2: 0.7 }", "logs.alarms.grades.p2", "no grade “p2”", "“P2”?"
    ),
    (
      "grades: { P1: 0.3, P2: 0.7 }", "grades: { P1: §30, P2: 0.7 }", "logs.alarms.grades.P1", "too large",
      "0.3 for 30 %"
    ),
    ("grades: { P1: 0.3, P2: 0.7 }", "grades: §\"P1\"", "logs.alarms.grades", "text", "shares by name"),
    (
      "alarms: { arrivals: { perYear: 20000, dayOfWeek: { sun: 0.5 } },", "alarms: §{", "logs.alarms.arrivals",
      "an incident log needs “arrivals”", "arrivals: {"
    ),
    ("perYear: 20000", "perYear: §-1", "logs.alarms.arrivals.perYear", "negative", "from 0"),
    ("{ sun: 0.5 }", "{ §sunday: 0.5 }", "logs.alarms.arrivals.dayOfWeek.sunday", "not one of the days", "“sun”?"),
    ("\"partners.csv\"", "§\"partner.csv\"", "logs.partners.arrivals.trace", "no file partner.csv", "exists"),
    (
      "partners: {", "partners: { §grade: \"P1\",", "logs.partners.grade", "no key “grade” in an incident log",
      "“grades”?"
    ),
  ])

  /// Slips of outcomes that open incidents, and of expectations.
  static let outcomes: [Malformed] = [
    .response(
      "grade: \"P2\"", "grade: §\"P9\"", "channels.999.outcomes.burglary.grade", "no grade “P9”", "“P1”?"),
    .response(
      "grade: \"P2\"", "grade: §2", "channels.999.outcomes.burglary.grade", "a number", "text in quotation marks"),
    .response("grade: \"P2\"", "grade: §\"\"", "channels.999.outcomes.burglary.grade", "empty", "write a name"),
    .response("opens: { constant: \"60s\" }", "opens: §\"60s\"", "channels.999.outcomes.P1.opens", "text", "an object"),
    .response(
      "opens: { constant: \"60s\" }", "opens: { §never: {} }", "channels.999.outcomes.P1.opens.never", "only patience",
      "how long"),
    .response(
      "\"grades.P1.withinTarget\"", "§\"grades.P9.attended\"", "expect.P1 in time.metric", "no grade “P9”", "“P1”?"),
    .response(
      "\"grades.P1.withinTarget\"", "§\"hubs.Stetchford.utilisation\"", "expect.P1 in time.metric", "no hub",
      "“Stechford”?"),
  ]

  static let warnings: [Malformed] = [
    .response(
      "advice: { share: 0.5 }", "advice: { share: 0.5, §opens: { constant: 1 } }", "channels.999.outcomes.advice.opens",
      "“opens” has no effect: there is no grade", "grade: \"P1\"", severity: .warning),
    .response(
      "pattern: [\"earlies\", \"earlies\", \"lates\", \"nights\", null, null]",
      "pattern: §[\"earlies\", \"earlies\", \"lates\", \"nights\", null]", "teams.contact.staff.rotation.pattern",
      "a cycle of 5 days is not shared evenly by 3 groups", "a multiple of 3", severity: .warning),
    .response(
      "Stechford: { latitude: 52.483, longitude: -1.807, officers: { csv: \"officers.csv\" } }",
      "Stechford: §{ latitude: 52.483, longitude: -1.807 }", "response.hubs.Stechford",
      "nobody is rostered at this hub",
      "officers: { earlies: 16 }", severity: .warning),
  ]

  /// Slips that take more than one change, as settings. What they are told is placed where it was written.
  @Test(
    arguments: [
      (["scene.P2=null"], "scene.P2", "nothing is said of the scene of grade “P2”", "{ takes: "),
      (["scene=null"], "scene", "a response needs “scene”", "scene: {"),
      (["custody.takes=null"], "custody.takes", "a custody needs “takes”", "takes: {"),
      (["custody.suites=null"], "custody.suites", "a custody needs “suites”", "suites: {"),
      (
        ["custody.suites={ Oldbury: null, 'Perry Barr': null }", "travel.matrix=null"], "custody.suites",
        "there is no custody suite", "leave custody out"
      ),
      (
        ["custody=null", "travel.matrix=null"], "scene.P1.arrests", "there is no custody to take prisoners to",
        "leave arrests out"
      ),
      (
        ["grades.P2.leavesFree=20"], "grades.P2.leavesFree",
        "nobody attends this grade: at most 20 units are on duty at once", "leave fewer free"
      ),
      (["areas=null", "travel.matrix=null"], "areas", "a response needs “areas”", "areas: {"),
      (["areas=x", "travel.matrix=null"], "areas", "text", "an object of areas by name"),
      (
        ["areas={ Birmingham: null, Coventry: null, Moor: null }", "travel.matrix=null"], "areas", "there is no area",
        "Birmingham: {"
      ),
      (
        ["areas.Birmingham.weight=0", "areas.Coventry.weight=0", "areas.Moor.weight=0"], "areas", "all weights are 0",
        "above 0"
      ),
      (["hubs=null", "travel.matrix=null"], "hubs", "a response needs “hubs”", "hubs: {"),
      (
        ["hubs={ 'Park Lane': null, Stechford: null, Bloxwich: null }", "travel.matrix=null"], "hubs",
        "there is no hub", "officers: { earlies: 16 }"
      ),
      (
        ["hubs.'Park Lane'.diary=null"], "grades.P4.attendedBy",
        "nobody attends this grade: no hub has officers who take appointments", "diary: { earlies: 2 }"
      ),
      (
        ["hubs.'Park Lane'.officers=null", "hubs.'Park Lane'.diary.earlies=0", "grades.P4.attendedBy=response"],
        "minimumOfficers.earlies", "no hub's officers work the shift “earlies”", "officers: { earlies: 16 }"
      ),
      (
        ["hubs.'Park Lane'.officers.lates=null", "minimumOfficers.lates=0"], "minimumOfficers.lates",
        "no hub's officers work the shift “lates”", "leave the minimum out"
      ),
      (
        ["grades.P3.regrade={ to: \"P2\", share: 0, after: { constant: 1 } }"], "grades.P2.regrade",
        "in a circle: P2 → P3 → P2", "not be regraded"
      ),
      (
        ["areas.Stechford={ latitude: 52.48, longitude: -1.8 }"], "travel.matrix",
        "“Stechford” is the name of a hub and of an area", "different names"
      ),
      (
        ["custody.suites.Moor={ latitude: 52.48, longitude: -1.8 }"], "travel.matrix",
        "“Moor” is the name of an area and of a custody suite", "different names"
      ),
      (
        ["areas.Solihull={ latitude: 52.41, longitude: -1.78 }"], "travel.matrix",
        "lacks 9 journeys: Solihull,Birmingham; Solihull,Coventry; Solihull,Moor; …",
        "for example Solihull,Birmingham,15m"
      ),
      (
        ["hubs.Aston={ latitude: 52.5, longitude: -1.88, officers: { earlies: 1 } }"], "travel.matrix",
        "lacks 5 journeys: Aston,Birmingham; Aston,Coventry; Aston,Moor; …", "a row for each"
      ),
      (
        ["hubs.Bloxwich.officers.rotation.groups.odd=60000"], "hubs", "roster 60", "at most 60000 at once"
      ),
      (["minimumOfficers.earlies=60000"], "hubs", "roster 60", "those that make up minimums included"),
    ] as [([String], String, String, String)])
  func isReportedOfSettings(_ settings: [String], _ path: String, _ message: String, _ remedy: String) {
    let errors = problems(ResponseFixture.files, settings: settings.map { "response.\($0)" })
      .filter { $0.severity == .error }
    #expect(errors.count == 1, "\(errors)")
    #expect(errors.first?.path == "response.\(path)" && errors.first.map { $0.place.description.isEmpty } == false)
    #expect(errors.first?.message.contains(message) == true && errors.first?.remedy.contains(remedy) == true)
  }
}
