import ContactCentre
import DiscreteEvents

/// Monday 1 January 2024, 00:00 UTC, in milliseconds since the Unix epoch.
let monday: Milliseconds = 1_704_067_200_000

/// A stretch of seconds as milliseconds.
func seconds(_ seconds: Double) -> Milliseconds { Milliseconds(nearestTo: seconds * 1_000) }

/// The clocks of the United Kingdom in 2022, written out by hand: summer time from 27 March to 30 October.
let unitedKingdom = ZoneRules(
  name: "Europe/London", initialOffset: 0,
  transitions: [
    .init(instant: 1_648_342_800_000, offset: .hour),
    .init(instant: 1_667_091_600_000, offset: 0),
  ])

/// Noon on 26 March, and on 29 October, 2022, the days before these clocks change, in milliseconds since the Unix epoch.
let noonInMarch: Milliseconds = 1_648_296_000_000
let noonInOctober: Milliseconds = 1_667_041_200_000

/// The same number of heads on every day of the week.
func daily(_ heads: Int) -> [Int] { Array(repeating: heads, count: 7) }

/// Staff of `heads` at all times.
func always(_ heads: Int) -> Staff { .intervals(heads: Array(repeating: [heads], count: 7)) }

/// A log of these events.
func makeLog(_ events: some Sequence<Event>) -> EventLog {
  var log = EventLog()
  log.append(Array(events).span)
  return log
}

/// The fingerprint of these events.
func digest(_ events: some Sequence<Event>) -> EventDigest {
  var digest = EventDigest()
  digest.fold(Array(events).span)
  return digest
}

/// Choices for generated tests: the same seed always makes the same ones.
struct Dice {
  private var stream: RandomStream

  init(_ seed: UInt64) { stream = RandomKey(seed: seed).derived(named: "tests").stream(0) }

  mutating func below(_ bound: Int) -> Int { Int(stream.next(below: UInt64(bound))) }
  mutating func chance(_ probability: Double) -> Bool { stream.uniform() < probability }
  mutating func pick<Element>(_ elements: [Element]) -> Element { elements[below(elements.count)] }
}
