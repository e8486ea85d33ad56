import ContactCentre
import Simulator

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
  /// What decides last, by whose scenario figures are reckoned.
  var lastPlan: Plan {
    guard let last else { preconditionFailure("a run has one chapter at least") }
    return last.plan
  }

  /// The chapters of a run that is this one for its first `count` events, from where on `plan` decides.
  public func forked(after count: UInt64, by plan: Plan) -> [RunChapter] {
    var chapters: [RunChapter] = []
    for chapter in self where (chapters.last?.end ?? 0) < count {
      chapters.append(RunChapter(plan: chapter.plan, end: Swift.min(chapter.end ?? count, count)))
    }
    return chapters + [RunChapter(plan: plan)]
  }

  /// The chapter in which event number `count` happens, or would.
  func place(of count: UInt64) -> Int { firstIndex { $0.end.map { count < $0 } ?? true } ?? self.count - 1 }
}

/// A run of one replication in which one plan may follow another, as in a fork.
///
/// What one chapter leaves behind the next takes up: whoever is at work stays at work, and what is past stays past. For
/// that the worlds of all chapters to come follow what happens before. Memory is that of so many ``Simulation``s.
/// Whoever is at work keeps the tour that the plan gave by which they signed on.
struct ChapteredRun: ~Copyable {
  /// A simulation that can be one of several.
  private final class Box {
    var simulation: Simulation
    init(_ simulation: consuming Simulation) { self.simulation = simulation }
  }

  private let chapters: [RunChapter]
  /// Of the chapters that are run, in order: all but the first ``skipped``.
  private let boxes: [Box]
  /// How many chapters, the first, are only followed and need no world of their own.
  private let skipped: Int
  /// The chapter under way.
  private var chapter = 0
  /// How many events have happened.
  private(set) var count: UInt64 = 0
  /// Whether what is followed was decided by these chapters' plans.
  private let decidedPast: Bool

  /// A run of these chapters, of which there is one at least, before its first event.
  ///
  /// - Parameters:
  ///   - followed: how many events will be followed at least: chapters that are over by then need no world.
  ///   - decidedPast: whether they decided what will be followed, in this version of the program, and not only what comes
  ///     after that.
  init(_ chapters: [RunChapter], seed: UInt64, replication: Int, after followed: UInt64 = 0, decidedPast: Bool = true) {
    precondition(!chapters.isEmpty, "a run has one chapter at least")
    self.chapters = chapters
    self.decidedPast = decidedPast
    skipped = chapters.place(of: followed)
    boxes = chapters[skipped...].map { Box(Simulation(plan: $0.plan, seed: seed, replication: replication)) }
    chapter = chapters.place(of: 0)
  }

  /// Follows events that are said to have happened next, instead of deciding what does; ``goOn()`` must come before
  /// ``advance(_:)``.
  ///
  /// - Throws: the first that cannot have happened.
  mutating func follow(_ events: Span<Event>) throws(ImpossibleEvent) {
    var done = 0
    while done < events.count {
      let left = events.count - done
      let end = chapter + 1 < chapters.count ? chapters[chapter].end ?? .max : .max
      let length = Int(min(UInt64(left), end - count))
      let some = events.extracting(done..<done + length)
      let first = max(chapter, skipped)
      for (place, box) in zip(first..., boxes[(first - skipped)...]) {
        do throws(ImpossibleEvent) {
          try box.simulation.follow(
            checking: some, isOwn: place == chapter && decidedPast, decidedBy: chapters[chapter].plan)
        } catch {
          throw ImpossibleEvent(event: error.event, place: done + error.place, reason: error.reason)
        }
      }
      done += length
      count += UInt64(length)
      chapter = chapters.place(of: count)
    }
  }

  /// Turns to what comes after the events followed.
  mutating func goOn() { boxes[chapter - skipped].simulation.goOn() }

  /// Runs on for some events and hands them over, in order; false, with nothing handed over, at the end of the run.
  mutating func advance<Failure: Error>(_ consume: (Span<Event>) throws(Failure) -> Void) throws(Failure) -> Bool {
    let end = chapters[chapter].end ?? .max
    let present = chapter - skipped
    let isRunning = try boxes[present].simulation.advance { events throws(Failure) in
      let some = events.extracting(0..<Int(min(UInt64(events.count), end - count)))
      for box in boxes[(present + 1)...] { box.simulation.follow(some, decidedBy: chapters[chapter].plan) }
      count += UInt64(some.count)
      try consume(some)
    }
    guard count == end || !isRunning, chapter + 1 < chapters.count else { return isRunning }
    // A run may end before its last chapter begins; then that one has nothing to add, or a drain of its own.
    chapter += 1
    goOn()
    return isRunning ? true : try advance(consume)
  }

  /// The world as bytes: see ``Simulation/snapshot()``.
  func snapshot() -> [UInt8] { boxes[chapter - skipped].simulation.snapshot() }
}
