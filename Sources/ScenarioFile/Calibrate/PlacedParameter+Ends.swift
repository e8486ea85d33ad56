import Reading

extension PlacedParameter {
  /// Throws if the scenario is none at either end of the parameter's range, all else being as it is.
  ///
  /// - Parameter read: reads the scenario with some settings.
  public func checkEnds(_ read: ([String]) throws(ScenarioError) -> Void) throws(ScenarioError) {
    for end in [parameter.range.lowerBound, parameter.range.upperBound] {
      do throws(ScenarioError) {
        try read(settings(at: end))
      } catch {
        throw ScenarioError(
          cause: .invalid,
          problems: [
            Problem(
              place: parameter.place, path: parameter.path.description,
              message: "where it is \(NumberRange.plain(end)), \(error.reason)",
              remedy: "let its range hold only what a scenario can have there")
          ])
      }
    }
  }
}

extension [PlacedParameter] {
  /// Throws if the scenario is none where all parameters have the `values` that a search begins with, one for each: what is
  /// right by itself may not be together, as shares that sum to more than 1.
  ///
  /// - Parameter read: reads the scenario with some settings.
  public func checkTogether(
    at values: [Double], _ read: ([String]) throws(ScenarioError) -> Void
  ) throws(ScenarioError) {
    do throws(ScenarioError) {
      try read(zip(self, values).flatMap { $0.settings(at: $1) })
    } catch {
      guard let first else { throw error }
      let list = zip(self, values).map { "“\($0.parameter.name)” \(NumberRange.plain($0.effective(at: $1)))" }
      throw ScenarioError(
        cause: .invalid,
        problems: [
          Problem(
            place: first.parameter.place, path: FreeParameter.key,
            message: "where the search begins, with \(list.joined(separator: ", ")), \(error.reason)",
            remedy: "let them start with values that a scenario can have together")
        ])
    }
  }
}

extension ScenarioError {
  /// What is wrong first of all, as a part of a sentence.
  fileprivate var reason: String {
    let first = problems.first { $0.severity == .error }
    return first.map { "\($0.path.isEmpty ? "" : "\($0.path): ")\($0.message)" } ?? "this is no scenario"
  }
}
