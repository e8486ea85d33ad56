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
    if size.bar == .tooFewRuns {
      return "no plan was found that meets every target beyond doubt"
        + (furthest.map { ", most doubtful \($0.label)" } ?? "")
    }
    let plans = size.bar == .tooFew ? "no plan was found that" : "no plan within the limits"
    return plans + " meets every target" + (furthest.map { ", least of all \($0.label)" } ?? "")
  }

  /// What might help.
  public var remedy: String {
    switch size.bar {
    case .elsewhere(let atLimits):
      (atLimits.isEmpty ? "" : "allow more \(names(of: atLimits)), or ")
        + "let other teams, shifts or days change, or ask for less: more heads of what may have more do not help"
    case .tooFewRuns: "simulate more days or replications (--days, --replications): by mean every target is met"
    case .tooFew: "give the scenario more heads to begin from, or ask for less"
    case .limits, nil: "allow more heads or more shifts, or ask for less"
    }
  }

  /// What the report says instead of a plan.
  var sentences: String {
    if size.bar == .tooFewRuns { return doubt }
    var text = "No plan \(size.bar == .tooFew ? "" : "within the limits ")was found that meets every target."
    guard let furthest, let shortfall = size.shortfall else { return text }
    text +=
      size.bar == .limits
      ? " Most tried are all the heads that the limits allow"
      : " Most tried are twice the heads there are, or of Erlang A where those are more, and ten more at least, as far as "
        + "limits go"
    text +=
      ": furthest from being met is \(furthest.label), with \(words(shortfall.most, furthest))."
    if shortfall.fewer.heads != shortfall.most.heads {
      text += " Without those added it is \(words(shortfall.fewer, furthest))."
    }
    if case .elsewhere(let atLimits) = size.bar {
      text += " More heads where there may be more do not help: it is missed at hours, or by teams, "
      text += "that stay as they are" + (atLimits.isEmpty ? "." : " or have all they may: \(names(of: atLimits)).")
    }
    return text
  }

  /// What the report says where only doubt is in the way.
  private var doubt: String {
    var text = "No plan was found that meets every target beyond doubt, though the most heads tried meet all by mean."
    if let furthest, let shortfall = size.shortfall {
      text += " Most doubtful is \(furthest.label), with \(words(shortfall.most, furthest)): too few contacts are "
      text += "simulated. More days or replications (--days, --replications) tell more."
    }
    return text
  }

  /// Some levers as people call them, `day at calls, night at calls and 3 more`.
  private func names(of levers: [Int]) -> String {
    let named = levers.prefix(3).map { "\(size.levers[$0].words) at \(size.levers[$0].name)" }
    let more = levers.count - named.count
    return named.joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
  }

  private func words(_ plan: StaffingSize.Scored, _ target: SizingTarget) -> String {
    guard let index = size.targets.firstIndex(of: target) else { return "" }
    return Quantity.words(plan.values[index], target.figure.unit)
  }
}
