import ContactCentre
import Testing

@testable import Ledger

/// Files made to deceive: changed, and given the checksums that belong to the change. Reading them may fail or not; it may
/// neither crash nor make room for what is not there.
@Suite struct FuzzTests {
  private let options = LedgerOptions(eventsInBlock: 16, blocksBetweenSyncs: 2)

  @Test(arguments: 0..<6)
  func deceitfulFilesDoNoHarm(seed: UInt64) throws {
    var dice = Dice(seed)
    let whole = try ledger(anyEvents(70, seed: seed), snapshots: [30], options: options)
    let intact = try opened(whole)
    let offsets = intact.blocks.map { Int($0.offset) } + [Int(intact.end), whole.count - LedgerFooter.length]
    var read = 0
    for _ in 0..<300 {
      var bytes = whole
      if dice.chance(0.2) {
        let place = 8 * dice.below(header.encodedLength / 8 - 1)
        bytes.disturb(place..<place + 8, &dice)
        bytes.sealHeader(length: header.encodedLength)
      }
      let block = dice.below(offsets.count - 1)
      let (start, end) = (offsets[block], offsets[block + 1])
      for _ in 0...dice.below(3) {
        let isInHeader = dice.chance(0.5)
        let place = isInHeader ? start + 8 * dice.below(12) : start + 112 + dice.below(max(end - start - 112, 1))
        bytes.disturb(place..<min(place + (isInHeader ? 8 : 1), end), &dice)
      }
      bytes.sealBlock(at: start, length: end - start, key: intact.key)
      if dice.chance(0.3) { bytes.removeLast(dice.below(200)) }
      do throws(LedgerError) {
        let reader = try opened(bytes)
        _ = try reader.snapshot(afterAtMost: .max)
        read += try reader.events().count
        _ = try reader.events(fromTime: 1_000)
      } catch {
        #expect(error.description.contains("a.ledger"))
      }
    }
    // Some of it is harmless, so that not everything is refused at the door.
    #expect(read > 0)
  }

  @Test func payloadsOfAnyBytesDoNoHarm() {
    var dice = Dice(3)
    var encoder = EventEncoder(capacity: 20)
    var decoder = EventDecoder(capacity: 20)
    var decoded = 0
    for round in 0..<2_000 {
      encoder.reset()
      encoder.append(anyEvents(1 + dice.below(20), seed: UInt64(round)).span)
      var payload = encoder.withBlock { block, length in Array(block[BlockHeader.length..<BlockHeader.length + length])
      }
      for _ in 0..<dice.below(4) { payload[dice.below(payload.count)] = UInt8(dice.below(dice.chance(0.5) ? 4 : 256)) }
      let length = payload.count - (dice.chance(0.2) ? dice.below(payload.count) : 0)
      payload += (0..<EventDecoder.slack).map { _ in UInt8(dice.below(256)) }
      let count = dice.chance(0.2) ? dice.below(40) : encoder.count
      payload.withUnsafeBytes { bytes in
        guard let start = bytes.baseAddress else { return }
        decoded += decoder.decode(start, length: length, count: count)?.count ?? 0
      }
    }
    #expect(decoded > 0)
  }

  @Test func bytesOfNoKindDoNoHarm() throws {
    var dice = Dice(4)
    let start = try ledger([], isFinished: false)
    for _ in 0..<300 {
      let rest = (0..<dice.below(400)).map { _ in UInt8(dice.below(256)) }
      let reader = try opened(start + rest)
      #expect(reader.eventCount == 0)
    }
  }
}

extension [UInt8] {
  /// Changes a stretch in one of the ways that deceive best.
  fileprivate mutating func disturb(_ range: Range<Int>, _ dice: inout Dice) {
    let word: UInt64 =
      switch dice.below(5) {
      case 0: 0
      case 1: .max
      case 2: UInt64(dice.below(300))
      case 3: 1 << UInt64(dice.below(64))
      default: dice.word()
      }
    for (index, place) in range.enumerated() { self[place] = UInt8(truncatingIfNeeded: word >> UInt64(8 * index)) }
  }
}
