import Watchroom

@testable import Experiments

/// Comparisons made by hand of results made by hand.
enum HandmadeComparison {
  /// A variant of the handmade night that is better on the telephone, worse on line, dearer, and differs most at five.
  static func result(
    name: String = "more", _ scenario: Scenario = Handmade.scenario(), variant: Scenario? = nil,
    changed: (Figure, Double) -> Double = change
  ) -> PairedResult {
    PairedResult(
      base: Handmade.result(scenario),
      variants: [
        (name, Handmade.result(variant ?? scenario, changed: changed)), ("the same", Handmade.result(scenario)),
      ])
  }

  /// What the variant makes of a figure. Samples vary in proportion to it, so a difference varies as much as it is large.
  static func change(_ figure: Figure, _ mean: Double) -> Double {
    switch figure.name {
    case "channels.999.serviceLevel.ofOffered": mean + 0.08
    case "channels.999.abandonmentRate", "channels.online.speedOfAnswer.mean": mean / 2
    case "channels.999.speedOfAnswer.mean", "channels.online.abandonmentRate": mean * 1.5
    case "channels.999.byHour.5.serviceLevel", "channels.999.byHour.22.serviceLevel": mean - 0.25
    case "channels.999.byHour.6.serviceLevel": mean + 0.125
    case "grades.P1.withinTarget", "grades.P1.attendedShare": mean - 0.04
    case "grades.P1.response.median", "grades.P2.retainedAtEnd", "hubs.Park Lane.utilisation": mean * 1.25
    case "grades.P1.byHour.4.withinTarget": mean - 0.5
    case "hubs.Stechford.overtimeHours": mean + 8
    case "hubs.Stechford.rosteredHours": mean - 16
    case "teams.contact.rosteredHours": mean + 24
    case "teams.contact.cost", "cost.total": mean + 432
    default: mean
    }
  }

  static let provenance = ComparisonProvenance(
    baseDigest: "fedcba9876543210", variantDigests: ["0123456789abcdef", "fedcba9876543210"],
    command: ["watchroom", "compare", "night.json5", "more.json5", "the same.json5"])
}
