import ContactCentre
import Experiments
import Metrics
import Writing

extension VariantResult {
  /// What only one of the plans has, as a sentence or two; nil if they have the same.
  package var unmatched: String? {
    let shown = 6
    let sentences = [(onlyInBase, "base"), (onlyInVariant, "variant")].compactMap { names, side -> String? in
      guard !names.isEmpty else { return nil }
      let list = names.prefix(shown).map { $0.fitted(to: 40) }.joined(separator: ", ")
      return "Only in the \(side): \(list)\(names.count > shown ? " and \(names.count - shown) more" : "")."
    }
    return sentences.isEmpty ? nil : sentences.joined(separator: " ")
  }

  /// A warning that "in time" means different things under the two plans; nil if it does not.
  package var differentLimits: String? {
    let scenario = result.scenario
    let subjects: [AimedFigure.Subject] =
      scenario.channels.map { .channel($0.id) } + (scenario.response?.grades ?? []).map { .grade($0.id) }
    let different = subjects.compactMap { subject -> String? in
      differentLimits(of: subject).map {
        "\(subject.id.fitted(to: 40)) (\(Quantity.limit($0.base)) \u{2192} \(Quantity.limit($0.variant)))"
      }
    }
    return different.isEmpty
      ? nil : "In time means another limit than in the base: \(different.joined(separator: ", "))."
  }

  /// The limits, in seconds, that "in time" means for `subject` under the two plans; nil if they are one, or only one plan has
  /// any.
  func differentLimits(of subject: AimedFigure.Subject) -> (base: Double, variant: Double)? {
    guard let limit = difference(subject.limit), let before = limit.base, let after = limit.variant, before != after
    else { return nil }
    return (before, after)
  }

  /// A warning that the response to an incident is measured from another moment than in `base`; nil if it is not.
  package func differentClock(from base: ExperimentResult) -> String? {
    guard let before = base.scenario.response?.clock, let after = result.scenario.response?.clock, before != after
    else { return nil }
    return "The response clock runs from \(after.words); in the base, from \(before.words)."
  }
}
