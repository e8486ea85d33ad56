/// The rules of all sources of incidents that no contact raised, one after another, as ``ResponseTables`` stores them.
struct LogTables {
  /// By source.
  private(set) var rules: [LogRule] = []
  /// All sources' grades, each with its share and those before it.
  private(set) var shares: [LogShare] = []

  /// The rules of `logs`, whose grades have `grades` for numbers, by name; of a source whose incidents are recorded, `traces`
  /// has them.
  init(_ logs: [IncidentSource], grades: [String: Int], traces: [UnsafeBufferPointer<TraceEntry>?]) {
    for (log, trace) in zip(logs, traces) {
      let summed = PlanTables.summedUp(log.grades.map(\.share))
      rules.append(
        LogRule(
          firstShare: shares.count, shareCount: summed.count, trace: trace?.baseAddress,
          traceCount: trace?.count ?? 0))
      for (entry, share) in zip(log.grades, summed) {
        shares.append(LogShare(grade: UInt8(grades[entry.grade] ?? 0), share: share))
      }
    }
  }
}
