import Metrics
import Testing

@Suite struct HistogramBandTests {
  @Test func countsUpToALimit() {
    var histogram = Histogram()
    #expect(histogram.count(upTo: 5) == 0)
    for value in [0, 7, 7, 2_047, 10_000, 355_000] as [Int64] { histogram.add(value) }
    let limits: [(Int64, UInt64)] = [
      (-1, 0), (0, 1), (6, 1), (7, 3), (2_046, 3), (2_047, 4), (9_900, 4), (10_010, 5), (354_000, 5), (355_000, 6),
      (.max, 6),
    ]
    for (limit, count) in limits { #expect(histogram.count(upTo: limit) == count, "\(limit)") }
  }
}
