/// When a team's site is closed, as plain data.
package struct ClosureRule: BitwiseCopyable {
  /// The place of its closures among all teams' closures.
  package var first: Int
  /// How many closures it has.
  package var count: Int
}
