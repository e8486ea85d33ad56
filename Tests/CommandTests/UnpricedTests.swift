import Foundation
import Testing

@testable import WatchroomCommand

/// Scenarios in which nothing has a price: nothing is said of costs, which are none.
@Suite struct UnpricedTests {
  private static let files = [
    "night.json5": Fixture.night.replacing(", costPerHour: 18", with: ""),
    "more.json5": "{ teams: { contact: { staff: { byHour: \([Int](repeating: 3, count: 24)) } } } }",
    "paid.json5": "{ teams: { contact: { costPerHour: 20 } } }",
    "less.json5": "{ attendance: 0.9 }",
  ]

  private func output(_ arguments: String...) -> String {
    let outcome = watchroom(arguments, files: MemoryFiles(Self.files))
    #expect(outcome.status == .done && outcome.errors == "", "\(outcome.errors)")
    return outcome.output
  }

  @Test func aRunPrintsNoCosts() {
    let text = output("run", "night.json5")
    #expect(text.contains("Team     Rostered h  Staffed h  Occupancy\n"), "\(text)")
    #expect(!text.lowercased().contains("cost"))
    #expect(output("run", "night.json5", "--with", "paid.json5").contains("Occupancy  Cost\n"))
  }

  @Test func aComparisonIsOfHours() {
    let text = output("compare", "night.json5", "more.json5", "--replications", "3")
    #expect(!text.lowercased().contains("cost"), "\(text)")
    #expect(text.contains("\n+24 rostered hours a day "), "\(text)")
    let same = output("compare", "night.json5", "less.json5", "--replications", "3")
    #expect(same.contains("\nThe same rostered hours ") && !same.contains("cost"), "\(same)")
  }

  @Test func aPriceInOnePlanIsEnough() {
    let paid = output("compare", "night.json5", "paid.json5", "--replications", "3")
    #expect(paid.contains("All costs") && paid.contains("a day more"), "\(paid)")
  }

  @Test func pagesShowHours() throws {
    let folder = try TemporaryFolder(Self.files)
    let run = watchroom("run", "night.json5", "--report", folder["run.html"], files: Self.files)
    #expect(run.status == .done, "\(run.errors)")
    let page = try folder.text("run.html")
    #expect(page.contains("of everybody; nothing has a price") && page.contains("add costPerHour for costs"))
    #expect(!page.contains("of rostered hours and overtime, in all") && !page.contains("Cost of rostered hours"))
    let compared = watchroom(
      "compare", "night.json5", "more.json5", "--replications", "3", "--report", folder["compare.html"],
      files: Self.files)
    #expect(compared.status == .done, "\(compared.errors)")
    #expect(try !folder.text("compare.html").contains("All costs"))
  }
}
