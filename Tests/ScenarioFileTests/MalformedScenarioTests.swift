import ScenarioFile
import Testing

/// One slip at a time, each with the place, path, message and remedy it must be reported with, and nothing else.
@Suite("Malformed scenarios")
struct MalformedScenarioTests {
  @Test(
    arguments: structure + calendar + arrivals + front + distributions + channels + staffing + expectations + warnings)
  func isReported(_ slip: Malformed) { slip.check() }

  static let structure: [Malformed] = [
    Malformed(
      "month: { jul: 1.2 }", "§dayOfWeek: {}", "channels.999.arrivals.dayOfWeek", "said twice; the first is on line 10",
      "keep one of the two"),
    Malformed("attendance: 0.875,", "attendance: §8s,", "attendance", "“8s” is not a number", "\"5s\""),
    Malformed("attendance: 0.875,", "attendance: 0.875 §shifts2: {},", "", "follows the value of", "a comma"),
    Malformed("attendance: 0.875", "§attendence: 0.875", "attendence", "no key “attendence”", "“attendance”?"),
    Malformed(
      "attendance: 0.875", "§shrinkage: 0.28", "shrinkage", "no key “shrinkage”", "give attendance: (1 − shrinkage) ÷"),
    Malformed("attendance: 0.875", "§weather: {}", "weather", "no key “weather”", "the keys are name, extends"),
    Malformed("attendance: 0.875", "attendance: §null", "attendance", "null", "leave the key out"),
    Malformed("attendance: 0.875", "attendance: §1.01", "attendance", "too large", "a share from 0 to 1"),
    Malformed("attendance: 0.875", "attendance: §-0.1", "attendance", "negative", "a share from 0 to 1"),
    Malformed("attendance: 0.875", "attendance: §87.5", "attendance", "too large", "0.875 for 87.5 %"),
    Malformed("attendance: 0.875", "attendance: §2", "attendance", "too large", "0.02 for 2 %"),
    Malformed("attendance: 0.875", "attendance: §1.1", "attendance", "1.1 is too large", "a share from 0 to 1"),
    Malformed("attendance: 0.875", "attendance: §57.3", "attendance", "too large", "0.573 for 57.3 %"),
    Malformed("attendance: 0.875", "attendance: §\"01\"", "attendance", "text", "a share from 0 to 1, for example 1"),
    Malformed("attendance: 0.875", "attendance: §\"00.5\"", "attendance", "text", "for example 0.5"),
    Malformed("attendance: 0.875", "attendance: §\"0.875\"", "attendance", "text", "without quotation marks: 0.875"),
    Malformed("attendance: 0.875", "attendance: §\"87.5%\"", "attendance", "text", "for example 0.875"),
    Malformed("attendance: 0.875", "attendance: §NaN", "attendance", "not a finite number", "a share from 0 to 1"),
    Malformed("attendance: 0.875", "attendance: §-Infinity", "attendance", "not a finite number", "a share"),
    Malformed("attendance: 0.875", "attendance: §1e999", "attendance", "1e999 is not a finite", "a share"),
    Malformed("attendance: 0.875", "attendance: §true", "attendance", "this is true", "a share from 0 to 1"),
    Malformed("attendance: 0.875", "attendance: §[0.9]", "attendance", "a list", "a share from 0 to 1"),
    Malformed("attendance: 0.875", "attendance: §{}", "attendance", "an object", "a share from 0 to 1"),
    Malformed("name: \"Valley Police\"", "name: §42", "name", "a number", "text in quotation marks"),
    Malformed("name: \"Valley Police\"", "§Name: \"x\"", "Name", "no key “Name”", "“name”?"),
    Malformed("name: \"Valley Police\",", "extends: §\"base.json5\",", "extends", "no file base.json5", "exists"),
    Malformed("name: \"Valley Police\",", "extends: §\"\",", "extends", "empty", "name one file"),
    Malformed("name: \"Valley Police\",", "extends: §[\"a\"],", "extends", "a list", "name one file"),
    Malformed("name: \"Valley Police\",", "extends: §null,", "extends", "null", "name one file"),
    Malformed("name: \"Valley Police\",", "extends: §\"s.json5\",", "extends", "circle: s.json5 → s.json5", "nothing"),
    Malformed("shifts: {", "shifts: §[], teams2: {", "shifts", "a list", "shifts by name", count: 4),
    Malformed("  teams: {", "  teams: §7, x: {", "teams", "a number", "teams by name", count: 3),
    Malformed("\"999\": {\n", "§\"\": {\n", "channels.\"\"", "empty", "1 to 200 printable", count: 5),
    Malformed("\"999\": {\n", "§\"9\\n9\": {\n", "channels.\"9 9\"", "not usable", "printable", count: 5),
  ]

  static let calendar: [Malformed] = [
    Malformed("{ start: \"2022-07-22T07:00\", ", "§{ ", "calendar.start", "needs “start”", "start: \"2022"),
    Malformed("start: \"2022-07-22T07:00\"", "§Start: \"2022-07-22T07:00\"", "calendar.Start", "no key", "“start”?"),
    Malformed("\"2022-07-22T07:00\",", "§\"x\",", "calendar.start", "“x” is not a moment", "ISO 8601"),
    Malformed("\"2022-07-22T07:00\",", "§\"2022-02-30T07:00\",", "calendar.start", "not a moment", "2022 has 28 days"),
    Malformed("\"2022-07-22T07:00\",", "§\"2022-13-01T07:00\",", "calendar.start", "not a moment", "ISO 8601"),
    Malformed(
      "\"2022-07-22T07:00\",", "§\"2022-07-22T24:00\",", "calendar.start", "not a moment", "write 2022-07-23T00:00"),
    Malformed("\"2022-07-22T07:00\",", "§\"2022-07-22T07:60\",", "calendar.start", "not a moment", "ISO 8601"),
    Malformed("\"2022-07-22T07:00\",", "§\"2022-07-22T07:00:60\",", "calendar.start", "not a moment", "ISO 8601"),
    Malformed("\"2022-07-22T07:00\",", "§\"2022-07-22T07:00+15:00\",", "calendar.start", "not a moment", "ISO 8601"),
    Malformed("\"2022-07-22T07:00\",", "§\"2022-07-22T07:00BST\",", "calendar.start", "not a moment", "ISO 8601"),
    Malformed("\"2022-07-22T07:00\",", "§\"22/07/2022 07:00\",", "calendar.start", "not a moment", "day/month/year or"),
    Malformed("\"2022-07-22T07:00\",", "§\"2022-07-22T07\",", "calendar.start", "not a moment", "ISO 8601"),
    Malformed(
      "\"2022-07-22T07:00\",", "§\"1980-07-22T07:00\",", "calendar.start", "between 1981 and 2199",
      "years from 1981 to 2199 may be written"),
    Malformed("\"2022-07-22T07:00\",", "§1658469600,", "calendar.start", "a number", "a moment in quotation marks"),
    Malformed("days: 2", "days: §0", "calendar.days", "too small", "from 1 to 36600"),
    Malformed("days: 2", "days: §-3", "calendar.days", "too small", "from 1 to 36600"),
    Malformed("days: 2", "days: §36601", "calendar.days", "too large", "from 1 to 36600"),
    Malformed("days: 2", "days: §1e300", "calendar.days", "too large", "from 1 to 36600"),
    Malformed(
      "{ start: \"2022-07-22T07:00\", days: 2", "{ start: \"2199-12-31T07:00\", days: §400", "calendar.days",
      "the run goes on after 2199", "begin earlier, or give fewer days"),
    Malformed("days: 2", "days: §7.5", "calendar.days", "7.5 is not a whole number", "from 1 to 36600"),
    Malformed("days: 2", "days: §\"2\"", "calendar.days", "text", "without quotation marks: 2"),
    Malformed("days: 2", "days: §NaN", "calendar.days", "not a whole number", "from 1 to 36600"),
    Malformed("\"Europe/London\"", "§\"Europe/Londn\"", "calendar.timeZone", "no time zone", "“Europe/London”?"),
    Malformed("\"Europe/London\"", "§\"europe/london\"", "calendar.timeZone", "no time zone", "“Europe/London”?"),
    Malformed("\"Europe/London\"", "§\"BST\"", "calendar.timeZone", "no time zone “BST”", "time zone database"),
    Malformed("\"Europe/London\"", "§\"\"", "calendar.timeZone", "no time zone", "time zone database"),
    Malformed("\"Europe/London\"", "§0", "calendar.timeZone", "a number", "text in quotation marks"),
    Malformed("warmUp: \"1d\"", "warmUp: §\"-1d\"", "calendar.warmUp", "negative", "0 or more"),
    Malformed("warmUp: \"1d\"", "warmUp: §-5", "calendar.warmUp", "negative", "0 or more"),
    Malformed("warmUp: \"1d\"", "warmUp: §\"1 day\"", "calendar.warmUp", "no unit “ day”", "3m53s"),
    Malformed("warmUp: \"1d\"", "warmUp: §\"1y\"", "calendar.warmUp", "no unit “y”", "w, d, h, m, s, ms"),
    Malformed("warmUp: \"1d\"", "warmUp: §\"1m2h\"", "calendar.warmUp", "“h” is out of order", "the larger first"),
    Malformed("warmUp: \"1d\"", "warmUp: §\"1h1h\"", "calendar.warmUp", "out of order", "the larger first"),
    Malformed("warmUp: \"1d\"", "warmUp: §\"86400\"", "calendar.warmUp", "has no unit", "add a unit"),
    Malformed("warmUp: \"1d\"", "warmUp: §\"h\"", "calendar.warmUp", "not a duration", "3m53s"),
    Malformed("warmUp: \"1d\"", "warmUp: §\"1.h\"", "calendar.warmUp", "not a duration", "3m53s"),
    Malformed("warmUp: \"1d\"", "warmUp: §\"\"", "calendar.warmUp", "empty", "3m53s"),
    Malformed("warmUp: \"1d\"", "warmUp: §\"4000d\"", "calendar.warmUp", "too long", "at most 10 years"),
    Malformed("warmUp: \"1d\"", "warmUp: §[1]", "calendar.warmUp", "a list", "a duration"),
    Malformed("drain: \"2h\"", "drain: §Infinity", "calendar.drain", "not a finite number", "at most 10 years"),
    Malformed("drain: \"2h\"", "drain: §1e9", "calendar.drain", "too long", "at most 10 years"),
    Malformed(
      "interval: \"30m\"", "interval: §\"7m\"", "calendar.interval", "does not divide", "multiple of 5 minutes"),
    Malformed(
      "interval: \"30m\"", "interval: §\"50m\"", "calendar.interval", "does not divide", "multiple of 5 minutes"),
    Malformed("[\"2022-08-29\",", "[§\"2022-8-29\",", "calendar.holidays.0", "not a day", "\"2022-07-18\""),
    Malformed("\"2022-05-02\"]", "§\"2022-08-29\"]", "calendar.holidays.1", "listed twice", "once"),
    Malformed("[\"2022-08-29\", \"2022-05-02\"]", "§\"2022-08-29\"", "calendar.holidays", "text", "a list of days"),
    Malformed("interval: \"30m\"", "interval: §0", "calendar.interval", "a time of zero", "more than 0"),
    Malformed("interval: \"30m\"", "interval: §\"2d\"", "calendar.interval", "too long", "at most 24 hours"),
  ]

  static let arrivals: [Malformed] = [
    Malformed(
      "perYear: 885504", "perYear: §\"885,504\"", "channels.999.arrivals.perYear", "this is text",
      "without commas and quotation marks: 885504"),
    Malformed("perYear: 885504", "§perYer: 885504", "channels.999.arrivals.perYer", "no key", "“perYear”?"),
    Malformed("perYear: 885504", "perYear: §-1", "channels.999.arrivals.perYear", "negative", "from 0 to 10000000000"),
    Malformed("perYear: 885504", "perYear: §2e10", "channels.999.arrivals.perYear", "too large", "to 10000000000"),
    Malformed("perYear: 885504", "perYear: §Infinity", "channels.999.arrivals.perYear", "not a finite", "a number"),
    Malformed("perYear: 885504", "perYear: §\"885,504\"", "channels.999.arrivals.perYear", "text", "a number from 0"),
    Malformed(
      "arrivals: { perYear: 50000, by", "arrivals: §{ by", "channels.chat.arrivals.perYear", "needs", "perYear: 1"),
    Malformed(
      "arrivals: { trace: \"night.csv\" }", "arrivals: §{}", "channels.101.arrivals", "one of 4 things",
      "perYear, or trace, or ledger, or appointments"),
    Malformed(
      "arrivals: { trace", "arrivals: { perYear: 5, §trace", "channels.101.arrivals.trace", "exclude",
      "keep one of the two"),
    Malformed("arrivals: { trace: \"night.csv\" }", "arrivals: §7", "channels.101.arrivals", "a number", "an object"),
    Malformed(
      "\"night.csv\"", "§\"nights.csv\"", "channels.101.arrivals.trace", "no file nights.csv", "relative to that"),
    Malformed("\"night.csv\"", "§\"\"", "channels.101.arrivals.trace", "empty", "write a name"),
    Malformed("\"night.csv\"", "§5", "channels.101.arrivals.trace", "a number", "text in quotation marks"),
    Malformed("[3, 2, 2,", "§[2, 2,", "channels.999.arrivals.hourOfDay", "has 23 weights", "exactly 24"),
    Malformed("[3, 2, 2,", "§[3, 3, 2, 2,", "channels.999.arrivals.hourOfDay", "has 25 weights", "exactly 24"),
    Malformed("[3, 2, 2,", "[3, 2, §-2,", "channels.999.arrivals.hourOfDay.2", "negative", "a number from 0"),
    Malformed("[3, 2, 2,", "[3, 2, §\"2\",", "channels.999.arrivals.hourOfDay.2", "text", "marks: 2"),
    Malformed("[3, 2, 2,", "[3, 2, §null,", "channels.999.arrivals.hourOfDay.2", "null", "a number from 0"),
    Malformed("[3, 2, 2,", "[3, 2, §1e10,", "channels.999.arrivals.hourOfDay.2", "too large", "to 1000000000"),
    Malformed(
      "[3, 2, 2, 2, 2, 2, 3, 4, 4, 4, 4, 4, 4, 4, 4, 5, 5, 5, 5, 5, 5, 5, 4, 4]",
      "§[0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0]", "channels.999.arrivals.hourOfDay", "all weights are 0",
      "above 0"),
    // So little that their mean is 0, by which they are divided.
    Malformed(
      "[3, 2, 2, 2, 2, 2, 3, 4, 4, 4, 4, 4, 4, 4, 4, 5, 5, 5, 5, 5, 5, 5, 4, 4]",
      "§[5e-324,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0]", "channels.999.arrivals.hourOfDay",
      "all weights are next to 0", "at least one"),
    Malformed(
      "byHourOfWeek: [1,", "byHourOfWeek: §[", "channels.chat.arrivals.byHourOfWeek", "167 weights", "exactly 168"),
    Malformed(
      "dayOfWeek: { mon:", "dayOfWeek: { §monday:", "channels.999.arrivals.dayOfWeek.monday", "not one", "“mon”?"),
    Malformed("dayOfWeek: { mon:", "dayOfWeek: { §Mon:", "channels.999.arrivals.dayOfWeek.Mon", "not one", "“mon”?"),
    Malformed("dayOfWeek: { mon: 1.1", "dayOfWeek: { mon: §-1", "channels.999.arrivals.dayOfWeek.mon", "negative", "0"),
    Malformed(
      "dayOfWeek: { mon: 1.1, sun: 0.9 }", "dayOfWeek: §[1, 1]", "channels.999.arrivals.dayOfWeek", "a list", "of days"),
    Malformed(
      "month: { jul:", "month: { §july:", "channels.999.arrivals.month.july", "not one of the months", "“jul”?"),
    Malformed(
      "month: { jul: 1.2 }",
      "month: §{ jan: 0, feb: 0, mar: 0, apr: 0, may: 0, jun: 0, jul: 0, aug: 0, sep: 0, oct: 0, nov: 0, dec: 0 }",
      "channels.999.arrivals.month", "all weights are 0", "above 0"),
    Malformed(
      "busyness: { day: 0.08", "busyness: { day: §11", "channels.999.arrivals.busyness.day", "too large", "to 10"),
    Malformed(
      "correlation: 0.6", "correlation: §1", "channels.999.arrivals.busyness.correlation", "too large", "0.999"),
    Malformed(
      "correlation: 0.6", "§corelation: 0.6", "channels.999.arrivals.busyness.corelation", "no key", "“correlation”?"),
    Malformed(
      "interval: 0.1", "interval: §-0.1", "channels.999.arrivals.busyness.interval", "negative", "from 0 to 10"),
  ]

  static let front: [Malformed] = [
    Malformed("counts: true", "counts: §\"yes\"", "channels.999.front.operator.counts", "text", "true or false"),
    Malformed("counts: true", "counts: §1", "channels.999.front.operator.counts", "a number", "true or false"),
    Malformed("counts: true", "§count: true", "channels.999.front.operator.count", "no key “count”", "“counts”?"),
    Malformed(
      "takes: { constant: \"5s\" }", "takes: §{}", "channels.999.front.operator.takes", "exactly one key", "constant"),
    Malformed(
      "takes: { constant: \"5s\" }", "takes: §\"5s\"", "channels.999.front.operator.takes", "text", "an object"),
    Malformed(
      "takes: { constant: \"5s\" }", "takes: §5", "channels.999.front.operator.takes", "a number",
      "{ constant: \"5s\" }"),
    Malformed(
      "takes: { constant: \"5s\" }", "takes: { §never: {} }", "channels.999.front.operator.takes.never",
      "only patience", "how long"),
    Malformed("contains: 0.1", "contains: §10", "channels.999.front.ivr.contains", "too large", "0.1 for 10 %"),
    Malformed("ivr: { contains: 0.1", "ivr: §{ contains: 0.96", "channels.999.front.ivr", "sum to 1.01", "at most 1"),
    Malformed(
      "divertsTo: { chat: 0.05 }", "divertsTo: { chat: §1.5 }", "channels.999.front.ivr.divertsTo.chat", "too large",
      "share"),
    Malformed(
      "divertsTo: { chat: 0.05 }", "divertsTo: { §chatt: 0.05 }", "channels.999.front.ivr.divertsTo.chatt",
      "no channel", "“chat”?"),
    Malformed(
      "divertsTo: { chat: 0.05 }", "divertsTo: §\"chat\"", "channels.999.front.ivr.divertsTo", "text", "shares by name"),
    Malformed("front: {\n", "front: §[], x: {\n", "channels.999.front", "a list", "stages by name", count: 2),
    Malformed(
      "front: {\n        operator: { takes: { constant: \"5s\" }, counts: true },\n        ivr: { contains: 0.1, divertsTo: { chat: 0.05 } },",
      "front: §{ operator: { divertsTo: { \"999\": 1 } },", "channels.999.front", "circle that never ends",
      "divert a share below 1"),
  ]

  static let distributions: [Malformed] = [
    Malformed(
      "lognormal: { mean: \"233s\"", "§lognorm: { mean: \"233s\"", "channels.999.handling.lognorm", "no key",
      "“lognormal”?"),
    Malformed(
      "handling: { lognormal: { mean", "handling: { §normal: { mean", "channels.999.handling.normal", "no key",
      "“lognormal”?"),
    Malformed(
      "{ lognormal: { mean: \"233s\", cv: 0.9 } }", "{ lognormal: §{ mean: 233 } }",
      "channels.999.handling.lognormal.cv", "needs “cv”", "cv: 1"),
    Malformed(
      "{ lognormal: { mean: \"233s\", cv: 0.9 } }", "{ lognormal: §{ cv: 1 } }", "channels.999.handling.lognormal.mean",
      "needs “mean”", "3m53s"),
    Malformed(
      "{ lognormal: { mean: \"233s\", cv: 0.9 } }", "{ lognormal: §{} }", "channels.999.handling.lognormal",
      "one of two", "mean and cv, or median and sigma"),
    Malformed(
      "{ lognormal: { mean: \"233s\", cv: 0.9 } }", "{ lognormal: { mean: 233, cv: 1, §sigma: 1 } }",
      "channels.999.handling.lognormal.sigma", "“sigma” excludes “mean” and “cv”", "keep it or them"),
    Malformed(
      "{ lognormal: { mean: \"233s\", cv: 0.9 } }", "{ lognormal: { mean: §0, cv: 1 } }",
      "channels.999.handling.lognormal.mean", "a time of zero", "more than 0"),
    Malformed(
      "{ lognormal: { mean: \"233s\", cv: 0.9 } }", "{ lognormal: { mean: §-1, cv: 1 } }",
      "channels.999.handling.lognormal.mean", "negative", "more than 0"),
    Malformed(
      "{ lognormal: { mean: \"233s\", cv: 0.9 } }", "{ lognormal: { mean: \"101d\", cv: §-1 } }",
      "channels.999.handling.lognormal.cv", "negative", "from 0 to 100"),
    Malformed(
      "{ lognormal: { mean: \"233s\", cv: 0.9 } }", "{ lognormal: { mean: 233, cv: §101 } }",
      "channels.999.handling.lognormal.cv", "too large", "from 0 to 100"),
    Malformed(
      "{ lognormal: { mean: \"233s\", cv: 0.9 } }", "{ lognormal: { mean: 233, cv: §\"90%\" } }",
      "channels.999.handling.lognormal.cv", "text", "for example 0.9"),
    Malformed(
      "{ lognormal: { mean: \"233s\", cv: 0.9 } }", "{ lognormal: { mean: §\"40000d\", cv: 1 } }",
      "channels.999.handling.lognormal.mean", "too long", "at most 100 years"),
    Malformed(
      "{ lognormal: { mean: \"233s\", cv: 0.9 } }", "{ constant: 5, §lognormal: {} }",
      "channels.999.handling.lognormal", "“lognormal” and “constant” exclude", "keep one of the two"),
    Malformed(
      "{ lognormal: { mean: \"233s\", cv: 0.9 } }", "§{}", "channels.999.handling", "exactly one key",
      "constant, uniform, exponential"),
    Malformed(
      "{ lognormal: { mean: \"233s\", cv: 0.9 } }", "{ lognormal: §5 }", "channels.999.handling.lognormal", "a number",
      "an object"),
    Malformed(
      "{ lognormal: { mean: \"233s\", cv: 0.9 } }", "{ constant: §-5 }", "channels.999.handling.constant", "negative",
      "0 or more"),
    Malformed(
      "{ lognormal: { mean: \"233s\", cv: 0.9 } }", "{ constant: §NaN }", "channels.999.handling.constant",
      "NaN is not a finite number", "3m53s"),
    Malformed(
      "{ lognormal: { mean: \"233s\", cv: 0.9 } }", "{ constant: §\"4m 3s\" }", "channels.999.handling.constant",
      "no unit “m ”", "3m53s"),
    Malformed(
      "{ lognormal: { mean: \"233s\", cv: 0.9 } }", "{ §never: {} }", "channels.999.handling.never", "only patience",
      "exponential"),
    Malformed(
      "{ lognormal: { mean: \"233s\", cv: 0.9 } }", "{ gamma: { mean: 5, cv: §-1 } }", "channels.999.handling.gamma.cv",
      "negative", "from 0"),
    Malformed(
      "{ lognormal: { mean: \"233s\", cv: 0.9 } }", "{ gamma: §{ mean: 5 } }", "channels.999.handling.gamma.cv",
      "needs “cv”", "cv: 1"),
    Malformed(
      "{ lognormal: { mean: \"233s\", cv: 0.9 } }", "{ uniform: { min: 5, max: §4 } }",
      "channels.999.handling.uniform.max", "less than min", "as min"),
    Malformed(
      "{ lognormal: { mean: \"233s\", cv: 0.9 } }", "{ uniform: §{ max: 4 } }", "channels.999.handling.uniform.min",
      "needs “min”", "min: "),
    Malformed(
      "{ lognormal: { mean: \"233s\", cv: 0.9 } }", "{ exponential: §{} }", "channels.999.handling.exponential.mean",
      "needs “mean”", "mean: "),
    Malformed(
      "{ lognormal: { mean: \"233s\", cv: 0.9 } }", "{ exponential: { mean: 5, §cv: 1 } }",
      "channels.999.handling.exponential.cv", "no key “cv”", "the keys are mean"),
    Malformed(
      "{ lognormal: { mean: \"233s\", cv: 0.9 } }", "{ lognormal: { median: 5, sigma: §11 } }",
      "channels.999.handling.lognormal.sigma", "too large", "from 0 to 10"),
    Malformed("shape: 0.8", "shape: §0", "channels.999.patience.weibull.shape", "too small", "from 0.05 to 100"),
    Malformed("shape: 0.8", "shape: §101", "channels.999.patience.weibull.shape", "too large", "from 0.05 to 100"),
    Malformed("mixture: [", "mixture: §[], x: [", "channels.101.patience.mixture", "empty", "give 1 to 100", count: 2),
    Malformed(
      "weight: 0.3, never", "weight: §-0.3, never", "channels.101.patience.mixture.0.weight", "negative",
      "a number from 0"),
    Malformed(
      "{ weight: 0.3, never", "§{ never", "channels.101.patience.mixture.0.weight", "needs “weight”", "weight: 1"),
    Malformed(
      "{ weight: 0.3, never: {} }", "§{ weight: 0.3 }", "channels.101.patience.mixture.0", "exactly one key", "never"),
    Malformed(
      "{ weight: 0.3, never: {} }", "{ weight: 0.3, never: { §a: 1 } }", "channels.101.patience.mixture.0.never.a",
      "no key “a” in a never", "no keys"),
    Malformed(
      "{ weight: 0.3, never: {} }", "{ weight: 0.3, §never: {}, constant: 1 }", "channels.101.patience.mixture.0.never",
      "exclude", "keep one"),
    Malformed(
      "[{ weight: 0.3, never: {} }, { weight: 0.7,", "§[{ weight: 0, never: {} }, { weight: 0,",
      "channels.101.patience.mixture", "all weights are 0", "above 0"),
    Malformed("{ weight: 0.3, never: {} }", "§5", "channels.101.patience.mixture.0", "a number", "an object"),
    Malformed(
      "uniform: { min: \"10s\"", "uniform: { min: §\"ten\"", "channels.101.patience.mixture.1.uniform.min",
      "not a duration", "3m53s"),
    Malformed(
      "\"observed.csv\"", "§\"absent.csv\"", "channels.101.handling.empirical.csv", "no file absent.csv", "exists"),
    Malformed(
      "{ csv: \"observed.csv\" }", "§{}", "channels.101.handling.empirical", "exactly one key", "csv, values, quantiles"
    ),
    Malformed(
      "{ csv: \"observed.csv\" }", "{ csv: \"observed.csv\", §values: [1] }", "channels.101.handling.empirical.values",
      "exclude", "keep one"),
    Malformed("values: [30", "values: [§-30", "channels.101.wrapUp.empirical.values.0", "negative", "0 or more"),
    Malformed("values: [30, \"10s\", 20]", "values: §[]", "channels.101.wrapUp.empirical.values", "empty", "give 1 to"),
    Malformed("values: [30", "values: [§{}", "channels.101.wrapUp.empirical.values.0", "an object", "a duration"),
    Malformed("[[0, 10]", "[[§0.1, 10]", "channels.chat.patience.empirical.quantiles.0.0", "not 0", "begin with [0,"),
    Malformed(
      "[0.5, \"60s\"]", "[§0, \"60s\"]", "channels.chat.patience.empirical.quantiles.1.0", "does not rise", "rising"),
    Malformed(
      "[0.5, \"60s\"]", "[0.5, §\"6s\"]", "channels.chat.patience.empirical.quantiles.1.1", "falls", "rise with"),
    Malformed(
      "[0.5, \"60s\"]", "[§50, \"60s\"]", "channels.chat.patience.empirical.quantiles.1.0", "too large", "0.5 for 50 %"),
    Malformed("[0.5, \"60s\"]", "§[0.5]", "channels.chat.patience.empirical.quantiles.1", "1 number", "exactly 2"),
    Malformed("[0.5, \"60s\"]", "§{}", "channels.chat.patience.empirical.quantiles.1", "an object", "a list of 2"),
    Malformed("[1, 600]", "§[0.9, 600]", "channels.chat.patience.empirical.quantiles.2", "not 1", "end with [1,"),
    Malformed(
      "[[0, 10], [0.5, \"60s\"], [1, 600]]", "§[[0, 10]]", "channels.chat.patience.empirical.quantiles", "1 pair",
      "give 2 to"),
  ]

  static let channels: [Malformed] = [
    Malformed("kind: \"call\"", "kind: §\"cal\"", "channels.999.kind", "“cal” is not one", "“call”?"),
    Malformed(
      "kind: \"call\"", "kind: §\"email\"", "channels.999.kind", "“email” is not one", "call, chat, deferred, visit"),
    Malformed("kind: \"call\"", "kind: §1", "channels.999.kind", "a number", "text"),
    Malformed("priority: 100", "priority: §\"high\"", "channels.999.priority", "text", "a number from -1000000"),
    Malformed("priority: 100", "priority: §2e6", "channels.999.priority", "too large", "to 1000000"),
    Malformed("priority: 100", "§prioritty: 100", "channels.999.prioritty", "no key", "“priority”?"),
    Malformed(
      "wrapUp: { exponential: { mean: \"90s\" } }", "§wrapup: { exponential: { mean: \"90s\" } }",
      "channels.999.wrapup", "no key", "“wrapUp”?"),
    Malformed(
      "handling: { lognormal: { median: \"8m\", sigma: 0.5 } },", "§handlng: {},", "channels.chat.handlng", "no key",
      "“handling”?"),
    Malformed(
      "chat: {\n      kind: \"chat\",", "chat: §5, x: {", "channels.chat", "a number", "an object of channel keys",
      count: 1),
    Malformed(
      "outcomes: { P1: { share: 0.2 }", "outcomes: §{ P1: { share: 0.4 }", "channels.999.outcomes", "sum to 1.1",
      "at most 1"),
    Malformed(
      "outcomes: { P1: { share: 0.2 }", "outcomes: { P1: §0.2", "channels.999.outcomes.P1", "a number",
      "an object of outcome keys"),
    Malformed(
      "outcomes: { P1: { share: 0.2 }", "outcomes: { P1: §{}", "channels.999.outcomes.P1.share",
      "an outcome needs “share”", "share: 0.9"),
    Malformed(
      "outcomes: { P1: { share: 0.2 }", "outcomes: { P1: { share: §-0.2 }", "channels.999.outcomes.P1.share",
      "negative", "share"),
    Malformed(
      "outcomes: { P1: {", "outcomes: { P1: { §chance: 1, ", "channels.999.outcomes.P1.chance",
      "no key “chance” in an outcome", "are share"),
    Malformed(
      "redial: { probability: 0.8, ", "redial: §{ ", "channels.999.redial.probability", "needs “probability”", "0.9"),
    Malformed("probability: 0.8", "probability: §1.5", "channels.999.redial.probability", "too large", "a share"),
    Malformed("to: \"101\"", "to: §\"111\"", "channels.999.redial.to", "no channel “111”", "“101”?"),
    Malformed("to: \"101\"", "to: §101", "channels.999.redial.to", "a number", "text in quotation marks"),
    Malformed(
      "to: \"101\"", "to: §\"elsewhere\"", "channels.999.redial.to", "no channel", "the channels are 999, 101, chat"),
    Malformed("atMost: 4", "atMost: §-1", "channels.999.redial.atMost", "too small", "0 to 100"),
    Malformed("atMost: 4", "atMost: §101", "channels.999.redial.atMost", "too large", "0 to 100"),
    Malformed("atMost: 4", "atMost: §4.5", "channels.999.redial.atMost", "not a whole number", "0 to 100"),
    Malformed(
      "after: { gamma", "after: { §never: {} }, x: { gamma", "channels.999.redial.after.never", "only patience",
      "how long", count: 2),
    Malformed("target: { share: 0.9, ", "target: §{ ", "channels.999.target.share", "needs “share”", "share: 0.9"),
    Malformed("target: { share: 0.9", "target: { share: §90", "channels.999.target.share", "too large", "0.9 for 90 %"),
    Malformed("within: \"10s\"", "within: §\"10\"", "channels.999.target.within", "no unit", "number of seconds"),
    Malformed("within: \"10s\"", "within: §-10", "channels.999.target.within", "negative", "0 or more"),
    Malformed("within: \"10s\"", "§with: \"10s\"", "channels.999.target.with", "no key", "“within”?"),
    Malformed(
      "shortAbandon: \"5s\"", "shortAbandon: §\"5x\"", "channels.999.target.shortAbandon", "no unit “x”", "d, h, m"),
    Malformed("shortAbandon: \"5s\"", "§short: 5", "channels.999.target.short", "no key", "“shortAbandon”?"),
    Malformed("target: {", "target: §5, x: {", "channels.999.target", "a number", "an object", count: 2),
  ]

  static let staffing: [Malformed] = [
    Malformed("start: \"07:00\"", "start: §\"7:00\"", "shifts.earlies.start", "not a time of day", "\"07:00\""),
    Malformed("start: \"07:00\"", "start: §\"24:00\"", "shifts.earlies.start", "not a time of day", "23:59"),
    Malformed("start: \"07:00\"", "start: §7", "shifts.earlies.start", "a number", "text"),
    Malformed(
      "length: \"8h\", breaks", "§end: \"15:00\", breaks", "shifts.earlies.end", "there is no key “end” in a shift",
      "start: \"07:00\", length: \"8h\"", count: 2),
    Malformed(
      "earlies: { start: \"07:00\", length: \"8h\",", "earlies: §{ start: \"07:00\",", "shifts.earlies.length",
      "a shift needs “length”", "add length: \"8h\""),
    Malformed("{ start: \"07:00\", ", "§{ ", "shifts.earlies.start", "a shift needs “start”", "07:00"),
    Malformed("length: \"9h\"", "length: §\"25h\"", "shifts.nights.length", "too long", "24 hours"),
    Malformed("length: \"9h\"", "length: §0", "shifts.nights.length", "zero", "more than 0"),
    Malformed("length: \"9h\"", "length: §0.0001", "shifts.nights.length", "shorter than a millisecond", "longer"),
    Malformed("length: \"9h\"", "§lenght: \"9h\"", "shifts.nights.lenght", "no key", "“length”?"),
    Malformed("after: \"4h\"", "after: §\"4\"", "shifts.earlies.breaks.0.after", "no unit", "seconds"),
    Malformed(
      "{ after: \"4h\"", "§{ after: \"7h45m\"", "shifts.earlies.breaks.0", "ends after the shift", "at most 8h"),
    Malformed(
      "length: \"8h\", breaks: [{ after: \"4h\"", "length: \"7h45m\", breaks: [§{ after: \"7h30m\"",
      "shifts.earlies.breaks.0", "ends after the shift", "at most 465m"),
    Malformed(
      "{ after: \"4h\"", "§{ after: \"2h10m\"", "shifts.earlies.breaks.0", "before another has ended", "follow"),
    Malformed(
      "{ after: \"4h\"", "{ after: \"4h\", spread: §\"-1h\"", "shifts.earlies.breaks.0.spread", "negative", "0 or more"),
    Malformed(
      "{ after: \"4h\"", "§{ after: \"4h\", spread: \"3h45m\"", "shifts.earlies.breaks.0", "ends after the shift",
      "after, spread and length"),
    Malformed(
      "{ after: \"4h\", length: \"30m\" }, { after: \"2h\", length: \"15m\", spread: \"1h\" }",
      "§{ after: \"4h\", length: \"30m\" }, { after: \"2h\", length: \"15m\", spread: \"1h46m\" }",
      "shifts.earlies.breaks.0", "before another has ended", "whoever's turn"),
    Malformed("length: \"30m\" }", "length: §\"0s\" }", "shifts.earlies.breaks.0.length", "zero", "more than 0"),
    Malformed("length: \"30m\" }", "§len: 1 }", "shifts.earlies.breaks.0.len", "no key", "“length”?"),
    Malformed("breaks: [", "breaks: §{}, x: [", "shifts.earlies.breaks", "an object", "a list of breaks", count: 2),
    Malformed("nights: { start", "§csv: { start", "shifts.csv", "cannot be called “csv”", "another name", count: 2),
    Malformed("answers: [\"999\"]", "answers: [§\"99\"]", "teams.emergency.answers.0", "no channel “99”", "“999”?"),
    Malformed(
      "answers: [\"999\"]", "answers: [§999]", "teams.emergency.answers.0", "a number", "text in quotation marks"),
    Malformed("answers: [\"999\"]", "answers: §\"999\"", "teams.emergency.answers", "text", "a list of channels"),
    Malformed("answers: [\"999\"]", "answers: §[]", "teams.emergency.answers", "empty", "1 to 64"),
    Malformed("answers: [\"999\"]", "answers: [\"999\", §\"999\"]", "teams.emergency.answers.1", "twice", "once"),
    Malformed(
      "emergency: { answers: [\"999\"], ", "emergency: §{ ", "teams.emergency.answers", "a team needs “answers”",
      "answers: ["),
    Malformed("answers: [\"999\"]", "answers: [§\"\"]", "teams.emergency.answers.0", "empty", "a name"),
    Malformed("costPerHour: 18.5", "costPerHour: §-1", "teams.emergency.costPerHour", "negative", "a number from 0"),
    Malformed("costPerHour: 18.5", "§costperhour: 1", "teams.emergency.costperhour", "no key", "“costPerHour”?"),
    Malformed("concurrency: 2", "concurrency: §9", "teams.messages.concurrency", "too large", "1 to 8", count: 2),
    Malformed("concurrency: 2", "concurrency: §0", "teams.messages.concurrency", "too small", "1 to 8", count: 2),
    Malformed(
      "slowdown: [1, 1.2]", "slowdown: §[1]", "teams.messages.slowdown", "1 factor, and concurrency is 2", "2"),
    Malformed("slowdown: [1, 1.2]", "slowdown: [1, §0]", "teams.messages.slowdown.1", "not allowed", "above 0"),
    Malformed("slowdown: [1, 1.2]", "slowdown: [§-1, 1.2]", "teams.messages.slowdown.0", "negative", "above 0"),
    Malformed("slowdown: [1, 1.2]", "slowdown: §1.2", "teams.messages.slowdown", "a number", "a list of factors"),
    Malformed(
      "earlies: 8", "§early: 8", "teams.emergency.staff.early", "no shift “early”", "the shifts are earlies, nights"),
    Malformed("earlies: 8", "earlies: §-8", "teams.emergency.staff.earlies", "too small", "0 to 60000"),
    Malformed("earlies: 8", "earlies: §8.5", "teams.emergency.staff.earlies", "not a whole number", "0 to 60000"),
    Malformed("earlies: 8", "earlies: §\"8\"", "teams.emergency.staff.earlies", "text", "heads by day"),
    Malformed(
      "nights: { mon: 6", "nights: { §mo: 6", "teams.emergency.staff.nights.mo", "not one of the days", "“mon”?"),
    Malformed(
      "nights: { mon: 6", "nights: { mon: §null", "teams.emergency.staff.nights.mon", "null", "leave the key out"),
    Malformed(
      "staff: { earlies: 8", "staff: §12, x: { earlies: 8", "teams.emergency.staff", "a number", "heads by shift",
      count: 2),
    Malformed(
      "teams: {\n    emergency: { answers: [\"999\"], staff: { earlies: 8",
      "teams: §{\n    emergency: { answers: [\"999\"], staff: { earlies: 60000", "teams", "roster 60", "at most 60000"),
    Malformed("byHour: [1, 2", "byHour: §[2", "teams.messages.staff.byHour", "23 numbers of heads", "exactly 24"),
    Malformed("byHour: [1, 2", "byHour: [1, §0.5", "teams.messages.staff.byHour.1", "not a whole number", "0 to 60000"),
    Malformed(
      "byHour: [1", "§earlies: 4, byHour: [1", "teams.messages.staff.earlies", "cannot stand beside “earlies”",
      "one way only"),
    Malformed(
      "csv: \"roster.csv\"", "csv: §\"rooster.csv\"", "teams.contact.staff.csv", "no file rooster.csv", "exists"),
    Malformed("csv: \"roster.csv\"", "csv: §[\"roster.csv\"]", "teams.contact.staff.csv", "a list", "text"),
    Malformed(
      "csv: \"roster.csv\"", "csv: \"roster.csv\", §byHour: []", "teams.contact.staff.byHour",
      "“csv” cannot stand beside “byHour”", "one way"),
  ]

  static let expectations: [Malformed] = [
    Malformed(
      "\"channels.999.serviceLevel.ofOffered\"", "§\"channel.999.serviceLevel\"", "expect.999 in 10 s.metric",
      "no “channel”", "“channels”?"),
    Malformed(
      "\"channels.999.serviceLevel.ofOffered\"", "§\"channels.998.abandonmentRate\"", "expect.999 in 10 s.metric",
      "no channel “998”", "“999”?"),
    Malformed(
      "\"channels.999.serviceLevel.ofOffered\"", "§\"channels.999\"", "expect.999 in 10 s.metric", "names no figure",
      "channels.999.serviceLevel"),
    Malformed(
      "\"channels.999.serviceLevel.ofOffered\"", "§\"\"", "expect.999 in 10 s.metric", "not the path", "write a path"),
    Malformed(
      "\"channels.999.serviceLevel.ofOffered\"", "§\"channels..x\"", "expect.999 in 10 s.metric", "not the path",
      "write a path"),
    Malformed("\"channels.999.serviceLevel.ofOffered\"", "§7", "expect.999 in 10 s.metric", "a number", "text"),
    Malformed(
      "\"teams.contact.occupancy\"", "§\"teams.contacts.occupancy\"", "expect.busy.metric", "no team “contacts”",
      "“contact”?"),
    Malformed("\"cost.total\"", "§\"cost\"", "expect.cheap.metric", "names no figure", "write a path"),
    Malformed(
      "\"cost.total\"", "§\"weather.rain\"", "expect.cheap.metric", "no “weather”",
      "channels, teams, sites, surges, callers, dispatchers, grades, hubs, cost"),
    Malformed("{ metric: \"cost.total\", ", "§{ ", "expect.cheap.metric", "needs “metric”", "metric: "),
    Malformed(
      "{ metric: \"cost.total\", atMost: 1e6 }", "§{ metric: \"cost.total\" }", "expect.cheap", "one of two",
      "atLeast, or atMost"),
    Malformed("atMost: 1e6", "atLeast: 1, §atMost: 2", "expect.cheap.atMost", "exclude", "keep one"),
    Malformed(
      "atMost: 1e6", "atMost: §\"240,000\"", "expect.cheap.atMost", "text", "without commas and quotation marks: 240000"
    ),
    Malformed("atMost: 1e6", "atMost: §\"2 min\"", "expect.cheap.atMost", "is not a duration", "the units w, d, h, m"),
    Malformed("atMost: 1e6", "atMost: §\"1e6\"", "expect.cheap.atMost", "text", "without quotation marks: 1e6"),
    Malformed("atMost: 1e6", "atMost: §Infinity", "expect.cheap.atMost", "not a finite number", "a number from"),
    Malformed("atMost: 1e6", "§atmost: 1", "expect.cheap.atmost", "no key", "“atMost”?"),
    Malformed("expect: {", "expect: §[], x: {", "expect", "a list", "expectations by name", count: 2),
  ]

  static let warnings: [Malformed] = [
    Malformed(
      "chat: {\n      kind: \"chat\"",
      "§mail: { arrivals: { perYear: 1 }, handling: { constant: 1 } },\n    chat: {\n kind: \"chat\"", "channels.mail",
      "no team answers", "add \"mail\"", severity: .warning),
    Malformed(
      "chat: {\n      kind: \"chat\"",
      "mail: { arrivals: { perYear: 1 }, handling: { constant: 1 }, target: §{ share: 1, within: 1 } },\n    chat: {\n kind: \"chat\"",
      "channels.mail.target", "no team answers", "answers of a team", severity: .warning),
    Malformed(
      "staff: { earlies: 8, nights: { mon: 6, sat: 9 } }", "staff: §{}", "teams.emergency.staff", "nobody", "staff: {",
      severity: .warning),
    Malformed(
      "emergency: { answers: [\"999\"], staff: { earlies: 8, nights: { mon: 6, sat: 9 } }",
      "§emergency: { answers: [\"999\"]", "teams.emergency.staff", "nobody", "staff: {", severity: .warning),
    Malformed(
      "staff: { earlies: 8, nights: { mon: 6, sat: 9 } }", "staff: §{ earlies: 0, nights: {} }",
      "teams.emergency.staff", "nobody", "staff: {", severity: .warning),
    Malformed(
      "handling: { lognormal: { mean: \"233s\"", "handling: §{ lognormal: { mean: 15000", "channels.999.handling",
      "4.2 hours", "in seconds", severity: .warning),
    Malformed(
      "byHourOfWeek", "§hourOfDay: [1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1], byHourOfWeek",
      "channels.chat.arrivals.hourOfDay", "no effect", "leave one", severity: .warning),
    Malformed(
      "\"channels.999.serviceLevel.ofOffered\"", "§\"channels.101.serviceLevel.ofOffered\"",
      "expect.999 in 10 s.metric", "no target", "target: {", severity: .warning),
    Malformed(
      "start: \"2022-07-22T07:00\", days: 2,", "start: §\"2022-03-27T01:30\", days: 200,", "calendar.start",
      "never comes", "the offset that is meant", severity: .warning, count: 3),
    Malformed(
      "start: \"2022-07-22T07:00\", days: 2,", "start: §\"2021-10-31T01:30\", days: 300,", "calendar.start", "twice",
      "write the offset", severity: .warning, count: 3),
  ]
}
