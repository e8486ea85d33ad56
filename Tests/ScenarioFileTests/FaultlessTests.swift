import ContactCentre
import Foundation
import Reading
import ScenarioFile
import Testing

/// What the reader accepts has no faults, or the two would not ask for the same. The fixtures of all other tests are looked
/// at where they are read.
@Suite struct FaultlessTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Scenarios")

  @Test func everyScenarioOfTheHouseHasNoFaults() throws {
    let paths = try FileManager.default.subpathsOfDirectory(atPath: Self.folder.path)
      .filter { $0.hasSuffix(".json5") }.map { Self.folder.appending(path: $0).path }
      .filter { ScenarioReader.sign(of: $0, files: DiskFiles()) != nil }
    #expect(paths.count > 20)
    for path in paths {
      #expect(try ScenarioReader.read(path: path).scenario.faults() == [], "\(path)")
    }
  }
}
