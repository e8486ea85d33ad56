import DiscreteEvents
import Testing

@Suite struct MillisecondsTests {
  @Test func roundsToTheNearest() {
    let range: ClosedRange<Milliseconds> = -10_000...10_000
    #expect(Milliseconds(seconds: 0, within: range) == 0)
    #expect(Milliseconds(seconds: 1.2344, within: range) == 1_234)
    #expect(Milliseconds(seconds: 1.2346, within: range) == 1_235)
    #expect(Milliseconds(seconds: -1.2344, within: range) == -1_234)
    #expect(Milliseconds(seconds: -1.2346, within: range) == -1_235)
    #expect(Milliseconds(seconds: 0.0005, within: range) == 0)
    #expect(Milliseconds(seconds: 0.0015, within: range) == 2)
    #expect(Milliseconds(seconds: -0.0015, within: range) == -2)
    #expect(Milliseconds(seconds: -0.0, within: range) == 0)
  }

  @Test func staysWithinTheRangeWhateverItIsGiven() {
    let range: ClosedRange<Milliseconds> = 5...86_400_000
    #expect(Milliseconds(seconds: .nan, within: range) == 5)
    #expect(Milliseconds(seconds: -.infinity, within: range) == 5)
    #expect(Milliseconds(seconds: .infinity, within: range) == 86_400_000)
    #expect(Milliseconds(seconds: 1e300, within: range) == 86_400_000)
    #expect(Milliseconds(seconds: .greatestFiniteMagnitude, within: range) == 86_400_000)
    #expect(Milliseconds(seconds: -.greatestFiniteMagnitude, within: range) == 5)
    #expect(Milliseconds(seconds: 0.001, within: range) == 5)
    #expect(Milliseconds(seconds: 86_399.9996, within: range) == 86_400_000)
  }

  @Test func theWholeRangeOfIntegersDoesNotTrap() {
    let range = Milliseconds.min...Milliseconds.max
    #expect(Milliseconds(seconds: .infinity, within: range) == .max)
    #expect(Milliseconds(seconds: -.infinity, within: range) == .min)
    #expect(Milliseconds(seconds: 9.3e15, within: range) == .max)
    #expect(Milliseconds(seconds: -9.3e15, within: range) == .min)
    #expect(Milliseconds(seconds: 9.2e15, within: range) == 9_200_000_000_000_000_000)
    #expect(Milliseconds(seconds: .nan, within: range) == .min)
  }

  @Test func unitsAreMultiplesOfEachOther() {
    #expect(Milliseconds.minute == 60 * .second)
    #expect(Milliseconds.hour == 60 * .minute)
    #expect(Milliseconds.day == 24 * .hour)
    #expect(Milliseconds.week == 7 * .day)
  }
}
