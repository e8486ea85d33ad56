import ContactCentre
import Writing

extension Scenario {
  /// What there is to say of targets that the end of the run decides as well as the plan, in a sentence or two; nil where
  /// there are none.
  package var drainRemark: String? {
    let channels = self.channels.filter { $0.target.map { calendar.cutsShort($0.within) } ?? false }.map(\.id)
    let grades = (response?.grades ?? []).filter { $0.target != nil && calendar.cutsShort($0.within) }.map(\.id)
    var sentences: [String] = []
    func names(_ names: [String]) -> String { names.map { $0.fitted(to: 40) }.joined(separator: ", ") }
    if !channels.isEmpty {
      sentences.append(
        "\(names(channels)): what is left when the run ends counts as late, though its time is not over.")
    }
    if !grades.isEmpty {
      sentences.append("\(names(grades)): who is not attended when the run ends is left out of the share in time.")
    }
    if sentences.isEmpty { return nil }
    return (sentences + ["A longer calendar.drain gives everybody their time."]).joined(separator: " ")
  }
}
