import DiscreteEvents
import Testing

@testable import Metrics

@Suite struct HistogramTests {
  @Test func binsCoverEveryNumberWithoutGaps() {
    // Around every power of two, where the width of bins may change.
    for power in UInt64(0)..<63 {
      for value in [1 << power - 1, 1 << power, 1 << power + 1] as [UInt64] {
        let bin = HistogramScale.bin(of: value)
        #expect(HistogramScale.lowest(in: bin) <= value)
        #expect(HistogramScale.lowest(in: bin + 1) > value)
      }
    }
    #expect(HistogramScale.bin(of: .max) + 1 == HistogramScale.pageCount * HistogramScale.pageSize)
    #expect(HistogramScale.middle(of: HistogramScale.bin(of: .max)) == 0x1p64 - 0x1p52)
    #expect((0..<2_048).allSatisfy { HistogramScale.middle(of: HistogramScale.bin(of: $0)) == Double($0) })
    #expect((0..<56_320).allSatisfy { HistogramScale.bin(of: HistogramScale.lowest(in: $0)) == $0 })
  }

  @Test func anEmptySampleHasNoFigures() {
    let histogram = Histogram()
    #expect(histogram.count == 0 && histogram.least == nil && histogram.greatest == nil)
    #expect(histogram.mean.isNaN && histogram.quantile(0.5).isNaN)
  }

  @Test func smallSamplesAreExact() {
    var histogram = Histogram()
    for value in [1_500, 0, 100, 2_000] { histogram.add(Milliseconds(value)) }
    #expect(histogram.mean == 900)
    #expect(histogram.quantile(0) == 0)
    #expect(histogram.quantile(0.5) == 800)
    #expect(histogram.quantile(0.9) == 1_500 + 0.7 * 500)
    #expect(histogram.quantile(1) == 2_000)
    #expect(histogram.quantile(-1) == 0 && histogram.quantile(.infinity) == 2_000 && histogram.quantile(.nan).isNaN)
    var single = Histogram()
    single.add(123_456_789)
    #expect(single.quantile(0.3) == 123_456_789)
  }

  /// Shapes of samples that waits and handle times take, and some they hopefully never do; in milliseconds.
  enum Shape: CaseIterable {
    case exponential, heavyTail, uniform, mostlyZero, days, twoPoints

    func draw(_ random: inout RandomStream) -> Milliseconds {
      switch self {
      case .exponential: Milliseconds(-300_000 * logarithm(random.uniform()))
      case .heavyTail: Milliseconds(min(1_000 / random.uniform(), 1e14))
      case .uniform: Milliseconds(10_000 * random.uniform())
      case .mostlyZero: random.uniform() < 0.9 ? 0 : Milliseconds(60_000 * random.uniform())
      case .days: Milliseconds(86_400_000 * 30 * random.uniform())
      case .twoPoints: random.uniform() < 0.5 ? 2_049 : 1_000_001
      }
    }

    /// Good enough for the shape of a sample.
    private func logarithm(_ x: Double) -> Double {
      var sum = 0.0
      let y = (x.significand - 1) / (x.significand + 1)
      for power in stride(from: 21, through: 1, by: -2) { sum = sum * y * y + 2 / Double(power) }
      return sum * y + Double(x.exponent) * 0.6931471805599453
    }
  }

  @Test(arguments: Shape.allCases) func quantilesKeepTheirPromise(of shape: Shape) {
    for seed in UInt64(1)...8 {
      var random = RandomKey(seed: seed).stream(0)
      var sample = (0..<[1, 2, 10, 101, 1_000, 3_000, 5_000, 7_777][Int(seed - 1)]).map { _ in shape.draw(&random) }
      var histogram = Histogram()
      for value in sample { histogram.add(value) }
      sample.sort()
      #expect(histogram.least == sample.first && histogram.greatest == sample.last)
      #expect(histogram.sum == sample.reduce(0) { $0 + UInt128($1) })
      for probability in [0, 0.001, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 0.999, 1] {
        let place = probability * Double(sample.count - 1)
        let lower = Double(sample[Int(place)])
        let upper = Double(sample[min(Int(place) + 1, sample.count - 1)])
        let expected = lower + (place - place.rounded(.down)) * (upper - lower)
        #expect(abs(histogram.quantile(probability) - expected) <= 0.0005 * expected, "\(shape) \(seed) \(probability)")
      }
    }
  }

  @Test(arguments: Shape.allCases) func mergingIsPooling(of shape: Shape) {
    for seed in UInt64(1)...10 {
      var random = RandomKey(seed: seed).stream(1)
      var pooled = Histogram()
      var parts = Array(repeating: Histogram(), count: 4)
      for _ in 0..<300 {
        let value = shape.draw(&random)
        pooled.add(value)
        parts[Int(random.next() % 3)].add(value)  // The last part stays empty.
      }
      var forwards = Histogram()
      var backwards = Histogram()
      for part in parts { forwards.merge(part) }
      for part in parts.reversed() { backwards.merge(part) }
      #expect(forwards == pooled && backwards == pooled)
    }
  }

  @Test func theRecordersCounterIsTheSameHistogram() {
    for shape in Shape.allCases {
      var random = RandomKey(seed: 7).stream(2)
      var counter = SampleCounter()
      defer { counter.free() }
      var histogram = Histogram()
      #expect(counter.histogram == histogram)
      for _ in 0..<500 {
        let value = shape.draw(&random)
        counter.add(value)
        histogram.add(value)
      }
      #expect(counter.histogram == histogram)
      for _ in 0..<random.next() % 3 {
        counter.addNone()
        histogram.add(0)
      }
      #expect(counter.histogram == histogram)
    }
  }

  @Test func theRecordersCounterOfNothingButNonesIsTheSameHistogram() {
    var counter = SampleCounter()
    defer { counter.free() }
    var histogram = Histogram()
    for _ in 0..<3 {
      counter.addNone()
      histogram.add(0)
      #expect(counter.histogram == histogram)
    }
  }
}
