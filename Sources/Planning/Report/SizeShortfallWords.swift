import Findings
import Writing

/// Why no plan was found, and what might help, in words.
public struct SizeShortfallWords {
  private let size: StaffingSize
  /// What the most heads tried fall furthest short of.
  private let furthest: SizingTarget?

  /// The words of `size`, which has no plan.
  public init(_ size: StaffingSize) {
    self.size = size
    furthest = size.shortfall.flatMap { size.hardest($0.most) }.map { size.targets[$0] }
  }

  /// What is wrong, in few words.
  public var message: String {
    "no plan within the limits meets every target" + (furthest.map { ", least of all \($0.label)" } ?? "")
  }

  /// What might help.
  public var remedy: String {
    size.bar == .elsewhere
      ? "more heads where they may change do not help; let other teams, shifts or days change, or ask for less"
      : "allow more heads or more shifts, or ask for less"
  }

  /// What the report says instead of a plan.
  var sentences: String {
    var text = "No plan within the limits was found that meets every target."
    guard let furthest, let shortfall = size.shortfall else { return text }
    text +=
      size.bar == .limits
      ? " Most tried are all the heads that the limits allow"
      : " Most tried are twice the heads there are, or of Erlang A where those are more, and ten more at least"
    text +=
      ": furthest from being met is \(furthest.label), with \(words(shortfall.most, furthest))."
    if shortfall.fewer.heads != shortfall.most.heads {
      text += " Without those added it is \(words(shortfall.fewer, furthest))."
    }
    if size.bar == .elsewhere {
      text +=
        " More heads where they may change do not help: it is missed at hours, or by teams, that stay as they are."
    }
    return text
  }

  private func words(_ plan: StaffingSize.Scored, _ target: SizingTarget) -> String {
    guard let index = size.targets.firstIndex(of: target) else { return "" }
    return Quantity.words(plan.values[index], target.figure.unit)
  }
}
