import ContactCentre
import DiscreteEvents
import ScenarioFile
import Testing

@Suite("Reading a response")
struct ResponseTests {
  private func response(_ files: [String: String] = ResponseFixture.files, _ settings: String...) throws -> Response {
    try #require(try read(files, settings: settings).scenario.response)
  }

  @Test func theFixtureReadsWithoutAWord() throws {
    #expect(try read(ResponseFixture.files).warnings == [])
  }
}
