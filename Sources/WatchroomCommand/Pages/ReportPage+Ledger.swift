import Watchroom

extension ReportPage {
  /// A page about `result`, that of the run in `ledger`, and perhaps of another night beside it.
  init(
    _ result: ExperimentResult, provenance: Provenance, ledger: RecordedRun, beside other: RecordedRun? = nil,
    in surroundings: Surroundings
  ) throws(Ending) {
    let recorded = try RecordedPage(ledger, in: surroundings)
    var playbacks = [recorded.playback].compactMap(\.self)
    var remark = recorded.remark
    if let other {
      try other.checkIsFinished(in: surroundings)
      let (one, two) = (ledger.plan, other.plan)
      guard one.origin == two.origin, one.windowStart == two.windowStart, one.windowEnd == two.windowEnd else {
        throw .wrong(
          other.path, "this run is of another time than \(cited(ledger.path))",
          "name the ledger of a run of the same days, such as a fork")
      }
      let second = try RecordedPage(other, in: surroundings)
      remark = remark ?? second.remark
      if var first = playbacks.first, var playback = second.playback {
        first.title = Self.title(ledger.path)
        playback.title = Self.title(other.path)
        playbacks = [first, playback]
      }
    }
    self.init(
      result, provenance: provenance, course: recorded.course, playbacks: playbacks, playbackRemark: remark)
  }

  /// What the night of the ledger at `path` is called: its file, without the folders.
  private static func title(_ path: String) -> String { String(path.split(separator: "/").last ?? path[...]) }
}
