import Writing

extension ReportPage {
  /// What it takes to get the same result again.
  func again(_ html: inout HTMLWriter) {
    html.facts([
      "Engine": provenance.engine, "Scenario": provenance.scenarioDigest, "Events": Quantity.integer(result.events),
      "Digest": result.digest, "Seed": String(result.seed),
    ])
    html.command(provenance.command, for: "result")
  }
}
