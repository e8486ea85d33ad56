/// Why a search for headcounts would make no sense.
public struct SizingObstacle: Equatable, Sendable {
  /// The keys that lead to it in the scenario, outermost first.
  public let keys: [String]
  /// What is wrong.
  public let message: String
  /// What would do.
  public let remedy: String

  /// ``keys``, joined by dots.
  public var path: String { keys.joined(separator: ".") }
}

extension StaffingSizer {
  /// What keeps ``size(progress:)`` from finding anything of use; nil if nothing does. O(levers²).
  public var obstacle: SizingObstacle? {
    if !levers.contains(where: \.isFree) {
      return SizingObstacle(
        keys: ["teams"], message: "no team has heads that could be changed",
        remedy: "staff a team by shifts or by the hour, name shifts under “shifts”, and let “size” not fix them all")
    }
    if let barred = levers.first(where: isBarred) {
      return SizingObstacle(
        keys: ["size", "teams", barred.name, barred.shiftName],
        message: "nobody may work this shift, which has a minimum",
        remedy: "allow one head at least, or leave out the minimum")
    }
    if targets.isEmpty {
      return SizingObstacle(
        keys: ["channels"], message: "nothing has to be reached, so that nobody would be the cheapest",
        remedy: "give a channel a target, for example target: { share: 0.9, within: \"10s\" }, or say what you expect")
    }
    return nil
  }

  /// Whether a team's shift has a minimum, and limits that leave nobody on any day.
  private func isBarred(_ lever: StaffLever) -> Bool {
    guard lever.hasMinimum, case .team = lever.owner else { return false }
    return levers.allSatisfy { $0.owner != lever.owner || $0.shift != lever.shift || $0.limits.upperBound == 0 }
  }
}
