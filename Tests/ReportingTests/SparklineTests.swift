import Testing

@testable import Writing

@Suite struct SparklineTests {
  @Test func heightFollowsTheValue() {
    #expect(Sparkline.text([0, 1, 2, 3, 4, 5, 6, 7], maximum: 7) == "▁▂▃▄▅▆▇█")
    #expect(Sparkline.text([0.5, 2, -1], maximum: 1) == "▅█▁")
    #expect(Sparkline.text([.nan, 1, .infinity], maximum: 1) == " █ ")
    #expect(Sparkline.text([0, 0], maximum: 0) == "▁▁")
    #expect(Sparkline.text([.nan, .nan], maximum: .nan) == "  ")
  }
}
