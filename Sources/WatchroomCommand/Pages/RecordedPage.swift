import Watchroom

/// What a page shows of one run: how it went, and if it is short enough, all of it, to be played back.
struct RecordedPage {
  let course: Course
  /// Nil where there is none.
  let playback: Playback?
  /// Why there is none, in a sentence.
  let remark: String?

  /// What the run in `ledger` has to show.
  init(_ ledger: RecordedRun, in surroundings: Surroundings) throws(Ending) {
    var course = CourseRecorder(plan: ledger.plan)
    var recorder = Self.isShort(ledger.plan.scenario) ? PlaybackRecorder(ledger.chapters) : nil
    do throws(LedgerError) {
      // Those who make the page trust what they are told.
      try ledger.reader.checkHistory(of: ledger.chapters, bySameEngine: ledger.isOfThisEngine)
      var cursor = ledger.reader.cursor()
      while try cursor.advance({ events in
        course.fold(events)
        recorder?.fold(events)
      }) {}
    } catch {
      throw Ending(error, in: surroundings)
    }
    self.init(course: course.finish(), playback: recorder.take()?.finish())
  }

  /// What the first replication of `scenario` has to show.
  init(_ first: FirstReplication, of scenario: Scenario) {
    let playback = first.events.map { events in
      var recorder = PlaybackRecorder([RunChapter(plan: Plan(scenario))])
      recorder.fold(events.span)
      return recorder.finish()
    }
    self.init(course: first.course, playback: playback)
  }

  private init(course: Course, playback: Playback?) {
    self.course = course
    self.playback = playback.flatMap { $0.fits ? $0 : nil }
    switch playback {
    case nil:
      remark = """
        A run of more than \(Playback.longestDays) days is not played back. To see one of its nights event by event, run \
        it with --days 1 and the --start of that night.
        """
    case let playback? where !playback.fits:
      remark =
        "This run has more than \(playback.count - 1) changes to show, which are too many to be played back on a page."
    default: remark = nil
    }
  }

  /// How much must be kept of a run of `scenario` for a page about it.
  static func keeping(of scenario: Scenario) -> FirstReplication.Keeping { isShort(scenario) ? .events : .course }

  private static func isShort(_ scenario: Scenario) -> Bool { scenario.calendar.days <= Playback.longestDays }
}
