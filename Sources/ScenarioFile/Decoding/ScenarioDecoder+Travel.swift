import ContactCentre

extension ScenarioDecoder {
  func travel(_ cursor: Cursor, _ context: Context) -> Travel {
    let standard = Travel()
    let fields = fields(cursor, ScenarioFormat.travel)
    var travel = Travel(
      blueLightSpeed: number(fields, "blueLight", default: standard.blueLightSpeed),
      routineSpeed: number(fields, "routine", default: standard.routineSpeed),
      detour: number(fields, "detour", default: standard.detour),
      hourOfDay: fields["hourOfDay"].flatMap(journeyFactors) ?? standard.hourOfDay,
      variation: number(fields, "variation", default: standard.variation),
      mobilisation: distribution(fields, "mobilisation", default: standard.mobilisation))
    if travel.variation < Limits.leastCV { travel.variation = 0 }
    if let cursor = fields["matrix"] {
      travel.matrix = journeys(cursor, context, blueLightShare: travel.routineSpeed / travel.blueLightSpeed)
    }
    return travel
  }

  private func journeyFactors(_ cursor: Cursor) -> [Double]? {
    elements(cursor, count: 24...24, noun: "factors")?.map { number($0, .positive(to: Limits.journeyFactor)) ?? 1 }
  }
}
