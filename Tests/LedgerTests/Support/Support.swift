import ContactCentre
import DiscreteEvents
import Ledger
import Simulator
import Testing

let header = LedgerHeader(
  engine: "watchroom test", seed: 7, replication: 3, scenario: #"{"name":"Nächte"}"#,
  files: [LedgerHeader.File(path: "night.csv", bytes: [0, 255, 10, 13])])

/// Choices for generated tests: the same seed always makes the same ones.
struct Dice {
  private var stream: RandomStream

  init(_ seed: UInt64) { stream = RandomKey(seed: seed).derived(named: "tests").stream(0) }

  mutating func word() -> UInt64 { stream.next() }
  mutating func below(_ bound: Int) -> Int { Int(stream.next(below: UInt64(bound))) }
  mutating func chance(_ probability: Double) -> Bool { stream.uniform() < probability }
  mutating func pick<Element>(_ elements: [Element]) -> Element { elements[below(elements.count)] }
}

/// Events of any words, some of them likely ones and many alike, so that every shape is met.
func anyEvents(_ count: Int, seed: UInt64) -> [Event] {
  var dice = Dice(seed)
  func word(_ dice: inout Dice) -> UInt64 {
    let word = dice.word() >> UInt64(dice.below(65) & 63)
    return dice.chance(0.2) ? 0 : dice.chance(0.1) ? ~word : word
  }
  let kinds = (0..<1 + dice.below(40)).map { _ in dice.word() & 0xFFFF }
  return (0..<count).map { _ in
    let kind = dice.chance(0.05) ? dice.word() & 0xFFFF : dice.pick(kinds)
    return Event(word0: word(&dice) << 16 | kind, word1: word(&dice), word2: word(&dice))
  }
}

/// Events of a run of two channels, some 1,100 a day.
func runEvents(days: Int = 1, seed: UInt64 = 1) -> [Event] {
  var simulation = simulation(days: days, seed: seed)
  var events: [Event] = []
  while simulation.advance({ block in
    for index in block.indices { events.append(block[index]) }
  }) {}
  return events
}

func simulation(days: Int = 1, seed: UInt64 = 1) -> Simulation {
  let scenario = Scenario(
    name: "ledger", calendar: ScenarioCalendar(start: 1_704_067_200_000, days: days),
    channels: ["999", "101"].map { name in
      Channel(
        id: name, arrivals: .profile(ArrivalProfile(perYear: 36_500)), patience: .exponential(mean: 300),
        handling: .exponential(mean: 600), wrapUp: .exponential(mean: 60))
    },
    teams: [
      Team(
        id: "desk", answers: ["999", "101"],
        staff: .intervals(heads: Array(repeating: Array(repeating: 2, count: 24), count: 7)))
    ])
  return Simulation(plan: Plan(scenario), seed: seed, replication: 0)
}

func digest(_ events: some Sequence<Event>) -> EventDigest {
  var digest = EventDigest()
  digest.fold(Array(events).span)
  return digest
}

/// What stands in a file after `events`, and snapshots after those of these numbers, have been written to it.
func ledger(
  _ events: [Event], snapshots: [Int] = [], options: LedgerOptions = LedgerOptions(), isFinished: Bool = true,
  header: LedgerHeader = header
) throws -> [UInt8] {
  let storage = MemoryLedgers()
  try write(events, snapshots: snapshots, to: storage, options: options, isFinished: isFinished, header: header)
  return try #require(storage[isFinished ? "a.ledger" : "a.ledger.part"])
}

func write(
  _ events: [Event], snapshots: [Int] = [], to storage: some LedgerStorage, options: LedgerOptions,
  isFinished: Bool = true, header: LedgerHeader = header
) throws(LedgerError) {
  var writer = try LedgerWriter(path: "a.ledger", header: header, storage: storage, options: options)
  var start = 0
  for end in snapshots {
    try writer.append(Array(events[start..<end]).span)
    try writer.appendSnapshot(snapshot(after: end), at: end == 0 ? 0 : events[end - 1].time)
    start = end
  }
  try writer.append(Array(events[start...]).span)
  if isFinished { try writer.finish() }
}

func snapshot(after count: Int) -> [UInt8] { Array("the world after \(count) events".utf8) }

/// A reader of a file of these bytes.
func opened(_ bytes: [UInt8]) throws(LedgerError) -> LedgerReader {
  try LedgerReader(path: "a.ledger", storage: MemoryLedgers(["a.ledger": bytes]))
}

extension LedgerReader {
  /// All events from number `first` on.
  func events(from first: UInt64 = 0) throws(LedgerError) -> [Event] {
    try rest(of: cursor(from: first))
  }

  /// All events at `time` or later.
  func events(fromTime time: Milliseconds) throws(LedgerError) -> [Event] {
    try rest(of: cursor(fromTime: time))
  }

  private func rest(of cursor: consuming LedgerCursor) throws(LedgerError) -> [Event] {
    var events: [Event] = []
    while try cursor.advance({ block in
      for index in block.indices { events.append(block[index]) }
    }) {}
    return events
  }
}

/// The damage that reading all of `bytes` finds; nil if it finds none.
func damage(_ bytes: [UInt8]) -> LedgerDamage? {
  do throws(LedgerError) {
    try opened(bytes).verify()
    return nil
  } catch {
    guard case .damaged(_, let damage) = error else { return nil }
    return damage
  }
}
