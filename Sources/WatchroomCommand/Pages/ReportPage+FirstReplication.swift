import Watchroom

extension ReportPage {
  /// A page about `result`, and what was kept of its first replication.
  init(_ result: ExperimentResult, provenance: Provenance, first: FirstReplication?) {
    let recorded = first.map { RecordedPage($0, of: result.scenario) }
    self.init(
      result, provenance: provenance, course: recorded?.course, playbacks: [recorded?.playback].compactMap(\.self),
      playbackRemark: recorded?.remark)
  }
}
