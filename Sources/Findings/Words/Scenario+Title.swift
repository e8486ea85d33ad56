import ContactCentre
import Writing

extension Scenario {
  /// Its name as a heading: one of which nothing can be seen reads `(unnamed scenario)`.
  package var title: String { Self.title(of: name) }

  /// That of a scenario called `name`.
  package static func title(of name: String) -> String {
    name.printable.allSatisfy { $0 == " " } ? "(unnamed scenario)" : name
  }
}
