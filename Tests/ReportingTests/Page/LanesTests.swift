import Testing
import Watchroom

@testable import Experiments
@testable import Pages
@testable import Writing

/// What becomes of charts of more things than there are colours.
@Suite struct LanesTests {
  private func chart(layers: Int, isStacked: Bool) -> Chart {
    .areas(
      file: "queues", title: "Waiting", moments: ["00:00", "00:05"], marks: [],
      layers: (0..<layers).map {
        .init(name: "queue \($0)", isName: true, values: [0, Double($0)], colour: "c\($0 + 1)")
      },
      isStacked: isStacked)
  }

  @Test(arguments: [false, true])
  func moreThingsThanColoursHaveLanes(isStacked: Bool) {
    #expect(chart(layers: 8, isStacked: isStacked).keys.count == 8)
    let lanes = chart(layers: 9, isStacked: isStacked)
    #expect(lanes.keys.isEmpty)
    #expect(lanes.note == "Each on a scale of its own.")
    var html = HTMLWriter()
    lanes.draw(&html)
    for index in 0..<9 { #expect(html.html.contains(">queue \(index)</text>")) }
    // The last one's greatest number and the line below all.
    #expect(html.html.contains(">8</text>") && html.html.contains(">0</text>"))
    #expect(lanes.numbers.headings.map(\.text) == ["Time"] + (0..<9).map { "queue \($0)" })
  }

  @Test func noTwoLinesHaveBothColourAndDash() {
    let styles = (1...32).map { Chart.Line(name: "", values: [], colour: $0).style }
    #expect(Set(styles).count == 32)
    #expect(styles.prefix(9) == ["c1", "c2", "c3", "c4", "c5", "c6", "c7", "c8", "c1 dash2"])
    // Without a dash of its own a line has that of its colour, which begin again with the fifth.
    let sheet = "\(PageStyle.charts)"
    #expect(sheet.contains(".line.dash2 { stroke-dasharray: 7 4; }"))
    #expect(sheet.contains(".line.c2 { stroke: var(--c2); stroke-dasharray: 7 4; }"))
  }

  /// A line is drawn from corner to corner: where it changes, where it has changed, and its ends.
  @Test func aLevelStretchHasTwoEnds() {
    #expect(Chart.corners(of: [[0, 0, 5, 5, 5, 0]]) == [0, 1, 2, 4, 5])
    #expect(Chart.corners(of: [[1, 1, 1, 1]]) == [0, 3] && Chart.corners(of: [[1]]) == [0])
    // Of two lines the corners of either.
    #expect(Chart.corners(of: [[1, 1, 1, 1, 1, 1], [2, 2, 2, 2, 3, 3]]) == [0, 3, 4, 5])
  }
}
