import Testing
import Watchroom

@testable import Experiments
@testable import Pages
@testable import Writing

/// What tells areas and spots apart without their colours.
@Suite struct TextureTests {
  @Test func everyTextureIsUsedAndThereForUse() throws {
    let sheet = "\(PageStyle.charts)"
    let named = Set(sheet.matches(of: /url\(#([a-z0-9-]+)\)/).map { String($0.1) })
    #expect(named == Set(Texture.all.map(\.id)))
    let markup = try Markup(ReportPage(Handmade.result(), provenance: Handmade.provenance).html)
    #expect(markup.tags.count { $0.hasPrefix("pattern ") } == named.count)
  }

  /// Those of the states of handlers and units, and the colours of eight grades, that lie upon each other.
  @Test(arguments: [
    ["busy", "finishing", "ready", "resting"], ["c2", "busy", "c4", "c6", "ready", "resting"],
    (1...8).map { "c\($0)" },
  ])
  func noTwoLayersOfAStackHaveTheSame(layers: [String]) {
    let textures = layers.map { layer in Texture.all.first { $0.ground == layer }?.threads }
    #expect(Set(textures).count == layers.count)
  }

  @Test func noTwoGradesHaveBothColourAndForm() {
    let marks = (0..<32).map { "\($0 % 8) \(SpotForm(grade: $0))" }
    #expect(Set(marks).count == 32)
    #expect(Set((0..<4).map { SpotForm(grade: $0) }).count == 4)
  }

  @Test(arguments: SpotForm.allCases)
  func aFormBeginsBesideItsPlaceAndIsClosed(form: SpotForm) throws {
    let outline = form.outline(100, 50, radius: 10)
    #expect(outline.hasPrefix("M") && outline.hasSuffix("z"))
    let start = try #require(outline.firstMatch(of: /^M([-0-9.]+) ([-0-9.]+)/))
    let (across, down) = (try #require(Double(start.1)), try #require(Double(start.2)))
    #expect(abs(across - 100) <= 14 && abs(down - 50) <= 14)
  }

  @Test func aSpotHasTheFormOfItsGradeInTheKeyToo() throws {
    let response = try #require(Handmade.response().response)
    let spots = (0..<2).map { Course.Spot(location: response.hubs[0].location, grade: $0, count: 1) }
    let chart = Chart.map(response, spots, note: "")
    #expect(chart.keys.compactMap(\.form) == [.disc, .triangle])
    var html = HTMLWriter()
    chart.draw(&html)
    let drawn = html.html.matches(of: /<path class="spot c([0-9])" d="M[0-9.]+ [0-9.]+([a-z])/).map { "\($0.1)\($0.2)" }
    #expect(drawn == ["2l", "1a"])
  }
}
