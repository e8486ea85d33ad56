import DiscreteEvents

/// What the public does: every contact that comes of its own accord, in order of time.
///
/// Time since the Unix epoch is cut into cells of five minutes. How many contacts of a channel, or incidents of a log,
/// come in a cell is a Poisson number found by inversion of one uniform number keyed by channel and cell, and the i-th
/// of them comes at a time uniform in the cell, keyed by channel, cell and i: together, exactly a Poisson process whose
/// rate is constant within a cell. A caller's identity is thus (channel, cell, i), whatever the plan, the other
/// channels, the warm-up or the length of the run may be; and since the inversion is monotone in the rate, a channel
/// that grows keeps its callers and gains new ones.
///
/// Those recorded in a trace, and those who come by appointment, are on the tape as they are listed, and known by their row,
/// or by their day and their place in the book. Who is deterred from coming is left out, which changes nobody else.
///
/// A cell's contacts are made together and sorted: by time, then by the channel's number, then by i. Amortised O(log k)
/// per contact with k in a cell; memory for one cell.
@usableFromInline
package struct DemandTape: ~Copyable {
  /// The length of a cell. All time zones' offsets, and so all hours, are whole multiples of it.
  static let cellLength: Milliseconds = 5 * .minute

  /// Up to so many contacts of a cell are kept sorted as they are made, which is fastest for few.
  private static let fewEntries = 48

  private let place = StaysInPlace()
  private let plan: Plan
  @usableFromInline let sources: UnsafeMutableBufferPointer<Source>
  /// The rates of each source; nil unless they come by a profile. Sources are the channels, then the logs.
  private var rates: [ArrivalRates?]
  /// The instants at which a factor of some source begins or ends, earliest first.
  private let boundaries: [Milliseconds]
  /// The replies to the messages of each source, and the mean of its cells without them; nil where there are none.
  private var replies: [(messages: MessageReplies, steadyMean: Double)?]
  private let hasReplies: Bool
  /// Who comes to each source by appointment; nil where nobody does.
  private var books: [Appointments?]
  private let hasBooks: Bool
  /// Who stays away of each source's callers; nil where everybody comes.
  private let deterrences: [Deterrence?]
  private let isThinned: Bool
  /// Contacts of the present cell, packed as in ``pack(offset:source:isListed:index:)``, sorted.
  @usableFromInline var entries: UnsafeMutablePointer<UInt64>
  private var capacity = 64
  @usableFromInline var count = 0
  @usableFromInline var position = 0
  /// The present cell, and its first instant since the first of the run.
  @usableFromInline var cell: UInt32
  @usableFromInline var cellStart: Milliseconds
  /// The instant from which the sources' rates must be looked up anew.
  private var ratesEnd: Milliseconds
  /// When the next contact comes; ``Calendar/never`` after the last.
  @usableFromInline
  package internal(set) var nextMoment: Calendar.Moment = Calendar.never

  /// A channel, or a log of incidents, as the tape sees it.
  @usableFromInline
  struct Source: BitwiseCopyable {
    var number: UInt64
    var key: RandomKey
    /// The expected contacts of a cell, and e to the minus that.
    var mean = 0.0
    var expMinusMean = 1.0
    var trace: UnsafePointer<TraceEntry>?
    var traceCount = 0
    var traceNext = 0
    /// Whether contacts are known by where they are listed, rather than by cell and number.
    var isListed = false
    /// What stands for the cell of a contact that is listed: 0 for a trace, because a recorded contact is known by its row
    /// alone and stays who it is when its time is mended; of an appointment the day, which no cell of five minutes has as a
    /// number.
    @usableFromInline var listing: UInt32 = 0

    /// Recorded contacts from before the run are not on its tape.
    mutating func skipTrace(before time: Milliseconds) {
      guard let trace else { return }
      while traceNext < traceCount, trace[traceNext].time < time { traceNext += 1 }
    }
  }

  /// The tape from its beginning. `keys` are those of the plan's channels and logs.
  package init(plan: Plan, keys: [RandomKey]) {
    self.plan = plan
    sources = .allocate(capacity: keys.count)
    let channels = plan.scenario.channels
    let arrivals = channels.map(\.arrivals) + (plan.scenario.response?.logs ?? []).map(\.arrivals)
    deterrences = arrivals.indices.map { number in
      number < channels.count
        ? Deterrence(channels[number], number: number, callers: plan.tables.callers) : nil
    }
    isThinned = deterrences.contains { $0 != nil }
    for (number, key) in keys.enumerated() {
      var source = Source(number: UInt64(number), key: key)
      if number < channels.count {
        source.trace = plan.tables.channels[number].trace
        source.traceCount = plan.tables.channels[number].traceCount
      } else if let log = plan.tables.response?.pointee.logs[number - channels.count] {
        source.trace = log.trace
        source.traceCount = log.traceCount
      }
      switch arrivals[number] {
      case .profile: source.isListed = false
      case .trace, .appointments: source.isListed = true
      }
      sources.initializeElement(at: number, to: source)
    }
    rates = zip(arrivals, keys).map { arrivals, key in
      guard case .profile(let profile) = arrivals else { return nil }
      return ArrivalRates(profile, calendar: plan.scenario.calendar, key: key)
    }
    boundaries = Set(rates.flatMap { $0?.boundaries ?? [] }.map { $0 - plan.origin }).sorted()
    replies = arrivals.enumerated().map { number, arrivals in
      guard case .profile(let profile) = arrivals, !profile.messages.isEmpty else { return nil }
      return (plan.replies.replies(ofSource: number) { MessageReplies(profile.messages, plan: plan) }, 0)
    }
    hasReplies = replies.contains { $0 != nil }
    books = zip(arrivals, keys).map { arrivals, key in
      guard case .appointments(let book) = arrivals else { return nil }
      return Appointments(book, plan: plan, key: key)
    }
    hasBooks = books.contains { $0 != nil }
    entries = .allocate(capacity: capacity)
    cell = UInt32(clamping: plan.origin / Self.cellLength)
    cellStart = Milliseconds(cell) * Self.cellLength - plan.origin
    ratesEnd = cellStart
    for index in sources.indices { sources[index].skipTrace(before: 0) }
    fillCell()
    if position < count { refreshNext() } else { nextCell() }
  }

  deinit {
    sources.deallocate()
    entries.deallocate()
  }

  /// The contact that comes next. Only meaningful while there is one.
  @inlinable package var next: TapePlace { place(of: entries[position]) }

  /// Where on the tape an entry of the present cell stands.
  @inlinable @inline(always)
  func place(of entry: UInt64) -> TapePlace {
    let isListed = entry &>> 32 & 1 != 0
    let source = UInt16(truncatingIfNeeded: entry &>> 33 & 0xFF)
    return TapePlace(
      cell: isListed ? sources[Int(source)].listing : cell, time: cellStart &+ Milliseconds(entry &>> 41),
      source: source, index: UInt32(truncatingIfNeeded: entry))
  }

  /// What identifies a caller within a channel.
  @inlinable @inline(always)
  package static func identity(cell: UInt32, index: UInt32) -> UInt64 { UInt64(cell) &<< 32 | UInt64(index) }

  /// Moves on to the contact after the next one.
  @inlinable @inline(always)
  package mutating func advance() {
    position &+= 1
    if position < count { refreshNext() } else { nextCell() }
  }

  /// Moves to the contact after `place`, which must be on this tape and not before the present one.
  package mutating func seek(after place: TapePlace) {
    let targetCell = UInt32(clamping: (place.time + plan.origin) / Self.cellLength)
    let target = Self.pack(
      offset: place.time - (Milliseconds(targetCell) * Self.cellLength - plan.origin), source: UInt64(place.source),
      isListed: sources[Int(place.source)].isListed, index: place.index)
    if nextMoment != Calendar.never, cell &+ 1 < targetCell { jump(beyond: targetCell &- 1) }
    while nextMoment != Calendar.never, cell < targetCell { nextCell() }
    while nextMoment != Calendar.never, cell == targetCell, entries[position] <= target { advance() }
  }

  /// Moves to the first contact in a cell after `passed`, without making those before it.
  private mutating func jump(beyond passed: UInt32) {
    cellStart += Milliseconds(passed - cell) * Self.cellLength
    cell = passed
    let next = cellStart + Self.cellLength
    for index in sources.indices { sources[index].skipTrace(before: next) }
    ratesEnd = min(ratesEnd, next)
    nextCell()
  }

  /// Moves past all who would have come before `time`.
  package mutating func seek(to time: Milliseconds) {
    while nextMoment != Calendar.never, Calendar.time(of: nextMoment) < time { advance() }
  }

  @inlinable @inline(always)
  mutating func refreshNext() {
    nextMoment = Calendar.moment(cellStart &+ Milliseconds(entries[position] &>> 41), rank: Rank.arrival)
  }

  /// Fills the next cell that has contacts.
  @usableFromInline
  mutating func nextCell() {
    repeat {
      cell &+= 1
      cellStart &+= Self.cellLength
      if cellStart >= plan.windowEnd {
        nextMoment = Calendar.never
        return
      }
      fillCell()
    } while count == 0
    refreshNext()
  }

  private mutating func fillCell() {
    if cellStart >= ratesEnd { refreshRates() }
    if hasReplies { addReplies() }
    count = 0
    position = 0
    for index in sources.indices {
      if sources[index].trace != nil { recordCell(index) } else { drawCell(index) }
    }
    if hasBooks { bookCell() }
    if count > Self.fewEntries {
      var all = UnsafeMutableBufferPointer(start: entries, count: count)
      all.sort()
    }
    if isThinned { strikeDeterred() }
  }

  private mutating func drawCell(_ number: Int) {
    let source = sources.baseAddress! + number
    if source.pointee.mean <= 0 { return }
    let key = source.pointee.key
    var counting = key.derived(Self.identity(cell: cell, index: .max)).stream(Purpose.count)
    let arrivals = PortableMath.poissonQuantile(
      uniform: counting.uniform(), mean: source.pointee.mean, expMinusMean: source.pointee.expMinusMean)
    while capacity - count < arrivals { grow() }
    // A run's first and last cell may be cut off by its ends.
    let first = max(0, 0 &- cellStart)
    let last = min(Self.cellLength, plan.windowEnd &- cellStart)
    let entries = self.entries
    var count = self.count
    for index in 0..<UInt32(clamping: arrivals) {
      var timing = key.derived(Self.identity(cell: cell, index: index)).stream(Purpose.arrivalTime)
      let offset = Milliseconds(truncatingIfNeeded: timing.next(below: UInt64(Self.cellLength)))
      if offset < first || offset >= last { continue }
      Self.insert(
        Self.pack(offset: offset, source: source.pointee.number, isListed: false, index: index), into: entries, count)
      count &+= 1
    }
    self.count = count
  }

  private mutating func recordCell(_ number: Int) {
    guard let trace = sources[number].trace else { return }
    let end = min(cellStart &+ Self.cellLength, plan.windowEnd)
    while sources[number].traceNext < sources[number].traceCount, trace[sources[number].traceNext].time < end {
      let row = sources[number].traceNext
      sources[number].traceNext = row + 1
      if count == capacity { grow() }
      let offset = trace[row].time &- cellStart
      Self.insert(
        Self.pack(offset: offset, source: sources[number].number, isListed: true, index: UInt32(row)), into: entries,
        count)
      count &+= 1
    }
  }

  @inline(never)
  private mutating func bookCell() {
    let end = min(cellStart &+ Self.cellLength, plan.windowEnd)
    for number in books.indices where books[number] != nil {
      books[number]?.turn(to: max(cellStart, 0))
      while let (time, index) = books[number]?.next(before: end) {
        let day = UInt32(books[number]?.day ?? 0)
        sources[number].listing = day
        if count == capacity { grow() }
        Self.insert(
          Self.pack(offset: time &- cellStart, source: sources[number].number, isListed: true, index: index),
          into: entries, count)
        count &+= 1
      }
    }
  }

  /// Takes those off who are deterred from coming.
  @inline(never)
  private mutating func strikeDeterred() {
    var kept = 0
    for place in 0..<count where !isDeterred(entries[place]) {
      entries[kept] = entries[place]
      kept += 1
    }
    count = kept
  }

  private func isDeterred(_ entry: UInt64) -> Bool {
    let contact = self.place(of: entry)
    let source = sources[Int(contact.source)]
    guard let deterrence = deterrences[Int(contact.source)] else { return false }
    var recorded: Int?
    if let trace = source.trace, trace[Int(contact.index)].outcome >= 0 { recorded = trace[Int(contact.index)].outcome }
    return deterrence.keepsAway(
      source.key.derived(Self.identity(cell: contact.cell, index: contact.index)), recorded: recorded)
  }

  /// Milliseconds into the cell (under 2¹⁹), the source (under 2⁸), whether it is listed, the index within the source:
  /// highest first.
  @inline(always)
  private static func pack(offset: Milliseconds, source: UInt64, isListed: Bool, index: UInt32) -> UInt64 {
    UInt64(truncatingIfNeeded: offset) &<< 41 | source &<< 33 | (isListed ? 1 &<< 32 : 0) | UInt64(index)
  }

  /// Adds an entry to `count` others: in its place if they are few, else at the end, to be sorted later.
  @inline(always)
  private static func insert(_ entry: UInt64, into entries: UnsafeMutablePointer<UInt64>, _ count: Int) {
    var place = count
    if count < fewEntries {
      while place > 0, entries[place &- 1] > entry {
        entries[place] = entries[place &- 1]
        place &-= 1
      }
    }
    entries[place] = entry
  }

  private mutating func grow() {
    let grown = UnsafeMutablePointer<UInt64>.allocate(capacity: capacity * 2)
    grown.initialize(from: entries, count: count)
    entries.deallocate()
    entries = grown
    capacity *= 2
  }

  /// Looks up every source's rate, which holds until the wall shows the next hour or interval, the clocks change, or a factor
  /// begins or ends.
  private mutating func refreshRates() {
    let calendar = plan.scenario.calendar
    let instant = plan.origin + cellStart
    let civil = calendar.zone.civilTime(at: instant)
    for index in sources.indices {
      guard let rate = rates[index]?.rate(at: instant, civil) else { continue }
      let mean = rate * Double(Self.cellLength)
      sources[index].mean = mean
      sources[index].expMinusMean = PortableMath.exp(-mean)
      replies[index]?.steadyMean = mean
    }
    let toHour = .hour - civil.timeOfDay % .hour
    let toInterval = calendar.interval - civil.timeOfDay % calendar.interval
    ratesEnd = cellStart + min(toHour, toInterval)
    if let change = calendar.zone.nextChange(after: instant) { ratesEnd = min(ratesEnd, change - plan.origin) }
    if let next = boundaries.first(where: { $0 > cellStart }) { ratesEnd = min(ratesEnd, next) }
  }

  /// Adds the replies expected in the present cell to the mean of each source that has any.
  @inline(never)
  private mutating func addReplies() {
    for index in replies.indices {
      guard let steadyMean = replies[index]?.steadyMean,
        let expected = replies[index]?.messages.expected(inCellFrom: cellStart),
        let multiplier = rates[index]?.multiplier(at: plan.origin + cellStart)
      else { continue }
      let mean = steadyMean + expected * multiplier
      sources[index].mean = mean
      sources[index].expMinusMean = PortableMath.exp(-mean)
    }
  }
}
