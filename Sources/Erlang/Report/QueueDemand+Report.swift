import Writing

/// How reports repeat what was asked. Times are in seconds.
extension QueueDemand {
  /// The question as rows of a table.
  var rows: [[TextTable.Cell]] {
    let count = Quantity.decimal(calls, decimals: calls == calls.rounded() ? 0 : 3)
    return [
      ["Calls", .init("\(count) in \(Quantity.limit(period))")],
      ["Handling", .init("\(Quantity.duration(handling)) on average")],
      ["Load", .init("\(Quantity.decimal(load, decimals: 2)) erlangs")],
    ]
  }

  /// The question as a piece of JSON.
  var json: JSONValue {
    .members([
      "calls": .number(calls), "per": .number(period), "handling": .number(handling),
      "patience": patience.map(JSONValue.number) ?? .null, "load": .number(load),
    ])
  }
}

extension Quantity {
  /// A share as someone set it, in per cent without needless decimals.
  package static func bound(_ share: Double) -> String {
    let needed = decimals(from: 0, toSay: share * 100)
    return Self.share(share, decimals: needed == 0 ? 0 : max(2, needed))
  }
}
