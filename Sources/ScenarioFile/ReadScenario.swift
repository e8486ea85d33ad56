import ContactCentre
import Reading

/// A scenario as read, and what else there is to say of it.
///
/// It does not change, so that its text and its digest are always those of its scenario: who wants another scenario in code
/// changes a copy of ``scenario``, and who wants it kept with its run says so where it is read, by an overlay or a setting.
public struct ReadScenario: Sendable {
  /// The scenario; complete, checked, independent of any file.
  public let scenario: Scenario
  /// What looks wrong but can be simulated, in the order it was found.
  public package(set) var warnings: [Problem]
  /// SHA-256, in hexadecimal, of everything the scenario was made from: ``resolvedText`` with the digests of CSV files
  /// and ledgers in place of their names, and without a name that is only the file's.
  ///
  /// Depends on what is said, not on how: neither on layout or comments, nor on where the files lie, nor on which part
  /// comes from a base, an overlay or a setting. The order of keys counts, because results list things in it; and so does
  /// how a duration is written.
  public package(set) var digest: String
  /// The whole merged scenario as one JSON text without spaces. CSV files and ledgers are named by path, relative to the
  /// working directory the scenario was read from.
  public let resolvedText: String
  /// The CSV files and ledgers that ``resolvedText`` names, in the order of their names: with it, all the scenario was made from.
  public let files: [ReadFile]
  /// What it says is not known and may be moved.
  public let parameters: [FreeParameter]
  /// Where the parts of its expectations are written, in the order of ``Scenario/expectations``.
  public let expectationPlaces: [ExpectationPlace]
  /// Where ``Sizing/budget`` is written; nil where there is none.
  public let budgetPlace: Place?

  /// A scenario and what else there is to say of it.
  init(
    scenario: Scenario, warnings: [Problem], digest: String, resolvedText: String, files: [ReadFile] = [],
    parameters: [FreeParameter] = [], expectationPlaces: [ExpectationPlace] = [],
    budgetPlace: Place? = nil
  ) {
    self.scenario = scenario
    self.warnings = warnings
    self.digest = digest
    self.resolvedText = resolvedText
    self.files = files
    self.parameters = parameters
    self.expectationPlaces = expectationPlaces
    self.budgetPlace = budgetPlace
  }
}
