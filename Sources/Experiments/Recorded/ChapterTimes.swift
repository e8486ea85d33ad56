import ContactCentre
import DiscreteEvents
import Metrics

/// When each chapter of a run began to decide, as its events tell: with the first event that is its own.
struct ChapterTimes {
  private let chapters: [RunChapter]
  /// By chapter; nil of those of which no event has come.
  private var starts: [Milliseconds?]
  /// How many events have come.
  private var count: UInt64 = 0

  /// Nothing is known yet of a run of these chapters, of which there is one at least.
  init(_ chapters: [RunChapter]) {
    self.chapters = chapters
    starts = Array(repeating: nil, count: chapters.count)
  }

  /// Takes note of what happened next. O(chapters).
  mutating func fold(_ events: Span<Event>) {
    let end = count + UInt64(events.count)
    for chapter in chapters.indices.dropFirst() {
      guard let first = chapters[chapter - 1].end, first >= count, first < end else { continue }
      starts[chapter] = events[Int(first - count)].time
    }
    count = end
  }

  /// The plans that decided before the last, and how long. Of a chapter without events nothing is known but that the one
  /// before it went on.
  var past: [FigureCatalogue.Past] {
    chapters.indices.dropLast().map { chapter in
      FigureCatalogue.Past(
        plan: chapters[chapter].plan, end: starts[(chapter + 1)...].lazy.compactMap(\.self).first ?? .max)
    }
  }
}
