import ContactCentre
import DiscreteEvents
import Testing

@Suite struct EventDigestTests {
  private let events = (0..<20).map { number in
    Event.contactAnswered(
      at: Milliseconds(number) * 17, contact: UInt32(number), handler: 3, work: UInt32(number * 999))
  }

  @Test func theDigestOfNothingIsItsOwn() {
    #expect(EventDigest().count == 0)
    #expect(EventDigest().hexadecimal.count == 32)
    #expect(digest([]) == EventDigest())
    #expect(digest(events.prefix(1)).hexadecimal != EventDigest().hexadecimal)
  }

  @Test func everySingleBitShows() {
    let whole = digest(events).hexadecimal
    var others: Set<String> = []
    for position in [0, 7, 19] {
      for bit in 0..<192 {
        var changed = events
        let event = events[position]
        let flip = UInt64(1) << UInt64(bit % 64)
        changed[position] = Event(
          word0: event.word0 ^ (bit < 64 ? flip : 0), word1: event.word1 ^ (bit / 64 == 1 ? flip : 0),
          word2: event.word2 ^ (bit >= 128 ? flip : 0))
        others.insert(digest(changed).hexadecimal)
      }
    }
    #expect(!others.contains(whole))
    #expect(others.count == 3 * 192)
  }

  @Test func orderAndCountMatter() {
    let whole = digest(events).hexadecimal
    for position in 1..<events.count {
      var swapped = events
      swapped.swapAt(position - 1, position)
      #expect(digest(swapped).hexadecimal != whole)
      #expect(digest(events.prefix(position)).hexadecimal != whole)
    }
    // Leading and trailing events of nothing but zeros count too.
    let zero = Event(word0: 0, word1: 0, word2: 0)
    #expect(Set([[], [zero], [zero, zero]].map { digest($0).hexadecimal }).count == 3)
  }

  @Test func cutsDoNotMatter() {
    for length in 1...events.count {
      var cut = EventDigest()
      for start in stride(from: 0, to: events.count, by: length) {
        cut.fold(Array(events[start..<min(start + length, events.count)]).span)
        cut.fold([Event]().span)
      }
      #expect(cut == digest(events))
    }
  }

  @Test func foldingFingerprintsIsOrderedAndCountsTheirEvents() {
    let parts = [digest(events.prefix(5)), digest(events.suffix(7))]
    var forward = EventDigest()
    var backward = EventDigest()
    for part in parts { forward.fold(part) }
    for part in parts.reversed() { backward.fold(part) }
    #expect(forward.hexadecimal != backward.hexadecimal)
    #expect(forward.count == 12)
    #expect(forward.hexadecimal != digest(events.prefix(5) + events.suffix(7)).hexadecimal)
  }
}
