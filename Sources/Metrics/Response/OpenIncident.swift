import DiscreteEvents

/// What the recorder must remember of an incident until it is over: 56 bytes.
struct OpenIncident {
  /// When it opened.
  var opened: Milliseconds
  /// When its response clock started.
  var clockStarted: Milliseconds
  /// Since when somebody is to come: since it opened, or since the hour of its appointment; ``never`` before that.
  var waitsSince: Milliseconds
  /// Since when it has its present grade.
  var gradedSince: Milliseconds
  /// When the first unit arrived; ``never`` if none has.
  var attended: Milliseconds
  /// Its number.
  var number: UInt32
  /// The hour of the window at which it opened, counted as ``ArrivalClock`` does; ``outside`` if that was not inside it.
  var slot: UInt32
  /// The hub of the unit that came first.
  var hub: UInt16
  /// Its present grade.
  var grade: UInt8
  /// Whether there is an incident at all.
  var isOpen: Bool

  /// When nothing happens.
  static var never: Milliseconds { .max }
  /// The slot of an incident that opened outside the window.
  static var outside: UInt32 { .max }

  /// An incident that has just opened.
  init(number: UInt32, opened: Milliseconds, clockStarted: Milliseconds, grade: UInt8, slot: UInt32) {
    self.opened = opened
    self.clockStarted = clockStarted
    waitsSince = opened
    gradedSince = opened
    attended = Self.never
    self.number = number
    hub = .max
    self.grade = grade
    self.slot = slot
    isOpen = true
  }

  /// No incident.
  static var none: OpenIncident {
    var none = OpenIncident(number: 0, opened: 0, clockStarted: 0, grade: 0, slot: outside)
    none.isOpen = false
    return none
  }
}

/// The open incidents by number, in a hash table with open addressing.
///
/// Not in a ring as contacts are: an incident that nobody ever attends may stay open for a year while a million others
/// come and go, and must not keep room for them. Never more than half full. Must be freed by whoever made it.
struct OpenIncidents {
  private var entries: UnsafeMutablePointer<OpenIncident>
  /// One less than the number of entries, a power of two.
  private var mask: Int
  /// How many incidents are open.
  private(set) var count = 0

  init(capacity: Int = 1_024) {
    entries = .allocate(capacity: capacity)
    entries.initialize(repeating: .none, count: capacity)
    mask = capacity - 1
  }

  func free() { entries.deallocate() }

  /// Where an incident is if no other was there first. The factor is 2⁶⁴ over the golden ratio (Knuth's multiplicative
  /// hashing), which scatters neighbouring numbers.
  private func home(of number: UInt32) -> Int {
    Int(truncatingIfNeeded: (UInt64(number) &* 0x9E37_79B9_7F4A_7C15) &>> 32) & mask
  }

  /// Where `number` is, or the free entry where it would be.
  private func index(of number: UInt32) -> Int {
    var index = home(of: number)
    while entries[index].isOpen, entries[index].number != number { index = (index + 1) & mask }
    return index
  }

  /// The open incident `number`; nil if there is none. Valid until one opens or closes. O(1).
  func place(of number: UInt32) -> UnsafeMutablePointer<OpenIncident>? {
    let index = index(of: number)
    return entries[index].isOpen ? entries + index : nil
  }

  /// Adds an incident, in place of any other of its number. O(1), amortised.
  mutating func open(_ incident: OpenIncident) {
    var index = index(of: incident.number)
    if !entries[index].isOpen {
      if 2 * (count + 1) > mask + 1 {
        grow()
        index = self.index(of: incident.number)
      }
      count += 1
    }
    entries[index] = incident
  }

  /// Removes the incident at `place`. O(1).
  mutating func close(_ place: UnsafeMutablePointer<OpenIncident>) {
    var hole = place - entries
    var next = (hole + 1) & mask
    // Whoever would no longer be found behind a free entry moves up into it.
    while entries[next].isOpen {
      let distance = (next - home(of: entries[next].number)) & mask
      if distance >= (next - hole) & mask {
        entries[hole] = entries[next]
        hole = next
      }
      next = (next + 1) & mask
    }
    entries[hole] = .none
    count -= 1
  }

  /// Hands over every open incident, in no particular order. O(capacity).
  func forEach(_ body: (OpenIncident) -> Void) {
    for index in 0...mask where entries[index].isOpen { body(entries[index]) }
  }

  private mutating func grow() {
    var larger = OpenIncidents(capacity: 2 * (mask + 1))
    forEach { larger.open($0) }
    free()
    self = larger
  }
}
