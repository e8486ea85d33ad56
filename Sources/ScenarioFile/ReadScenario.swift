import ContactCentre
import Reading

/// A scenario as read, and what else there is to say of it.
public struct ReadScenario: Sendable {
  /// The scenario; complete, checked, independent of any file.
  public var scenario: Scenario
  /// What looks wrong but can be simulated, in the order it was found.
  public var warnings: [Problem]
  /// SHA-256, in hexadecimal, of everything the scenario was made from: ``resolvedText`` with the digests of CSV files
  /// and ledgers in place of their names, and without a name that is only the file's.
  ///
  /// Depends on what is said, not on how: neither on layout or comments, nor on where the files lie, nor on which part
  /// comes from a base, an overlay or a setting. The order of keys counts, because results list things in it; and so does
  /// how a duration is written.
  public var digest: String
  /// The whole merged scenario as one JSON text without spaces. CSV files and ledgers are named by path, relative to the
  /// working directory the scenario was read from.
  public var resolvedText: String
  /// The CSV files that ``resolvedText`` names, in the order of their names: with it, all the scenario was made from.
  public var files: [ReadFile]
  /// What it says is not known and may be moved.
  public var parameters: [FreeParameter]
  /// Where the parts of its expectations are written, in the order of ``Scenario/expectations``.
  public var expectationPlaces: [ExpectationPlace]
  /// Where ``Sizing/budget`` is written; nil where there is none.
  public var budgetPlace: Place?

  /// A scenario and what else there is to say of it.
  public init(
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
