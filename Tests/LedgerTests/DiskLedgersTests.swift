import Foundation
import Ledger
import Testing

/// The real disk.
@Suite struct DiskLedgersTests {
  /// Calls `body` with the path of a folder that is gone afterwards.
  private func withFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("ledger-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder.path)
  }

  @Test func aLedgerIsWrittenUnderAnotherNameAndThenGivenItsOwn() throws {
    try withFolder { folder in
      let path = folder + "/night.ledger"
      let events = anyEvents(10_000, seed: 1)
      var writer = try LedgerWriter(path: path, header: header, options: LedgerOptions(blocksBetweenSyncs: 1))
      try writer.append(events.span)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["night.ledger.part"])
      #expect(writer.syncedEventCount == 8_192)
      let reader = try LedgerReader(path: LedgerWriter.unfinishedPath(of: path))
      #expect(reader.eventCount == 8_192 && reader.status == .unfinished(nil))
      try writer.finish()
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["night.ledger"])
      let isSame = try LedgerReader(path: path).events() == events
      #expect(isSame)
      let bytes = try [UInt8](Data(contentsOf: URL(fileURLWithPath: path)))
      let isTheSame = try bytes == ledger(events, options: LedgerOptions(blocksBetweenSyncs: 1))
      #expect(isTheSame)
    }
  }

  @Test func anUnfinishedLedgerIsResumedUnlessSomebodyWritesIt() throws {
    try withFolder { folder in
      let path = folder + "/night.ledger"
      let part = LedgerWriter.unfinishedPath(of: path)
      do {
        var writer = try LedgerWriter(path: path, header: header)
        try writer.append(anyEvents(5_000, seed: 1).span)
        // Whoever is told that it is in the way may remove it.
        #expect(throws: LedgerError.storage(path: part, StorageFault(.create, .inUse))) {
          _ = try LedgerWriter(path: path, header: header)
        }
        #expect(throws: LedgerError.storage(path: part, StorageFault(.open, .inUse))) {
          _ = try LedgerWriter(resuming: path)
        }
        #expect(writer.digest.count == 5_000)
      }
      #expect(throws: LedgerError.inTheWay(path: part)) { _ = try LedgerWriter(path: path, header: header) }
      var writer = try LedgerWriter(resuming: path)
      #expect(writer.digest.count == 4_096)
      try writer.append(Array(anyEvents(5_000, seed: 1)[4_096...]).span)
      try writer.finish()
      #expect(try LedgerReader(path: path).digest == digest(anyEvents(5_000, seed: 1)))
    }
  }

  /// What another program writes under the name is not taken for this run, finished or not.
  @Test(arguments: [true, false], [true, false])
  func aFileThatWasRemovedWhileItWasWrittenIsSaidToBeLost(isFinished: Bool, isReplaced: Bool) throws {
    try withFolder { folder in
      let path = folder + "/night.ledger"
      let part = LedgerWriter.unfinishedPath(of: path)
      var writer = try LedgerWriter(path: path, header: header)
      try writer.append(anyEvents(5_000, seed: 1).span)
      try FileManager.default.removeItem(atPath: part)
      if isReplaced { try Data("another's".utf8).write(to: URL(fileURLWithPath: part)) }
      let operation: StorageFault.Operation = isFinished ? .rename : .close
      do throws(LedgerError) {
        if isFinished { try writer.finish() } else { try writer.leave() }
        Issue.record("nothing is said")
      } catch {
        #expect(error == .storage(path: part, StorageFault(operation, .replaced)))
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == (isReplaced ? ["night.ledger.part"] : []))
      if isReplaced { #expect(try String(contentsOfFile: part, encoding: .utf8) == "another's") }
    }
  }

  @Test func whatCannotBeOpenedIsSaid() throws {
    try withFolder { folder in
      let path = folder + "/none/night.ledger"
      #expect(throws: LedgerError.storage(path: path, StorageFault(.open, .missing))) { try LedgerReader(path: path) }
      #expect(throws: LedgerError.storage(path: path + ".part", StorageFault(.create, .missing))) {
        _ = try LedgerWriter(path: path, header: header)
      }
      #expect(throws: LedgerError.storage(path: folder, StorageFault(.open, .irregular))) {
        try LedgerReader(path: folder)
      }
    }
  }

  /// Nobody writes into it, and so whoever opens it and waits would wait without end.
  @Test(.timeLimit(.minutes(1))) func aPipeIsNotWaitedFor() throws {
    try withFolder { folder in
      let path = folder + "/night.ledger"
      let part = LedgerWriter.unfinishedPath(of: path)
      #expect(mkfifo(path, 0o600) == 0 && mkfifo(part, 0o600) == 0)
      #expect(throws: LedgerError.storage(path: path, StorageFault(.open, .irregular))) { try LedgerReader(path: path) }
      #expect(throws: LedgerError.nameTaken(path: part)) { _ = try LedgerWriter(path: path, header: header) }
      let names = try FileManager.default.contentsOfDirectory(atPath: folder)
      #expect(names.sorted() == ["night.ledger", "night.ledger.part"])
    }
  }

  @Test func aNameThatIsTooLongIsNotThere() throws {
    try withFolder { folder in
      let path = folder + "/" + String(repeating: "x", count: 260)
      #expect(throws: LedgerError.storage(path: path, StorageFault(.open, .system("File name too long")))) {
        try LedgerReader(path: path)
      }
    }
  }

  @Test func aFullDiskIsSaid() throws {
    let full = try? DiskLedgers().append(to: "/dev/full")
    try #require(full != nil, "this system has a device that is always full")
    let error = #expect(throws: StorageFault.self) {
      try [UInt8(1)].withUnsafeBytes { bytes in _ = try full?.write(bytes) }
    }
    #expect(error?.operation == .write)
  }
}
