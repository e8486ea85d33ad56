import ContactCentre
import Foundation
import Ledger
import Testing

/// Ledgers written by past versions, which must be read for ever. Never make one of these files anew: a reader that cannot
/// read what it holds is wrong.
@Suite struct FixtureTests {
  private func fixture(_ name: String) throws -> LedgerReader {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Fixtures")
    return try LedgerReader(path: folder.appendingPathComponent(name).path)
  }

  /// Friday 22 July 2022 from 07:00 on in Scenarios/wmp-2021-22.json5 without a warm-up: contacts and handlers.
  @Test func contactsOfFormat1() throws {
    let reader = try fixture("contacts.ledger")
    #expect(reader.status == .finished)
    #expect(reader.header.engine == "watchroom 0.1.0")
    #expect(reader.header.seed == 1 && reader.header.replication == 0)
    #expect(reader.header.scenario.hasPrefix(#"{"name":"West Midlands Police, 2021–22""#))
    #expect(reader.header.files == [LedgerHeader.File(path: "notes.csv", bytes: Array("time,note\n".utf8))])
    #expect(reader.eventCount == 30_803)
    #expect(reader.digest.hexadecimal == "1e0dd2009a21f943a325d05002506373")
    let snapshot = try #require(try reader.snapshot(afterAtMost: .max))
    #expect(snapshot.event == 16_384 && snapshot.bytes == Array("after four blocks".utf8))

    let events = try reader.events()
    #expect(digest(events) == reader.digest)
    #expect(try reader.events(from: snapshot.event) == Array(events[16_384...]))
    #expect(events[0] == Event(word0: 32 << 8, word1: 28_800_000 << 32, word2: 0))
    #expect(
      events[events.count - 1] == Event(word0: 86_376_964 << 16 | 9 << 8 | 2, word1: 55_805 << 32 | 4_928, word2: 5))
    let counts = EventKind.allCases.map { kind in events.count { $0.kind == kind } }
    #expect(
      counts.filter { $0 > 0 } == [
        4_523, 407, 4_507, 4_507, 3_510, 3_852, 3_846, 3_842, 1_078, 407, 59, 9, 93, 59, 59, 45,
      ])
  }
}
