import ContactCentre

/// A stretch of a run in which one plan decides.
public struct RunChapter: Sendable {
  /// The plan.
  public let plan: Plan
  /// The number of the first event that is no longer its; nil if it decides to the end of the run.
  public let end: UInt64?

  /// A chapter.
  public init(plan: Plan, end: UInt64? = nil) {
    self.plan = plan
    self.end = end
  }
}

extension [RunChapter] {
  /// The chapters of a run that is this one for its first `count` events, from where on `plan` decides.
  public func forked(after count: UInt64, by plan: Plan) -> [RunChapter] {
    var chapters: [RunChapter] = []
    for chapter in self where (chapters.last?.end ?? 0) < count {
      chapters.append(RunChapter(plan: chapter.plan, end: Swift.min(chapter.end ?? count, count)))
    }
    return chapters + [RunChapter(plan: plan)]
  }
}

/// A run of one replication in which one plan may follow another, as in a fork.
///
/// What one chapter leaves behind the next takes up: whoever is at work stays at work, and what is past stays past.
/// Memory is that of a ``Simulation``, and as long as there is a chapter to come 24 bytes an event.
struct ChapteredRun: ~Copyable {
  private let chapters: [RunChapter]
  private let seed: UInt64
  private let replication: Int
  /// The chapter under way.
  private var chapter: Int
  private var simulation: Simulation
  /// All events so far, as long as a later chapter will ask for them.
  private var log: EventLog
  /// How many events have happened.
  private var count: UInt64

  /// A run of these chapters, of which there is one at least, taken up where `log` leaves off.
  init(chapters: [RunChapter], seed: UInt64, replication: Int, resuming log: consuming EventLog = EventLog()) {
    let count = UInt64(log.count)
    chapter = chapters.firstIndex { $0.end.map { count < $0 } ?? true } ?? chapters.count - 1
    let plan = chapters[chapter].plan
    simulation =
      log.count == 0
      ? Simulation(plan: plan, seed: seed, replication: replication)
      : Simulation(plan: plan, seed: seed, replication: replication, resuming: log)
    self.log = chapter == chapters.count - 1 ? EventLog() : log
    self.chapters = chapters
    self.seed = seed
    self.replication = replication
    self.count = count
  }

  /// Runs on for some events and hands them over, in order; false, with nothing handed over, at the end of the run.
  mutating func advance<Failure: Error>(_ consume: (Span<Event>) throws(Failure) -> Void) throws(Failure) -> Bool {
    guard let end = chapters[chapter].end else { return try simulation.advance(consume) }
    var failure: Failure?
    let isRunning = simulation.advance { (events: Span<Event>) in
      let some = events.extracting(0..<Int(min(UInt64(events.count), end - count)))
      log.append(some)
      count += UInt64(some.count)
      do throws(Failure) { try consume(some) } catch { failure = error }
    }
    if let failure { throw failure }
    // A chapter that ends with the run itself leaves nothing to the next but to find that out.
    if count == end || !isRunning {
      chapter += 1
      simulation = Simulation(plan: chapters[chapter].plan, seed: seed, replication: replication, resuming: log)
      if chapter == chapters.count - 1 { log = EventLog() }
      return isRunning ? true : try advance(consume)
    }
    return true
  }
}
