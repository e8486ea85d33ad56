/// All units, found by number, and sets of them.
struct UnitTable: ~Copyable {
  private(set) var records: UnsafeMutablePointer<UnitRecord>
  private(set) var count: Int
  /// No number below this one is unused.
  private var lowestUnused: Int
  /// Free units by role, one bit each, the words of diary units after those of response units.
  private var freeSets: UnsafeMutablePointer<UInt64>
  private var freeCounts = (response: 0, diary: 0)
  /// Units that may be diverted, one bit each.
  private var divertibleSet: UnsafeMutablePointer<UInt64>
  /// Units at the scene of an incident, one bit each.
  private var atSceneSet: UnsafeMutablePointer<UInt64>

  init() {
    count = 64
    lowestUnused = 0
    records = .allocate(capacity: count)
    records.initialize(repeating: .away, count: count)
    freeSets = .allocate(capacity: 2)
    freeSets.initialize(repeating: 0, count: 2)
    divertibleSet = .allocate(capacity: 1)
    divertibleSet.initialize(to: 0)
    atSceneSet = .allocate(capacity: 1)
    atSceneSet.initialize(to: 0)
  }

  deinit {
    records.deallocate()
    freeSets.deallocate()
    divertibleSet.deallocate()
    atSceneSet.deallocate()
  }

  @inline(always)
  subscript(number: UInt16) -> UnsafeMutablePointer<UnitRecord> { records + Int(number) }

  private var words: Int { count >> 6 }

  // MARK: Numbers

  /// The lowest number no unit has; nil if all 65,535 are taken.
  func unused() -> UInt16? {
    var number = lowestUnused
    while number < count, records[number].state != .away { number += 1 }
    return number < Int(noUnit) ? UInt16(number) : nil
  }

  /// Makes sure the number exists, and forgets that it was unused.
  mutating func occupy(_ number: UInt16) {
    while Int(number) >= count { grow() }
    if Int(number) == lowestUnused { lowestUnused += 1 }
  }

  /// Gives the number back.
  mutating func vacate(_ number: UInt16) {
    records[Int(number)] = .away
    lowestUnused = min(lowestUnused, Int(number))
  }

  private mutating func grow() {
    let grown = UnsafeMutablePointer<UnitRecord>.allocate(capacity: count * 2)
    grown.initialize(from: records, count: count)
    (grown + count).initialize(repeating: .away, count: count)
    records.deallocate()
    records = grown
    let free = UnsafeMutablePointer<UInt64>.allocate(capacity: words * 4)
    free.initialize(repeating: 0, count: words * 4)
    let divertible = UnsafeMutablePointer<UInt64>.allocate(capacity: words * 2)
    divertible.initialize(repeating: 0, count: words * 2)
    let atScene = UnsafeMutablePointer<UInt64>.allocate(capacity: words * 2)
    atScene.initialize(repeating: 0, count: words * 2)
    for word in 0..<words {
      free[word] = freeSets[word]
      free[words * 2 + word] = freeSets[words + word]
      divertible[word] = divertibleSet[word]
      atScene[word] = atSceneSet[word]
    }
    freeSets.deallocate()
    divertibleSet.deallocate()
    atSceneSet.deallocate()
    freeSets = free
    divertibleSet = divertible
    atSceneSet = atScene
    count *= 2
  }

  // MARK: Sets

  /// How many units of a role are free. O(1).
  func freeCount(role: UInt8) -> Int { role == 0 ? freeCounts.response : freeCounts.diary }

  /// Says whether a unit is free.
  mutating func setFree(_ number: UInt16, _ isFree: Bool) {
    let role = records[Int(number)].role
    let word = freeSets + (Int(role) * words + Int(number) >> 6)
    let bit: UInt64 = 1 << UInt64(number & 63)
    if (word.pointee & bit != 0) == isFree { return }
    word.pointee ^= bit
    let change = isFree ? 1 : -1
    if role == 0 { freeCounts.response += change } else { freeCounts.diary += change }
  }

  /// Says whether a unit may be diverted.
  mutating func setDivertible(_ number: UInt16, _ isDivertible: Bool) { set(divertibleSet, number, isDivertible) }

  /// Says whether a unit is at the scene of an incident.
  mutating func setAtScene(_ number: UInt16, _ isAtScene: Bool) { set(atSceneSet, number, isAtScene) }

  private func set(_ set: UnsafeMutablePointer<UInt64>, _ number: UInt16, _ isMember: Bool) {
    let word = set + Int(number) >> 6
    let bit: UInt64 = 1 << UInt64(number & 63)
    if isMember { word.pointee |= bit } else { word.pointee &= ~bit }
  }

  /// Calls `body` with each free unit of a role, the lowest number first. O(units / 64 + free units).
  @inline(always)
  func forEachFree(role: UInt8, _ body: (UInt16) -> Void) {
    forEach(freeSets + Int(role) * words, body)
  }

  /// Calls `body` with each unit that may be diverted, the lowest number first. O(units / 64 + divertible units).
  @inline(always)
  func forEachDivertible(_ body: (UInt16) -> Void) { forEach(divertibleSet, body) }

  /// Calls `body` with each unit at the scene of an incident, the lowest number first. O(units / 64 + units at scenes).
  @inline(always)
  func forEachAtScene(_ body: (UInt16) -> Void) { forEach(atSceneSet, body) }

  @inline(always)
  private func forEach(_ set: UnsafeMutablePointer<UInt64>, _ body: (UInt16) -> Void) {
    for word in 0..<words {
      var bits = set[word]
      while bits != 0 {
        body(UInt16(truncatingIfNeeded: word << 6 | bits.trailingZeroBitCount))
        bits &= bits &- 1
      }
    }
  }
}
