import ContactCentre
import Testing

@testable import Simulator

/// Records found by number, however long some of them stay.
@Suite struct NumberedRingTests {
  private struct Record: NumberedRecord {
    var number: UInt32
    var isGone = false
    static var gone: Record { Record(number: .max, isGone: true) }
  }

  /// One stays for ever, others for a while: each is found again, and the ring is no larger than their numbers are apart.
  @Test func recordsAreFoundUntilTheyAreGone() {
    var ring = NumberedRing<Record>(capacity: 4)
    for number in 0..<UInt32(300) {
      ring.admit(number).pointee = Record(number: number)
      // Whoever came 40 before is gone, but for number 7.
      if number >= 40, number != 47 { ring[number - 40].pointee = .gone }
      for known in [7, number, number &- 39] where known <= number && (known == 7 || known + 40 > number) {
        #expect(ring[known].pointee.number == known && !ring[known].pointee.isGone, "\(known) at \(number)")
      }
    }
    let live = (0...Int(ring.mask)).map { ring.records[$0] }.filter { !$0.isGone }.map(\.number)
    #expect(live.sorted() == [7] + Array(260..<300))
    // It grew only when two would have had one place.
    #expect(ring.mask + 1 <= 512)
  }
}
