import DiscreteEvents
import ScenarioFile

extension CivilTime {
  /// The midnight of a date such as `2022-07-22`; nil for anything else.
  public init?(isoDate text: String) {
    guard let moment = InstantText.moment(Array(text.utf8)[...]), moment.civil.timeOfDay == 0, text.utf8.count == 10
    else {
      return nil
    }
    self = moment.civil
  }
}
