import Watchroom

/// What a page shows of a recorded run: how it went, and if it is short enough, all of it, to be played back.
struct RecordedPage {
  let course: Course
  /// Nil where there is none.
  let playback: Playback?
  /// Why there is none, in a sentence.
  let remark: String?

  /// What the ledger at `path` has to show; reports what is wrong with it.
  ///
  /// - Throws: how the command should end, if there was an error.
  init(_ ledger: OpenedLedger, in surroundings: Surroundings) throws(ExitStatus) {
    var course = CourseRecorder(plan: ledger.plan)
    let isShort = ledger.plan.scenario.calendar.days <= Playback.longestDays
    var recorder = isShort ? PlaybackRecorder(ledger.chapters) : nil
    do throws(LedgerError) {
      // Those who make the page trust what they are told.
      try ledger.reader.checkHistory(
        of: ledger.chapters, bySameEngine: ledger.reader.header.engine == Engine.name)
      var cursor = ledger.reader.cursor()
      while try cursor.advance({ events in
        course.fold(events)
        recorder?.fold(events)
      }) {}
    } catch {
      throw Diagnostics(surroundings).report(error, isWriting: false, in: surroundings)
    }
    self.course = course.finish()
    let playback = recorder.take()?.finish()
    self.playback = playback.flatMap { $0.fits ? $0 : nil }
    switch playback {
    case nil: remark = "A run of more than \(Playback.longestDays) days is not played back."
    case let playback? where !playback.fits:
      remark = "This run has \(playback.count) changes to show, which are too many to be played back on a page."
    default: remark = nil
    }
  }
}
