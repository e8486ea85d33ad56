import Reading

extension ReadScenario {
  /// The overlay, as JSON5 text, that makes `other` of this scenario: nothing but what is different.
  public func overlay(to other: ReadScenario) -> String {
    let trees = [self, other].map { read in
      guard let tree = try? JSONTree(json5: Array(read.resolvedText.utf8), origin: .file(read.scenario.name)) else {
        preconditionFailure("a scenario's own text reads back")
      }
      return tree
    }
    return (trees[0].difference(to: trees[1])?.json5Text() ?? "{}") + "\n"
  }
}
