import Ledger
import Testing

/// The ledgers in memory that everybody may use; those of the other tests can fail at will.
@Suite("Ledgers in memory")
struct MemoryLedgersTests {
  @Test func keepsWhatIsWrittenAndRefusesWhatADiskWould() throws {
    let storage = Ledger.MemoryLedgers(["old": [1, 2, 3]])
    #expect(throws: StorageFault(.open, .missing)) { try storage.open("new") }
    #expect(throws: StorageFault(.create, .exists)) { try storage.create("old") }
    #expect(throws: StorageFault(.rename, .missing)) { try storage.rename("new", to: "old") }
    let events = runEvents()
    var writer = try LedgerWriter(path: "new", header: header, storage: storage)
    try writer.append(events.span)
    try writer.finish()
    #expect(try LedgerReader(path: "new", storage: storage).events() == events)
    let file = try storage.append(to: "old")
    #expect(try file.isNamed("old") && !file.isNamed("new"))
    try file.truncate(to: 2)
    #expect(storage["old"] == [1, 2])
    try storage.rename("new", to: "old")
    #expect(storage["new"] == nil && storage["old"]?.count ?? 0 > 2)
  }
}
