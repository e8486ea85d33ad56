import Testing

@testable import Reading
@testable import ScenarioFile

@Suite struct FreeParameterTests {
  private static func text(_ calibrate: String) -> String {
    """
    {
      calendar: { start: "2022-07-22T07:00" },
      channels: { "999": {
        arrivals: { perYear: 1000, hourOfDay: [\(String(repeating: "2, ", count: 24))] }, handling: { constant: "3m53s" }, priority: -5,
        patience: { mixture: [{ weight: 1, constant: 60 }, { weight: 2, constant: "90s" }] },
      } },
      shifts: { earlies: { start: "07:00", length: "8h" }, lates: { start: "15:00", length: "8h" } },
      teams: { a: { answers: ["999"], staff: { earlies: { mon: 3, tue: 4, wed: 5 }, lates: 7 } } },
      calibrate: \(calibrate),
    }
    """
  }

  private static func read(_ calibrate: String) throws(ScenarioError) -> ReadScenario {
    try ScenarioReader.read(path: "s.json5", files: MemoryFiles(["s.json5": text(calibrate)]))
  }

  private static func problem(_ calibrate: String) -> String {
    do throws(ScenarioError) {
      _ = try read(calibrate).placedParameters()
      return "none"
    } catch {
      return error.problems.map(\.description).joined(separator: "\n")
    }
  }

  @Test func aParameterIsReadWithAllItSays() throws {
    let parameters = try Self.read(
      """
      {
        "work": { path: "channels.999.handling.constant", from: "2m", to: "5m", log: true },
        "heads": { path: ["teams.a.staff.lates", "teams.a.staff.earlies.*"], as: "factor", from: 0.5, to: 2, whole: true },
        "shape": { path: "channels.999.arrivals.hourOfDay.*", as: "exponent", from: 0, to: 3, start: 1.5 },
      }
      """
    ).placedParameters()
    #expect(parameters.map(\.parameter.name) == ["work", "heads", "shape"])
    #expect(parameters.map(\.start) == [233, 1, 1.5])
    #expect(parameters.map(\.isTime) == [true, false, false])
    #expect(parameters[0].parameter.range == 120...300 && parameters[0].parameter.isLogarithmic)
    #expect(parameters[0].settings(at: 123.456_789) == ["channels.999.handling.constant=123.46s"])
    #expect(parameters[2].settings(at: 2)[23] == "channels.999.arrivals.hourOfDay.23=4")
  }

  @Test func roundingLeavesTheSumRight() throws {
    let heads = try Self.read(
      "{ heads: { path: [\"teams.a.staff.earlies.*\", \"teams.a.staff.lates\"], as: \"factor\", from: 0.5, to: 2, whole: true } }"
    ).placedParameters()[0]
    #expect(
      heads.settings(at: 1.1) == [
        "teams.a.staff.earlies.mon=3", "teams.a.staff.earlies.tue=5", "teams.a.staff.earlies.wed=5",
        "teams.a.staff.lates=8",
      ])
    // 21 heads of 19.
    #expect(heads.effective(at: 1.1) == 21 / 19.0 && heads.grain == 1 / 19.0)
    for hundredths in 50...200 {
      let factor = Double(hundredths) / 100
      #expect(abs(heads.effective(at: factor) * 19 - factor * 19) <= 0.5 + 1e-9)
    }
  }

  @Test func wholeValuesAreRoundedAndOthersKeepFiveDigits() throws {
    let parameters = try Self.read(
      "{ a: { path: \"teams.a.staff.lates\", from: 2, to: 9, whole: true }, b: { path: \"channels.999.arrivals.perYear\", from: 0, to: 1e6 } }"
    ).placedParameters()
    #expect(parameters[0].settings(at: 4.6) == ["teams.a.staff.lates=5"] && parameters[0].effective(at: 4.6) == 5)
    #expect(parameters[1].settings(at: 123_456.7) == ["channels.999.arrivals.perYear=123460"])
    #expect(parameters[1].settings(at: 0.001_234_567) == ["channels.999.arrivals.perYear=0.0012346"])
    #expect(parameters[1].settings(at: 0) == ["channels.999.arrivals.perYear=0"])
  }

  @Test func aVeryShortTimeCanBeReadBack() throws {
    let settings = try Self.read("{ a: { path: \"channels.999.handling.constant\", from: 0, to: 900 } }")
      .placedParameters()[0].settings(at: 0.000_012_345_6)
    let files = MemoryFiles(["s.json5": Self.text("{}")])
    let read = try ScenarioReader.read(path: "s.json5", settings: settings, files: files)
    #expect(read.scenario.channels[0].handling == .constant(0.000_012_346))
  }

  @Test(arguments: [
    (
      "{ a: { path: \"teams.a.staff.lates\", from: 5, to: 5 } }",
      "calibrate.a.from: there is nothing between this and “to”"
    ),
    ("{ a: { path: \"teams.a.staff.lates\", from: 0, to: 9, log: true } }", "a logarithmic range cannot begin at 0"),
    (
      "{ a: { path: \"teams.a.staff.lates\", from: 1.5, to: 9, whole: true } }",
      "calibrate.a.from: this is not a whole number"
    ),
    ("{ a: { path: \"teams.a.staff.lates\", from: 1, to: 9, start: 10 } }", "this is not between “from” and “to”"),
    ("{ a: { path: \"teams.a..lates\", from: 1, to: 9 } }", "“teams.a..lates” is not a path"),
    ("{ a: { path: \"calendar.days\", from: 1, to: 9 } }", "“calendar” cannot be moved"),
    // A star stands for the calendar too.
    ("{ a: { path: \"*.days\", as: \"factor\", from: 0.5, to: 2 } }", "“*” cannot be moved"),
    (
      "{ a: { path: \"channels.999.priority\", as: \"exponent\", from: 0.5, to: 2 } }",
      "what stands at channels.999.priority, -5, is negative, and has no power — leave that out, or make it a factor"
    ),
    (
      "{ a: { path: \"channels.999.arrivals.perYear\", as: \"exponent\", from: 0.5, to: 2000 } }",
      "what stands at channels.999.arrivals.perYear, 1000, is too large to the power of 2000"
    ),
    ("{ a: { path: [], from: 1, to: 9 } }", "this list is empty"),
    ("{ a: { from: 1, to: 9 } }", "needs “path”"),
    ("{ a: { path: \"attendance\", to: 9 } }", "needs “from”"),
    ("{ a: { path: \"attendance\", from: 1, to: 9, as: \"sum\" } }", "“sum” is not one of its values"),
    (
      "{ a: { path: \"teams.a.staff.late\", from: 1, to: 9 } }",
      "there is no “late” where teams.a.staff.late leads — did you mean “lates”?"
    ),
    ("{ a: { path: \"teams.a.staff.lates.mon\", from: 1, to: 9 } }", "nothing is inside of what stands there"),
    ("{ a: { path: \"teams.a.staff.earlies\", from: 1, to: 9 } }", "at teams.a.staff.earlies stands an object"),
    ("{ a: { path: \"shifts.*\", from: 1, to: 9 } }", "at shifts.* stands an object"),
    (
      "{ a: { path: \"teams.a.staff.earlies.*\", from: 1, to: 9 } }",
      "what stands at teams.a.staff.earlies.mon and teams.a.staff.earlies.tue differs"
    ),
    (
      "{ a: { path: \"teams.a.staff.lates\", from: 8, to: 9 } }",
      "what stands at teams.a.staff.lates, 7, is not between"
    ),
    (
      "{ a: { path: \"teams.a.staff.lates\", as: \"factor\", from: 2, to: 9 } }",
      "1, where it would begin, is not in its range"
    ),
    (
      "{ a: { path: \"teams.a.staff.lates\", from: 2, to: 9 }, b: { path: \"teams.a.staff.*\", as: \"factor\", from: 0.5, to: 2 } }",
      "calibrate.b: “a” moves teams.a.staff.lates as well"
    ),
    (
      "{ a: { path: [\"teams.a.staff.lates\", \"teams.a.staff.lates\"], from: 2, to: 9 } }",
      "two of its paths lead to teams.a.staff.lates"
    ),
  ])
  func whatIsWrongIsSaid(calibrate: String, message: String) {
    let problem = Self.problem(calibrate)
    #expect(problem.contains(message), "\(problem)")
    #expect(problem.contains("error: calibrate"))
  }

  @Test func aStarStandsForNumbersOnly() throws {
    let parameters = try Self.read(
      "{ a: { path: \"channels.999.patience.mixture.*.*\", as: \"factor\", from: 0.5, to: 2 } }"
    ).placedParameters()
    #expect(
      parameters[0].settings(at: 2) == [
        "channels.999.patience.mixture.0.weight=2", "channels.999.patience.mixture.0.constant=120",
        "channels.999.patience.mixture.1.weight=4", "channels.999.patience.mixture.1.constant=180s",
      ])
  }

  @Test func bothEndsOfARangeMustBeScenarios() throws {
    let parameter = try Self.read(
      "{ a: { path: \"channels.999.handling.constant\", from: 1, to: 1e12 } }"
    ).placedParameters()[0]
    let files = MemoryFiles(["s.json5": Self.text("{}")])
    #expect {
      try parameter.checkEnds { settings throws(ScenarioError) in
        _ = try ScenarioReader.read(path: "s.json5", settings: settings, files: files)
      }
    } throws: { error in
      (error as? ScenarioError)?.problems[0].description.contains(
        "error: calibrate.a: where it is 1000000000000, channels.999.handling.constant:") == true
    }
  }

  @Test func anOverlayHoldsOnlyWhatChanged() throws {
    let files = MemoryFiles(["s.json5": Self.text("{}")])
    let base = try ScenarioReader.read(path: "s.json5", files: files)
    let other = try ScenarioReader.read(
      path: "s.json5",
      settings: ["teams.a.staff.earlies.tue=9", "channels.999.arrivals.hourOfDay.1=3", "teams.a.staff.lates=null"],
      files: files)
    let overlay = base.overlay(to: other)
    #expect(
      overlay == """
        {
          channels: {
            "999": {
              arrivals: { hourOfDay: [2, 3, \([String](repeating: "2", count: 22).joined(separator: ", "))] },
            },
          },
          teams: { a: { staff: { lates: null, earlies: { tue: 9 } } } },
        }

        """)
    let again = try ScenarioReader.read(
      path: "s.json5", overlays: ["o.json5"], files: MemoryFiles(["s.json5": Self.text("{}"), "o.json5": overlay]))
    #expect(again.digest == other.digest)
    #expect(base.overlay(to: base) == "{}\n")
  }
}
