import Foundation
import Testing
import Watchroom

@testable import WatchroomCommand

/// The files that `size` leaves behind.
@Suite struct SizeOutputTests {
  private static let day = """
    {
      calendar: { start: "2022-07-22T00:00", timeZone: "UTC", warmUp: "1d" },
      channels: {
        "999": { arrivals: { perYear: 87600 }, patience: { exponential: { mean: "2m" } },
          handling: { exponential: { mean: "4m" } }, target: { share: 0.8, within: "20s" } },
      },
      shifts: { day: { start: "07:00", length: "12h" }, night: { start: "19:00", length: "12h" } },
      teams: { contact: { answers: ["999"], staff: { day: 4, night: 4 }, costPerHour: 20 } },
    }
    """

  private func size(_ folder: TemporaryFolder, _ options: String...) -> Outcome {
    watchroom(["size", folder["day.json5"], "--replications", "5"] + options, files: DiskFiles())
  }

  @Test(arguments: [("--output", "plan.json5"), ("--roster", "plan.csv")])
  func nothingIsReplacedUnlessForced(option: String, name: String) throws {
    let folder = try TemporaryFolder(["day.json5": Self.day, name: "mine"])
    let outcome = size(folder, option, folder[name])
    #expect(outcome.status == .inputOrOutputFailed && outcome.output == "")
    #expect(
      outcome.errors
        == "watchroom: error: \(folder[name]) cannot be written: File exists — name a file that is not there yet, or "
        + "add --force\n")
    #expect(try folder.text(name) == "mine")
    #expect(size(folder, option, folder[name], "--force").status == .done)
    #expect(try folder.text(name) != "mine")
  }

  @Test func whatIsPrintedLastSimulatesTheRoster() throws {
    let folder = try TemporaryFolder(["day.json5": Self.day])
    let words = "\nTo simulate the roster, lay this over the scenario by --with:\n\n"
    let parts = size(folder, "--roster", folder["plan.csv"]).output.split(separator: words)
    #expect(parts.count == 2)
    try String(parts.last ?? "").write(
      to: URL(fileURLWithPath: folder["roster.json5"]), atomically: false, encoding: .utf8)
    let read = try readScenario(folder["day.json5"], overlays: [folder["roster.json5"]])
    guard case .roster(let tours) = read.scenario.teams[0].staff else {
      Issue.record("no roster")
      return
    }
    #expect(try tours.count == folder.text("plan.csv").split(separator: "\n").count - 1)
    // Neither where there is none, nor for programs.
    #expect(!size(folder).output.contains(words))
    #expect(!size(folder, "--roster", folder["plan.csv"], "--force", "--format", "json").output.contains(words))
  }

  @Test func theWarmUpsToursAreSaidWithTheRoster() throws {
    let folder = try TemporaryFolder(["day.json5": Self.day])
    let outcome = size(folder, "--roster", folder["plan.csv"])
    #expect(outcome.status == .done, "\(outcome.errors)")
    let tours = try folder.text("plan.csv").split(separator: "\n").count - 1
    let words = outcome.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("The roster has \(tours) tours of \(tours * 12) hours, of which "), "\(outcome.output)")
    #expect(words.contains("the warm-up's, before the measured days."))
    #expect(!size(folder).output.contains("The roster has"))
  }
}
