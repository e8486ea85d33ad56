import ContactCentre
import Ledger
import Testing

/// A file that is not as it was written.
@Suite struct DamageTests {
  private let events = Array(runEvents().prefix(40))
  private let options = LedgerOptions(eventsInBlock: 16, blocksBetweenSyncs: 1)
  private let small = LedgerHeader(engine: "e", seed: 1, replication: 0, scenario: "{}")

  @Test(arguments: 0..<8)
  func everyBitFlippedIsReportedWithItsBlock(bit: Int) throws {
    let whole = try ledger(events, snapshots: [16], options: options, header: small)
    let intact = try opened(whole)
    let offsets = intact.blocks.map { Int($0.offset) }
    let tail = try #require(
      whole.indices.last { $0 % 8 == 0 && whole[$0...].starts(with: Array("WRLBLOCK".utf8)) })
    for index in whole.indices {
      var bytes = whole
      bytes[index] ^= 1 << UInt8(bit)
      do throws(LedgerError) {
        try opened(bytes).verify()
        Issue.record("bit \(bit) of byte \(index) made no difference")
      } catch {
        if index < small.encodedLength {
          switch error {
          case .notALedger: #expect(index < 8)
          case .headerDamaged: break
          case .headerIncomplete: #expect(16..<24 ~= index)
          default: Issue.record("byte \(index): \(error)")
          }
          continue
        }
        guard case .damaged(_, let damage) = error else {
          Issue.record("byte \(index): \(error)")
          continue
        }
        let block = index < tail ? offsets.lastIndex { $0 <= index } : offsets.count
        #expect(damage.block == block.map { UInt64($0) }, "byte \(index)")
        #expect(damage.offset == UInt64(index < tail ? offsets.last { $0 <= index } ?? 0 : tail), "byte \(index)")
      }
    }
  }

  /// Where there is no index, flips in what was synced are damage, and others a tear; none alters an event.
  @Test(arguments: 0..<8)
  func noBitFlippedInAnUnfinishedLedgerAltersAnEvent(bit: Int) throws {
    let whole = try ledger(
      events, snapshots: [40], options: LedgerOptions(eventsInBlock: 10, blocksBetweenSyncs: 2), isFinished: false,
      header: small)
    let offsets = try opened(whole).blocks.map { Int($0.offset) }
    #expect(offsets.count == 5)
    for index in whole.indices.dropFirst(small.encodedLength) {
      var bytes = whole
      bytes[index] ^= 1 << UInt8(bit)
      let block = try #require(offsets.lastIndex { $0 <= index })
      do throws(LedgerError) {
        let reader = try opened(bytes)
        guard case .unfinished(let tear?) = reader.status else {
          Issue.record("bit \(bit) of byte \(index) made no difference")
          continue
        }
        #expect(block >= 4 && tear.block == UInt64(block) && tear.offset == UInt64(offsets[block]))
        #expect(try reader.events() == Array(events.prefix(10 * block)))
      } catch {
        guard case .damaged(_, let damage) = error else {
          Issue.record("byte \(index): \(error)")
          continue
        }
        #expect(block < 4 && damage.block == UInt64(block) && damage.offset == UInt64(offsets[block]))
        #expect(damage.events == UInt64(10 * block)..<UInt64(10 * block + 10))
      }
    }
  }

  @Test func blocksMovedLeftOutOrDoubledAreReported() throws {
    let whole = try ledger(events, options: LedgerOptions(eventsInBlock: 10, blocksBetweenSyncs: 1))
    let blocks = try opened(whole).blocks
    func block(_ index: Int) -> ArraySlice<UInt8> { whole[Int(blocks[index].offset)..<Int(blocks[index + 1].offset)] }
    let start = whole[..<Int(blocks[0].offset)]
    let end = whole[Int(blocks[3].offset)...]
    for order in [[0, 2], [1, 0, 2], [0, 0, 1, 2], [1, 2], [0, 2, 1], [2]] {
      let bytes = Array(start) + order.flatMap { block($0) } + end
      #expect(damage(bytes) != nil, "\(order)")
    }
    #expect(damage(Array(start) + (0..<3).flatMap { block($0) } + end) == nil)
  }

  @Test func aBlockOfAnotherLedgerIsNoneOfThisOne() throws {
    let whole = try ledger(events, options: options)
    var otherHeader = header
    otherHeader.seed = 8
    let other = try ledger(events, options: options, header: otherHeader)
    let blocks = try opened(whole).blocks
    #expect(try opened(other).blocks == blocks)
    var bytes = whole
    let range = Int(blocks[1].offset)..<Int(blocks[2].offset)
    bytes.replaceSubrange(range, with: other[range])
    #expect(damage(bytes)?.block == 1)
  }

  @Test func bytesBehindTheEndAreReported() throws {
    let whole = try ledger(events, options: options)
    for rest in [[0], [UInt8](repeating: 0, count: 16), whole] {
      #expect(damage(whole + rest) != nil)
    }
  }

  @Test func whatIsLostIsNamed() throws {
    let whole = try ledger(events, options: options)
    let blocks = try opened(whole).blocks
    var bytes = whole
    bytes[Int(blocks[1].offset) + 115] ^= 4
    let error = #expect(throws: LedgerError.self) { try opened(bytes).verify() }
    let damage = LedgerDamage(
      block: 1, offset: blocks[1].offset, finding: .checksum, events: 16..<32,
      times: events[16].time...events[31].time)
    #expect(error == .damaged(path: "a.ledger", damage))
    #expect(error?.isStorageFault == false)
    let said = LedgerDamage(
      block: 1, offset: 400, finding: .checksum, events: 16..<32, times: 61_000...(2 * 86_400_000 + 3_600_000))
    #expect(
      LedgerError.damaged(path: "night.ledger", said).description
        == "night.ledger: block 1 at byte 400 is damaged: its bytes do not match their checksum; 16 events are lost with it, "
        + "from number 16 on, which happened from 00:01:01 to 2 d 01:00:00 after the start — take another copy of the file, "
        + "or run its scenario again")
  }

  @Test func whatIsNoLedgerOrTooNewIsRefused() throws {
    for bytes in [Array("{ name: 'a scenario' } and so on".utf8), [UInt8](repeating: 0, count: 100), [1]] {
      #expect(throws: LedgerError.notALedger(path: "a.ledger")) { try opened(bytes) }
    }
    let whole = try ledger(events, options: options)
    for (place, what) in [(8, "format"), (12, "schema of events")] {
      var bytes = whole
      bytes[place] = 9
      bytes.sealHeader(length: header.encodedLength)
      #expect(throws: LedgerError.tooNew(path: "a.ledger", what: what, found: 9, known: 1)) { try opened(bytes) }
    }
    #expect(throws: LedgerError.storage(path: "b", StorageFault(.open, .missing))) {
      try LedgerReader(path: "b", storage: MemoryLedgers())
    }
  }

  /// Every error says in one line which file it is about and what can be done.
  @Test func errorsSayWhatCanBeDone() {
    let errors: [LedgerError] = [
      .inTheWay(path: "x"), .nameTaken(path: "x"), .notALedger(path: "x"), .headerIncomplete(path: "x"),
      .headerDamaged(path: "x"),
      .tooNew(path: "x", what: "format", found: 2, known: 1),
      .damaged(path: "x", LedgerDamage(block: 0, offset: 9, finding: .short, events: 5..<5)),
    ]
    for error in errors {
      #expect(error.description.hasPrefix("x: ") && error.description.contains(" — "), "\(error)")
      #expect(error.isStorageFault == [.inTheWay(path: "x"), .nameTaken(path: "x")].contains(error))
    }
    let fault = LedgerError.storage(path: "x", StorageFault(.write, .system("No space left on device")))
    #expect(fault.description == "x: write failed: No space left on device")
    #expect(fault.isStorageFault)
  }

  /// What was synced later is found wherever it lies in the pieces of 64 KiB in which the rest of a file is looked through.
  @Test func aBlockAcrossTwoPiecesOfTheRestIsFound() throws {
    let events = runEvents(days: 30)
    func twoBlocks(_ count: Int) throws -> (bytes: [UInt8], first: Int, length: Int) {
      let options = LedgerOptions(eventsInBlock: count, blocksBetweenSyncs: 1)
      let bytes = try ledger(Array(events.prefix(2 * count)), options: options, isFinished: false, header: small)
      let blocks = try opened(bytes).blocks
      try #require(blocks.count == 2)
      return (bytes, Int(blocks[0].offset), Int(blocks[1].offset - blocks[0].offset))
    }
    // So many events that the header of the second block begins in the first piece and ends in the next.
    var (few, many) = (1_000, events.count / 2)
    while many - few > 1 {
      let middle = (few + many) / 2
      if try twoBlocks(middle).length > 65_536 - 112 { many = middle } else { few = middle }
    }
    var (bytes, first, length) = try twoBlocks(many)
    try #require((65_536 - 111...65_536).contains(length))
    bytes[first + 120] ^= 1
    let found = try #require(damage(bytes))
    #expect(found.block == 0 && found.finding == .checksum && found.events == 0..<UInt64(many))
  }
}
