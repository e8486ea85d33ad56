import ContactCentre
import Ledger
import Testing

/// A file that ends too early, as a crash leaves it.
@Suite struct TearTests {
  private let events = Array(runEvents().prefix(60))
  private let options = LedgerOptions(eventsInBlock: 16, blocksBetweenSyncs: 2)

  @Test(arguments: [true, false])
  func cutAnywhereAnExactPrefixIsLeft(isFinished: Bool) throws {
    let whole = try ledger(events, snapshots: [20], options: options, isFinished: isFinished)
    let start = header.encodedLength
    var lengths: Set<Int> = []
    for length in 0..<whole.count {
      let bytes = Array(whole[..<length])
      guard length >= start else {
        #expect(throws: LedgerError.headerIncomplete(path: "a.ledger")) { try opened(bytes) }
        continue
      }
      let reader = try opened(bytes)
      let prefix = try reader.events()
      try #require(events.starts(with: prefix), "cut after \(length)")
      #expect(reader.digest == digest(prefix))
      lengths.insert(prefix.count)
      // All blocks that end before the cut are there, and what comes after the last of them is said.
      guard case .unfinished(let tear) = reader.status else {
        Issue.record("finished though cut after \(length)")
        continue
      }
      let blocksEnd = tear?.offset ?? UInt64(length)
      #expect(blocksEnd + (tear?.bytes ?? 0) == UInt64(length))
      #expect(tear.map { $0.block == UInt64(reader.blocks.count) } ?? true)
    }
    #expect(lengths == (isFinished ? [0, 16, 20, 36, 52, 60] : [0, 16, 20, 36]))
  }

  @Test func whatADiskLeavesInPlaceOfBytesNeverWrittenIsATear() throws {
    let whole = try ledger(events, options: options, isFinished: false)
    for rest in [[0], [UInt8](repeating: 0, count: 500), [UInt8](repeating: 0xA5, count: 200)] {
      let reader = try opened(whole + rest)
      #expect(
        reader.status
          == .unfinished(
            LedgerTear(
              block: 3, offset: UInt64(whole.count), bytes: UInt64(rest.count),
              finding: rest.count < 112 ? .short : .header)))
      #expect(try reader.events() == Array(events.prefix(48)))
    }
  }

  /// The footer is written last: where a machine stopped before its bytes were, nothing else is missing.
  @Test func aFooterThatWasNeverWrittenIsATear() throws {
    let whole = try ledger(events, options: options)
    for (rest, isTear) in [(0 as UInt8, true), (0xA5, false)] {
      let bytes = whole.dropLast(16) + [UInt8](repeating: rest, count: 16)
      guard isTear else {
        #expect(damage(Array(bytes))?.finding == .footer)
        continue
      }
      let reader = try opened(Array(bytes))
      guard case .unfinished(let tear) = reader.status else {
        Issue.record("\(reader.status)")
        continue
      }
      #expect(tear?.finding == .footer)
      #expect(try reader.events() == events)
    }
  }

  /// A disk may write the blocks between two syncs in any order.
  @Test func aHoleBehindTheLastSyncIsATear() throws {
    let whole = try ledger(
      events, options: LedgerOptions(eventsInBlock: 8, blocksBetweenSyncs: 3), isFinished: false)
    let blocks = try opened(whole).blocks
    #expect(blocks.count == 7)
    for index in blocks.indices {
      var bytes = whole
      let start = Int(blocks[index].offset)
      bytes.replaceSubrange(start..<start + 112, with: repeatElement(0, count: 112))
      // Blocks 0 to 2 were synced before the fourth was written, which says so; 3 to 5 likewise by the seventh.
      if index < 6 {
        let found = try #require(damage(bytes))
        #expect(found.block == UInt64(index) && found.offset == blocks[index].offset && found.finding == .header)
        #expect(found.events == UInt64(8 * index)..<UInt64(8 * index + 8))
      } else {
        #expect(try opened(bytes).events() == Array(events.prefix(8 * index)))
      }
    }
    let between = try ledger(
      events, options: LedgerOptions(eventsInBlock: 8, blocksBetweenSyncs: 5), isFinished: false)
    var bytes = between
    bytes[Int(blocks[5].offset) + 120] ^= 1
    let reader = try opened(bytes)
    #expect(try reader.events() == Array(events.prefix(40)))
    #expect(
      reader.status
        == .unfinished(
          LedgerTear(
            block: 5, offset: blocks[5].offset, bytes: UInt64(bytes.count) - blocks[5].offset, finding: .checksum)))
  }

  @Test func aTearIsSaidInWords() {
    let tear = LedgerTear(block: 3, offset: 400, bytes: 17, finding: .short)
    #expect(
      tear.description == "the last 17 bytes are left out: block 3 at byte 400 is not whole (the file ends inside it)")
  }
}
