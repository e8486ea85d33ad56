import DiscreteEvents

extension ScenarioReader {
  /// The instant a text means, in milliseconds since the Unix epoch, or nil where it means none: ISO 8601 as a scenario
  /// may have it, such as `2022-07-22T21:14`, on the clocks of `zone` unless the text says otherwise.
  public static func instant(_ text: String, in zone: ZoneRules) -> Milliseconds? {
    InstantText.moment(Array(text.utf8)[...])?.instant(in: zone)
  }
}
