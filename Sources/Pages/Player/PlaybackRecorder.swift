import ContactCentre
import DiscreteEvents
import Experiments
import Foundation
import Simulator

/// Makes a ``Playback`` of the events of a run: follows its world, and after each event notes what has become different of
/// all that the event may be about.
///
/// So it needs no rule of its own for any kind of event, and shows the counts that ``WorldView`` does. What an event
/// changes without naming it is noted at the next whole minute at the latest, when all of the world is looked at.
public struct PlaybackRecorder: ~Copyable {
  /// A simulation that can be one of several.
  private final class Box {
    var simulation: Simulation
    init(_ simulation: consuming Simulation) { self.simulation = simulation }
  }

  private let chapters: [RunChapter]
  private let boxes: [Box]
  private var chapter = 0
  private var count: UInt64 = 0
  private var changes: PlaybackChanges
  private var nextLook: Milliseconds = .minute

  /// A recorder that has seen nothing yet of a run of these chapters, of which there is one at least.
  public init(_ chapters: [RunChapter]) {
    self.chapters = chapters
    // Whoever only follows draws nothing, so any seed will do.
    boxes = chapters.map { Box(Simulation(plan: $0.plan, seed: 0, replication: 0)) }
    changes = PlaybackChanges(chapters[chapters.count - 1].plan)
  }

  /// Whether there is more already than a page holds, so that nothing further is worth the time.
  private var isFull: Bool { changes.writer.bytes.count > Playback.mostBytes / 4 * 3 }

  /// Takes note of what happened next. O(events), and of the world once a minute; nothing once no page can hold it.
  public mutating func fold(_ events: Span<Event>) {
    for index in events.indices {
      if isFull { return }
      let event = events[index]
      if event.time >= nextLook { look(before: event.time) }
      while let end = chapters[chapter].end, count >= end, chapter + 1 < chapters.count { chapter += 1 }
      for box in boxes[chapter...] {
        box.simulation.follow(events.extracting(index..<index + 1), decidedBy: chapters[chapter].plan)
      }
      count += 1
      changes.note(event, boxes[chapter].simulation)
    }
  }

  /// Looks at all of the world at the last whole minute before `time`.
  private mutating func look(before time: Milliseconds) {
    // At a minute itself, events of the same instant may follow.
    let minute = (time - 1) / .minute * .minute
    if minute >= nextLook { changes.note(boxes[chapter].simulation.view(at: minute), boxes[chapter].simulation) }
    nextLook = minute + .minute
  }

  /// What it came to, at the end of the run.
  public consuming func finish() -> Playback {
    let plan = chapters[chapters.count - 1].plan
    return Playback(
      header: PlaybackHeader(plan).members, changes: Data(changes.writer.bytes).base64EncodedString(),
      count: changes.writer.count)
  }
}
