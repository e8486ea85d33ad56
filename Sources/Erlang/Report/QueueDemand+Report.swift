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
