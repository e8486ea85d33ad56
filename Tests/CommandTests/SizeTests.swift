import Foundation
import Testing
import Watchroom

@testable import WatchroomCommand

@Suite struct SizeTests {
  /// A quick day with two teams of two shifts.
  private static let day = """
    {
      name: "A day", calendar: { start: "2022-07-22T00:00", days: 1 }, attendance: 0.9,
      channels: {
        "999": {
          arrivals: { perYear: 90000 }, patience: { exponential: { mean: "3m" } },
          handling: { exponential: { mean: "4m" } }, target: { share: 0.8, within: "20s" },
        },
      },
      shifts: { day: { start: "00:00", length: "12h" }, night: { start: "12:00", length: "12h" } },
      teams: { contact: { answers: ["999"], staff: { day: 2, night: 2 }, costPerHour: 18 } },
    }
    """
  private static let response = """
    {
      channels: { "999": { outcomes: { P1: { share: 0.5 } } } },
      response: {
        grades: { P1: { within: "15m", target: 0.5 } }, areas: { town: { latitude: 52, longitude: -2 } },
        hubs: { centre: { latitude: 52, longitude: -2, officers: { day: 4, night: 4 }, costPerHour: 25 } },
        scene: { P1: { takes: { exponential: { mean: "30m" } } } },
      },
    }
    """

  private func size(_ arguments: String..., files: [String: String] = [:]) -> Outcome { size(arguments, files: files) }

  private func size(_ arguments: [String], files: [String: String] = [:]) -> Outcome {
    let all = files.merging(["day.json5": Self.day, "response.json5": Self.response]) { first, _ in first }
    return watchroom(["size"] + arguments, files: MemoryFiles(all))
  }

  @Test func thePlanIsLeftAsOverlayAndRosterThatReadBack() throws {
    let folder = try TemporaryFolder(["day.json5": Self.day])
    let outcome = watchroom(
      [
        "size", folder["day.json5"], "--replications", "20", "--output", folder["plan.json5"], "--roster",
        folder["plan.csv"],
      ], files: DiskFiles())
    #expect(outcome.status == .done && outcome.errors == "", "\(outcome.errors)")
    #expect(outcome.output.contains("Heads that start each shift") && outcome.output.contains("Erlang A"))
    // But the lines to copy, which have the path of the roster in them.
    let report = try #require(outcome.output.split(separator: "\nTo simulate the roster").first)
    #expect(report.split(separator: "\n").allSatisfy { $0.count <= 80 })
    // The overlay is the plan: what it costs is what was said.
    let planned = try Watchroom.run(
      folder["day.json5"], overlays: [folder["plan.json5"]], seed: 2, replications: 20)
    let level = try #require(planned.estimate("channels.999.serviceLevel.ofOffered"))
    #expect(level.mean - (level.halfWidth ?? 1) >= 0.8)
    let cost = try #require(planned.estimate("cost.total")).mean
    #expect(
      outcome.output.contains(
        "\(Int(cost))".count > 3 ? "\(Int(cost) / 1_000),\("\(Int(cost))".suffix(3))" : "\(Int(cost))"))
    // The roster holds as many paid hours.
    let rostered = try Watchroom.run(
      folder["day.json5"], settings: ["teams.contact.staff={ day: null, night: null, csv: \"\(folder["plan.csv"])\" }"],
      replications: 2)
    #expect(rostered.estimate("cost.total")?.mean == cost)
  }

  @Test func printsJSON() throws {
    let outcome = size("day.json5", "--replications", "10", "--format", "json", "--seed", "5")
    let document = try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    #expect(document["schema"] as? String == "watchroom/size/1" && document["seed"] as? Int == 5)
    let plan = try #require(document["plan"] as? [String: Any])
    #expect(plan["passes"] as? Bool == true && (plan["heads"] as? [Int])?.count == 2)
    let confirmation = try #require(document["confirmation"] as? [String: Any])
    #expect(confirmation["heads"] as? [Int] == plan["heads"] as? [Int])
    #expect((confirmation["targets"] as? [Any])?.count == 1)
    #expect((document["rivals"] as? [String: Any])?.keys.sorted() == ["Erlang A", "Erlang C", "as it is"])
    #expect(
      size("day.json5", "--replications", "10", "--format", "json", "--seed", "5", "--jobs", "1").output
        == outcome.output)
  }

  @Test func whatIsAllowedIsSaidInTheScenario() throws {
    let limits = "{ size: { teams: { contact: { day: 9, night: { min: 12 } } } } }"
    let outcome = size(
      "day.json5", "--with", "limits.json5", "--replications", "10", "--format", "json", files: ["limits.json5": limits]
    )
    let document = try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    #expect((document["plan"] as? [String: Any])?["heads"] as? [Int] == [9, 12])
    #expect((document["oneFewer"] as? [Any])?.count == 2)
  }

  @Test func whatCannotBeFoundIsSaid() {
    let tight = size("day.json5", "--replications", "10", "--set", "size.teams={contact:{day:{max:1},night:{max:3}}}")
    #expect(tight.status == .inputFileWrong)
    #expect(tight.output.contains("No plan within the limits was found"))
    #expect(
      tight.errors.hasPrefix("day.json5: error: size: no plan within the limits meets every target, least of all "))
    #expect(tight.errors.hasSuffix(" — allow more heads or more shifts, or ask for less\n"), "\(tight.errors)")
    let poor = size("day.json5", "--replications", "10", "--set", "size.budget=100")
    #expect(poor.status == .commandLineWrong)
    #expect(poor.errors.hasPrefix("--set size.budget=100: error: size.budget: the cheapest plan found costs "))
    let fixed = size("day.json5", "--set", "size.teams={contact:\"fixed\"}")
    #expect(fixed.status == .inputFileWrong && fixed.errors.contains("no team has heads that could be changed"))
    let aimless = size("day.json5", "--set", "channels.999.target=null")
    #expect(aimless.status == .inputFileWrong && aimless.errors.contains("nothing has to be reached"))
  }

  @Test func aPlanWithMinimumsReadsBackAndCostsWhatIsSaid() throws {
    let folder = try TemporaryFolder(["day.json5": Self.day])
    let minimum = "teams.contact.minimum={ day: 3, night: 3 }"
    let outcome = watchroom(
      [
        "size", folder["day.json5"], "--replications", "10", "--set", minimum, "--output", folder["plan.json5"],
        "--format", "json",
      ], files: DiskFiles())
    #expect(outcome.status == .done, "\(outcome.errors)")
    let document = try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    let cost = (document["plan"] as? [String: Any])?["cost"] as? Double
    let planned = try Watchroom.run(
      folder["day.json5"], overlays: [folder["plan.json5"]], settings: [minimum], seed: 2, replications: 10)
    #expect(planned.estimate("cost.total")?.mean == cost)
    let barred = size(
      "day.json5", "--set", minimum, "--set", "size.teams={contact:{day:0}}", "--replications", "10")
    #expect(barred.status == .inputFileWrong && barred.output == "")
    #expect(barred.errors.contains("size.teams.contact.day: nobody may work this shift, which has a minimum"))
  }

  /// Who typed it is to blame if nobody else is; and what is printed says so by itself.
  @Test func aBudgetIsToBlameWhereItWasWritten() throws {
    let budget = "{\n  size: { budget: 100 } }"
    let command = ["day.json5", "--replications", "10"]
    let outcome = size(command + ["--with", "budget.json5"], files: ["budget.json5": budget])
    #expect(outcome.status == .inputFileWrong)
    #expect(outcome.errors.hasPrefix("budget.json5:2:19: error: size.budget: the cheapest plan "), "\(outcome.errors)")
    #expect(outcome.output.contains("The plan costs more than the budget of 100 allows.\n"), "\(outcome.output)")
    let typed = size(command + ["--set", "size={budget:100}"])
    #expect(
      typed.status == .commandLineWrong && typed.errors.hasPrefix("--set size={budget:100}: error: size.budget: "))
    for (setting, isWithin) in [("size.budget=100", false), ("size.budget=1e6", true), ("size.reach=overall", nil)] {
      let printed = size(command + ["--format", "json", "--set", setting])
      let document = try #require(try JSONSerialization.jsonObject(with: Data(printed.output.utf8)) as? [String: Any])
      #expect(document["withinBudget"] as? Bool == isWithin, "\(setting)")
      #expect(
        document.keys.contains("withinBudget") && printed.status == (isWithin == false ? .commandLineWrong : .done))
    }
  }

  @Test func aBudgetWithoutPricesIsOfHours() {
    let outcome = size(
      "day.json5", "--replications", "10", "--set", "size.budget=10", "--set", "teams.contact.costPerHour=null")
    #expect(outcome.status == .commandLineWrong && outcome.output.contains("Paid hours"))
    #expect(outcome.errors.contains("size.budget: the cheapest plan found takes "))
    #expect(outcome.errors.contains(" paid hours, more than 10"), "\(outcome.errors)")
  }

  @Test(
    arguments: [
      ("{ teams: { contct: \"fixed\" } }", "there is no team “contct”"),
      ("{ teams: { contact: \"free\" } }", "“free” is not “fixed”"),
      ("{ teams: { contact: { dya: 3 } } }", "there is no shift “dya”"),
      ("{ teams: { contact: { day: { min: 4, max: 3 } } } }", "max 3 is less than min 4"),
      ("{ teams: { contact: { day: { least: 4 } } } }", "there is no key “least”"),
      ("{ hubs: { north: \"fixed\" } }", "there is no hub “north”"), ("{ reach: \"daily\" }", "reach"),
      ("{ days: 7 }", "days"), ("{ budget: -1 }", "budget"), ("{ maxChange: 1.5 }", "maxChange"),
      ("{ grades: 1 }", "grades"), ("[]", "size"),
    ])
  func whatIsWrongWithItIsSaid(size text: String, message: String) {
    let outcome = watchroom(
      ["validate", "day.json5"],
      files: MemoryFiles(["day.json5": Self.day.replacing("shifts:", with: "size: \(text),\n  shifts:")]))
    #expect(outcome.status == .inputFileWrong)
    #expect(outcome.errors.contains("day.json5:") && outcome.errors.contains(message), "\(outcome.errors)")
  }

  @Test func unitsAreSizedForGradesIfAsked() throws {
    let outcome = size(
      "day.json5", "--with", "response.json5", "--set", "size={grades:true,teams:{contact:{day:9,night:9}}}",
      "--replications", "10", "--format", "json")
    #expect(outcome.status == .done, "\(outcome.errors)")
    let document = try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    #expect(
      (document["levers"] as? [[String: Any]])?.map { $0["team"] as? String } == [
        "contact", "contact", "centre", "centre",
      ])
    #expect((document["targets"] as? [[String: Any]])?.last?["metric"] as? String == "grades.P1.withinTarget")
    #expect((document["plan"] as? [String: Any])?["passes"] as? Bool == true)
  }

  @Test func theValueMapComesAsTextJSONAndCSV() throws {
    let folder = try TemporaryFolder(["day.json5": Self.day, "response.json5": Self.response])
    let command = [
      "size", folder["day.json5"], "--value-map", "--replications", "2", "--with", folder["response.json5"],
    ]
    let files = ["--csv", folder["map.csv"], "--report", folder["map.html"]]
    let text = watchroom(command + files, files: DiskFiles())
    #expect(text.status == .done && text.errors == "", "\(text.errors)")
    #expect(text.output.contains("One more in contact: 999") && text.output.contains("Worth most"))
    #expect(text.output.contains("One more unit on a tour") && text.output.contains("centre"))
    #expect(text.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
    let rows = try folder.text("map.csv").split(separator: "\n")
    #expect(rows[0] == "of,weekday,hour,shift,figure,gain,halfWidth,points")
    // Two figures of each of 24 hours, a grade of each, and two tours.
    #expect(rows.count == 1 + 48 + 24 + 2)
    let page = try folder.text("map.html")
    #expect(
      page.hasPrefix("<!DOCTYPE html>") && page.contains("more in time")
        && page.contains("For one handler more in that hour."))
    #expect(page.contains("One more unit on a tour") && page.contains("centre"))
    // Gains are as sure as their intervals say, in tables too.
    #expect(page.contains(/<td[^>]*>-?\d+\.\d\d ± \d+\.\d\d<\/td>/))
    // Of which week, counted by what, and how to get it again.
    #expect(page.contains("Friday 22 July 2022, 00:00") && page.contains("Saturday 23 July 2022, 00:00 (1 day)"))
    #expect(page.contains("answered within 20 s") && page.contains("attended within 15 min"))
    #expect(page.contains("makes the same map") && page.contains("watchroom size --value-map "))
    #expect(page.contains("--replications 2"))
    let json = watchroom(command + ["--format", "json"], files: DiskFiles())
    let document = try #require(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    #expect(document["schema"] as? String == "watchroom/value-map/1")
    #expect((document["tours"] as? [Any])?.count == 2)
  }

  /// Nobody gives up unless it is said; that alone does not cost a channel its weekdays.
  @Test func aChannelWithoutPatienceHasWeekdays() throws {
    let patience = "patience: { exponential: { mean: \"3m\" } },"
    let day = Self.day.replacingOccurrences(of: patience, with: "").replacingOccurrences(
      of: ", attendance: 0.9", with: "")
    #expect(!day.contains("patience") && !day.contains("attendance"))
    let outcome = size("day.json5", "--value-map", "--replications", "2", "--format", "json", files: ["day.json5": day])
    let document = try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    #expect((document["byHourOnly"] as? [String])?.isEmpty == true)
  }

  /// Contacts that lie over have no weekdays in a map, in whatever form.
  @Test func workThatMayLieOverIsToldByHourOfTheDay() throws {
    let day = Self.day.replacingOccurrences(of: "within: \"20s\"", with: "within: \"8h\"")
    let folder = try TemporaryFolder([
      "day.json5": day.replacingOccurrences(of: "arrivals:", with: "kind: \"deferred\", arrivals:")
    ])
    let command = ["size", folder["day.json5"], "--value-map", "--replications", "2"]
    let text = watchroom(command + ["--report", folder["map.html"], "--csv", folder["map.csv"]], files: DiskFiles())
    #expect(text.status == .done && text.output.contains("One more in contact: 999, by hour of the day"))
    #expect(text.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
    #expect(try folder.text("map.csv").contains("\ncontact,,9,,channels.999.answeredInTime,"))
    #expect(try folder.text("map.html").contains("For one handler more in that hour of every day"))
    let json = watchroom(command + ["--format", "json"], files: DiskFiles())
    let document = try #require(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    #expect(document["byHourOnly"] as? [String] == ["999"])
    let team = (document["teams"] as? [String: [String: Any]])?["contact"]
    #expect((team?["channels"] as? [String: [Any]])?["999"]?.isEmpty == true)
    let hours = (team?["channelsByHour"] as? [String: [[String: Any]]])?["999"]
    #expect(hours?.map { $0["hour"] as? Int } == (0..<24).map(Optional.some))
  }

  @Test func optionsThatDoNotGoTogetherAreSaid() {
    let plan = size("day.json5", "--value-map", "--output", "x")
    #expect(plan.status == .commandLineWrong && plan.errors.contains("--output does not go with --value-map"))
    let csv = size("day.json5", "--csv", "x")
    #expect(csv.status == .commandLineWrong && csv.errors.contains("--csv is for --value-map"))
    let page = size("day.json5", "--report", "x")
    #expect(page.status == .commandLineWrong && page.errors.contains("--report is for --value-map"))
    #expect(size("missing.json5").status == .inputOrOutputFailed)
  }

  @Test func filesThatCannotBeWrittenAreSaid() throws {
    let folder = try TemporaryFolder()
    let outcome = size("day.json5", "--replications", "10", "--output", folder["no/plan.json5"])
    #expect(outcome.status == .inputOrOutputFailed && outcome.errors.contains("cannot be written"))
  }
}
