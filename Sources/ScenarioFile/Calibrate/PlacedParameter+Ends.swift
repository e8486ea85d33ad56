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
        let first = error.problems.first { $0.severity == .error }
        let reason = first.map { "\($0.path.isEmpty ? "" : "\($0.path): ")\($0.message)" } ?? "this is no scenario"
        throw ScenarioError(
          cause: .invalid,
          problems: [
            Problem(
              place: parameter.place, path: parameter.path.description,
              message: "where it is \(NumberRange.plain(end)), \(reason)",
              remedy: "let its range hold only what a scenario can have there")
          ])
      }
    }
  }
}
