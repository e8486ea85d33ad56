import ContactCentre
import Writing

extension Attendance {
  /// How many of those rostered turn up, as a sentence.
  var words: String {
    let least = Quantity.share(byMonth.min() ?? 1, decimals: 1)
    let most = Quantity.share(byMonth.max() ?? 1, decimals: 1)
    return least == most
      ? "Of those rostered \(least) turn up." : "Of those rostered \(least) to \(most) turn up, by the month."
  }
}
