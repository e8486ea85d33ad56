import Watchroom

#if !FUZZING
  @testable import Ledger
#endif

/// Ledgers nobody should trust: any bytes, and events made up and given the checksums that belong to them.
enum HostileLedgers {
  /// Opens any bytes as a ledger, or where they do not begin as one, the bytes of a true one changed as they say. Tells
  /// whether there was a way to read them.
  static func open(_ given: [UInt8]) throws -> Bool {
    let bytes = given.starts(with: [0x89, 0x57]) ? given : damaged(given)
    let ways = [["replay", "--verify"], ["report"], ["export", "--to", "ndjson"]]
    let areDone = try ways.map { verb in
      try HostileCommandLines.run(verb + ["a.ledger"], [:], ledgers: MemoryLedgers(["a.ledger": bytes]))
    }
    return try takeArrivals(bytes) || areDone.contains(true)
  }

  /// Simulates the base scenario with the contacts that a ledger says came, and tells whether it says so.
  private static func takeArrivals(_ bytes: [UInt8]) throws -> Bool {
    try HostileScenarios.read(
      ["s.json5": HostileScenarios.base, "a.ledger": bytes],
      settings: ["channels.999.arrivals={perYear: null, ledger: 'a.ledger'}"])
  }

  /// A run of the base scenario, cut to what can be changed in a blink.
  private static let run: (header: LedgerHeader, events: [Event]) = {
    guard
      let read = try? ScenarioReader.read(
        path: "s.json5", files: MemoryFiles(bytes: ["s.json5": HostileScenarios.base]))
    else { fatalError("the base scenario is wrong") }
    var simulation = Simulation(plan: Plan(read.scenario), seed: 1, replication: 0)
    var events: [Event] = []
    while simulation.advance({ block in
      for index in block.indices { events.append(block[index]) }
    }) {}
    var header = LedgerHeader(
      engine: Engine.name, seed: 1, replication: 0, scenario: read.resolvedText, files: [])
    header.scenarioDigest = read.digest
    return (header, events)
  }()

  /// A true ledger, and where its header and its blocks end.
  private static let whole: (bytes: [UInt8], ends: [Int]) = {
    let ledgers = MemoryLedgers()
    do {
      var writer = try LedgerWriter(
        path: "a.ledger", header: run.header, storage: ledgers,
        options: LedgerOptions(eventsInBlock: 64, blocksBetweenSyncs: 2))
      try writer.append(Array(run.events[..<300]).span)
      try writer.appendSnapshot([1, 2, 3], at: run.events[299].time)
      try writer.append(Array(run.events[300..<400]).span)
      try writer.finish()
      let reader = try LedgerReader(path: "a.ledger", storage: ledgers)
      let bytes = ledgers["a.ledger"] ?? []
      // The footer says where the index begins.
      let footer = bytes.count - 16
      let index = bytes.withUnsafeBytes { bytes in bytes.baseAddress.map { Int($0.word(at: footer)) } ?? 0 }
      return (bytes, reader.blocks.map { Int($0.offset) } + [index, footer])
    } catch {
      fatalError("memory cannot be written: \(error)")
    }
  }()

  /// A true ledger of which words are changed, ten bytes a change: where (2 bytes), and by what (8). Every block is then
  /// given the checksums that belong to it.
  private static func damaged(_ changes: [UInt8]) -> [UInt8] {
    var bytes = whole.bytes
    var rest = changes[...]
    while rest.count >= 10 {
      let change = Array(rest.prefix(10))
      let place = 8 * ((Int(change[0]) << 8 | Int(change[1])) % (bytes.count / 8))
      for index in 0..<8 { bytes[place + index] ^= change[2 + index] }
      rest = rest.dropFirst(10)
    }
    bytes.withUnsafeMutableBytes { bytes in
      guard let start = bytes.baseAddress else { return }
      func seal(_ range: Range<Int>, _ key: UInt64, at place: Int) {
        start.setWord(Checksum.of(UnsafeRawBufferPointer(rebasing: bytes[range]), key: key), at: place)
      }
      let header = whole.ends[0]
      seal(0..<header - 8, 0, at: header - 8)
      let key = UnsafeRawPointer(start).word(at: header - 8)
      for (begin, end) in zip(whole.ends, whole.ends.dropFirst()) {
        seal(begin + 112..<end, key, at: begin + 96)
        seal(begin..<begin + 104, key, at: begin + 104)
      }
    }
    return bytes
  }

  /// Changes events as `bytes` say, twelve bytes a change after the first two, and reads the ledger in one of the ways
  /// there are. Tells whether it could be read.
  static func replay(_ bytes: [UInt8]) throws -> Bool {
    guard bytes.count >= 2 else { return false }
    var events = run.events
    var rest = bytes.dropFirst(2)
    while rest.count >= 12, !events.isEmpty {
      change(&events, Array(rest.prefix(12)))
      rest = rest.dropFirst(12)
    }
    let isWhole = bytes[0] % 8 != 7
    if !isWhole, let count = bytes.last { events.removeLast(min(events.count, Int(count))) }
    let ledgers = MemoryLedgers()
    var writer = try LedgerWriter(
      path: "a.ledger", header: run.header, storage: ledgers,
      options: LedgerOptions(eventsInBlock: 64, blocksBetweenSyncs: 64))
    try writer.append(events.span)
    if isWhole { try writer.finish() } else { try writer.leave() }
    if bytes[0] % 8 == 1 { return try takeArrivals(ledgers["a.ledger"] ?? []) }
    let hour = 7 + Int(bytes[1] % 17)
    let time = "2022-07-22T\(hour < 10 ? "0" : "")\(hour):30"
    let arguments =
      switch bytes[0] % 8 {
      case 0: ["replay", "a.ledger", "--at", time]
      case 2, 3: ["replay", "a.ledger", "--from", time, "--set", "teams.more.staff.byHour.9=5"]
      case 4: ["report", "a.ledger", "--report", "a.html"]
      case 5: ["export", "a.ledger", "--to", "csv", "--output", "x"]
      case 6: ["export", "a.ledger", "--to", "ocel-json"]
      default: ["run", "--resume", "a.ledger"]
      }
    return try HostileCommandLines.run(arguments, [:], ledgers: ledgers)
  }

  /// One change: which (1 byte), of what (1), where (2), and to what (8).
  private static func change(_ events: inout [Event], _ bytes: [UInt8]) {
    let place = (Int(bytes[2]) << 8 | Int(bytes[3])) % events.count
    let value = bytes[4...].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    let event = events[place]
    switch bytes[0] % 8 {
    case 0: events.remove(at: place)
    case 1: events.insert(event, at: place)
    case 2: events.swapAt(place, Int(value % UInt64(events.count)))
    case 3: events[place] = Event(word0: event.word0 ^ value, word1: event.word1, word2: event.word2)
    case 4: events[place] = Event(word0: event.word0, word1: event.word1 ^ value, word2: event.word2)
    case 5: events[place] = Event(word0: event.word0, word1: event.word1, word2: event.word2 ^ value)
    case 6:
      // Another kind of event at the same time.
      events[place] = Event(
        word0: event.word0 & ~0xFF00 | UInt64(bytes[1]) << 8, word1: value, word2: event.word2)
    default:
      let other = events[Int(value % UInt64(events.count))]
      events.insert(
        Event(word0: event.word0 & ~0xFFFF | other.word0 & 0xFFFF, word1: other.word1, word2: other.word2), at: place)
    }
  }
}
