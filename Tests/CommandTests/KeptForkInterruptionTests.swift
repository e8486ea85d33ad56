import Foundation
import Synchronization
import Testing
import Watchroom

@testable import WatchroomCommand

/// Somebody interrupts a fork that is being kept, or goes on with one.
@Suite struct KeptForkInterruptionTests {
  private let bench: LedgerBench

  init() throws {
    bench = try LedgerBench()
    #expect(bench.watchroom("run", "spring.json5", "--ledger", bench["a.ledger"]).status == .done)
  }

  private var fork: [String] {
    ["replay", bench["a.ledger"], "--from", "2022-08-20T12:00", "--with", "more.json5", "--ledger", bench["b.ledger"]]
  }

  @Test(arguments: [
    (0, "no event of the run is kept", "no event is kept"),
    (1, "the first event of the run is kept", "the first event is kept"),
    (12, "the first 12 events of the run are kept", "the first 12 events are kept"),
  ])
  func whatIsLeftIsCounted(count: UInt64, ofTheRun: String, alone: String) {
    #expect(UnfinishedLedger.kept(count, of: "the run") == ofTheRun)
    #expect(UnfinishedLedger.kept(count) == alone)
  }

  @Test func itIsSaidWhatIsLeftAndHowToGoOn() throws {
    let interruption = Interruption()
    let ledgers = InterruptingLedgers(interruption, atWrite: 3)
    var surroundings = Surroundings(
      output: Recording(), errors: Recording(), files: MemoryFiles(LedgerBench.files), elapsed: { .zero })
    surroundings.interruption = interruption
    surroundings.ledgers = ledgers
    // Nobody ends this process, so the fork comes to its end all the same.
    #expect(Command.run(fork, in: surroundings) == .done)
    let answer = try #require(ledgers.answer)
    let part = bench["b.ledger.part"]
    let kept = try #require(
      answer.message.firstMatch(
        of: /interrupted: the first ([0-9]+) events of the fork are kept in (.*) — go on with (.*)/))
    #expect(try #require(Int(kept.1)) > 0)
    #expect(String(kept.2) == part)
    #expect(String(kept.3) == "“watchroom run --resume \(bench["b.ledger"])”")
    #expect(answer.status == .hungUp)
    // Afterwards there is nothing left to go on with.
    #expect(interruption.receive(.interrupt)?.message == "interrupted: nothing more is written")
  }

  @Test func aForkThatIsGoneOnWithIsCalledByItsName() throws {
    #expect(bench.watchroom(fork).status == .done)
    let whole = try bench.bytes("b.ledger")
    let blocks = try LedgerReader(path: bench["b.ledger"]).blocks
    try bench.write(whole.prefix(Int(blocks[1].offset)), "c.ledger.part")
    for name in ["c.ledger", "d.ledger.part"] {
      let isPart = name.hasSuffix(".part")
      if isPart { try bench.write(whole.prefix(Int(blocks[1].offset)), name) }
      let resumed = bench.watchroom("run", "--resume", bench[name])
      #expect(resumed.status == .done, "\(resumed.errors)")
      #expect(!resumed.output.contains(".part"))
      #expect(resumed.output.hasSuffix("\(isPart ? "d" : "c").ledger\n"))
    }
    #expect(try bench.folder.names == ["a.ledger", "b.ledger", "c.ledger", "d.ledger"])
  }

  @Test func everySignalHasAStatusOfItsOwn() {
    for cause in Interruption.Cause.allCases {
      #expect(cause.status.rawValue == 128 + cause.rawValue)
      let interruption = Interruption()
      #expect(interruption.receive(cause)?.status == cause.status)
    }
    #expect(Interruption.Cause.allCases.map(\.rawValue) == [SIGHUP, SIGINT, SIGTERM])
  }
}

/// The ledgers on the disk, of which somebody has enough at one write.
private final class InterruptingLedgers: LedgerStorage {
  private let disk = DiskLedgers()
  private let interruption: Interruption
  private let left: Atomic<Int>
  private let received = Mutex<(message: String, status: WatchroomCommand.ExitStatus?)?>(nil)

  init(_ interruption: Interruption, atWrite write: Int) {
    self.interruption = interruption
    left = Atomic(write)
  }

  /// What was said then, and how the command was to end.
  var answer: (message: String, status: WatchroomCommand.ExitStatus?)? { received.withLock { $0 } }

  func open(_ path: String) throws(StorageFault) -> any LedgerFile { try disk.open(path) }

  func create(_ path: String) throws(StorageFault) -> any LedgerFile {
    WatchedFile(try disk.create(path), afterWrite: { self.noteWrite() })
  }

  func append(to path: String) throws(StorageFault) -> any LedgerFile { try disk.append(to: path) }

  func rename(_ old: String, to new: String) throws(StorageFault) { try disk.rename(old, to: new) }

  private func noteWrite() {
    guard left.wrappingSubtract(1, ordering: .relaxed).newValue == 0 else { return }
    let answer = interruption.receive(.hangup)
    received.withLock { $0 = answer }
  }
}
