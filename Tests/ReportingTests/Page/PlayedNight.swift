import Foundation
import Watchroom

@testable import Pages

/// The changes of a playback, read as the player's script reads them and folded as it folds them.
struct PlayedNight {
  struct Change {
    var thing: Int
    var state: Int
    var kind: UInt8
    var time: Milliseconds
    var number: Int
    var a = -1
    var b = -1
    var counted: Milliseconds = 0
    var hub = -1
  }

  private(set) var changes: [Change] = []
  private var place = 0
  private(set) var contacts: [Int: (channel: Int, state: Int)] = [:]
  private(set) var handlers: [Int: (team: Int, state: Int)] = [:]
  private(set) var units: [Int: (hub: Int, state: Int, arrives: Milliseconds)] = [:]
  private(set) var incidents: [Int: (grade: Int, state: Int)] = [:]
  private(set) var inTime = 0

  init(_ playback: Playback) throws {
    guard let data = Data(base64Encoded: playback.changes) else { throw Markup.Fault(message: "not base 64") }
    var bytes = Array(data)[...]
    func number() -> Int {
      var value = 0
      var shift = 0
      while let byte = bytes.popFirst() {
        value |= Int(byte & 0x7F) << shift
        shift += 7
        if byte < 0x80 { break }
      }
      return value
    }
    func signed() -> Int {
      let value = number()
      return value % 2 == 0 ? value / 2 : -(value + 1) / 2
    }
    var last = [0, 0, 0, 0]
    var known: [Set<Int>] = [[], [], [], []]
    var time: Milliseconds = 0
    var incident = 0
    while !bytes.isEmpty {
      let tag = number()
      let kind = bytes.popFirst() ?? 0
      time += Milliseconds(number())
      let (thing, state) = (tag & 3, tag >> 2)
      last[thing] += signed()
      var change = Change(thing: thing, state: state, kind: kind, time: time, number: last[thing])
      let isNew = state != 0 && known[thing].insert(change.number).inserted
      if state == 0 { known[thing].remove(change.number) }
      if thing == 0, state > 0 {
        if isNew { for _ in 0..<3 { _ = number() } }
        if state != 5 { change.a = number() }
        if [2, 6].contains(state) { change.counted = Milliseconds(number()) }
      } else if thing == 1, isNew {
        change.a = number()
      } else if thing == 2, state > 0 {
        if isNew { change.hub = number() }
        if (2..<8).contains(state) {
          incident += signed()
          change.a = incident
        }
        if [1, 4, 6].contains(state) { change.b = number() }
        if state == 6 { _ = number() }
      } else if thing == 3, state > 0 {
        change.a = number()
        if isNew {
          _ = signed()
          _ = signed()
          _ = number()
        }
      }
      changes.append(change)
    }
  }

  /// Folds the changes up to `time`, which may only rise.
  mutating func seek(_ time: Milliseconds) {
    while place < changes.count, changes[place].time <= time {
      apply(changes[place])
      place += 1
    }
  }

  private mutating func apply(_ change: Change) {
    let number = change.number
    switch change.thing {
    case 0:
      let channel = [1, 2, 6].contains(change.state) ? change.a : contacts[number]?.channel ?? 0
      if [3, 7, 8].contains(change.state), change.a % 2 == 1 { inTime += 1 }
      contacts[number] = change.state == 0 ? nil : (channel, change.state)
    case 1:
      handlers[number] = change.state == 0 ? nil : (handlers[number]?.team ?? change.a, change.state)
    case 2:
      let hub = units[number]?.hub ?? change.hub
      let arrives = change.b >= 0 ? change.time + Milliseconds(change.b) : units[number]?.arrives ?? 0
      units[number] = change.state == 0 ? nil : (hub, change.state, arrives)
    default:
      incidents[number] = change.state == 0 ? nil : (change.a, change.state)
    }
  }
}
