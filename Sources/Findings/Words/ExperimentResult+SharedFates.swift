import ContactCentre
import DiscreteEvents
import Experiments
import Metrics
import Writing

extension ExperimentResult {
  /// What to make of those of the figures called `metrics`, shares of contacts or incidents, that never or hardly ever varied,
  /// where a day's contacts share what is drawn for the day; nil if there are none.
  ///
  /// Their half-widths take contacts to be independent of each other, and are far too narrow where one handler's absence decides
  /// about a whole day, and none has come yet.
  package func sharedFateRemark(on metrics: [String]) -> String? {
    let fates = scenario.sharedFates
    if replications == 1 || fates.isEmpty { return nil }
    var unvaried: [String] = []
    for metric in metrics where !unvaried.contains(metric) && isByCases(metric) && hardlyVaried(metric) {
      unvaried.append(metric)
    }
    if unvaried.isEmpty { return nil }
    let days = scenario.calendar.days * (unvaried.map { estimate($0)?.definedIn ?? replications }.min() ?? replications)
    let shown = unvaried.prefix(3).map(words(for:)).joined(separator: ", ")
    let names = unvaried.count > 3 ? "\(shown) and \(unvaried.count - 3) more" : shown
    return """
      Hardly varied, if at all, in \(replications) replications: \(names). The \u{B1} says too little there, for all cases of a day share \
      its luck (\(fates.joined(separator: ", "))): after \(Quantity.counted(days, "day")), up to \
      \(Quantity.share(Estimate.share(ofNoneIn: days), decimals: 1)) of days may still go otherwise. More replications tell more.
      """
  }

  /// What people call the figure `name` where that is a share in time, `e-mail in time`; its name otherwise.
  private func words(for name: String) -> String {
    guard let share = catalogue.figure(named: name)?.shareInTime else { return name.fitted(to: 60) }
    let hour = share.hour.map { " at \(CivilTime.clock(hour: $0))" } ?? ""
    return "\(share.subject.id.fitted(to: 40)) in time\(hour)"
  }

  /// Whether the figure called `name` is 0 in nine of ten replications or more, or 1. Not that of one day, of which there are
  /// as many as replications whatever the length of the run. O(replications).
  private func hardlyVaried(_ name: String) -> Bool {
    guard let figure = catalogue.figure(named: name), !figure.path.contains("byDay"),
      let values = values(of: name)?.filter({ !$0.isNaN })
    else { return false }
    return 10 * max(values.count { $0 == 0 }, values.count { $0 == 1 }) >= 9 * values.count
  }
}
