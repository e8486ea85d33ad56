import Testing
import Watchroom

/// What the documentation promises to somebody who tests a service level from Swift, compiled and run.
@Suite struct LibraryExampleTests {
  private let files = MemoryFiles(["night.json5": Fixture.night])

  @Test func aServiceLevelTestInTenLines() throws {
    let result = try Watchroom.run("night.json5", replications: 20, files: files)
    let level = try #require(result.estimate("channels.999.serviceLevel.ofOffered"))
    #expect(level.mean > 0.5)
    #expect(try #require(level.halfWidth) < 0.2)
    #expect(result.expectations.allSatisfy { $0.verdict == .pass })
  }

  @Test func anotherPlanOfTheSameNights() throws {
    let busy = ["channels.999.arrivals.perYear=150000"]
    let many = [Int](repeating: 9, count: 24)
    let base = try Watchroom.run("night.json5", settings: busy, replications: 5, files: files)
    let better = try Watchroom.run(
      "night.json5", settings: busy + ["teams.contact.staff.byHour=\(many)"], replications: 5, files: files)
    let name = "channels.999.abandonmentRate"
    #expect(try #require(better.estimate(name)).mean < #require(base.estimate(name)).mean)
  }

  @Test func whatIsWrongIsSaidWithItsPlace() {
    #expect {
      try Watchroom.run("night.json5", settings: ["channels.999.prority=5"], files: files)
    } throws: { error in
      "\(error)".contains("did you mean “priority”?")
    }
  }
}
