import ContactCentre

/// The ``CallerSummary`` of every group in the making.
struct CallerRecorder {
  private var register = CallerRegister()
  private var offered: [UInt64]
  /// By group, one bit for each caller who has made a contact.
  private var seen: [[UInt64]]

  init(_ groups: [CallerGroup]) {
    offered = Array(repeating: 0, count: groups.count)
    seen = groups.map { Array(repeating: 0, count: ($0.callers + 63) / 64) }
  }

  /// Takes note of what happened next, in the measured window or not.
  mutating func fold(_ event: Event, isInWindow: Bool) {
    guard let caller = register.follow(event), isInWindow else { return }
    // Contacts that follow from others are made by the force, not by the caller.
    if event.rawKind == EventKind.contactTransferred.rawValue || event.rawKind == EventKind.contactFollowedUp.rawValue {
      return
    }
    let group = Int(caller.group)
    let word = Int(caller.number) / 64
    guard group < offered.count, word < seen[group].count else { return }
    offered[group] += 1
    seen[group][word] |= 1 << UInt64(caller.number % 64)
  }

  var summaries: [CallerSummary] {
    zip(offered, seen).map { offered, seen in
      CallerSummary(offered: offered, callers: seen.reduce(0) { $0 + UInt64($1.nonzeroBitCount) })
    }
  }
}
