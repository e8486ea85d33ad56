extension PageScript {
  /// The player, in the order in which its parts need each other.
  static let player: [StaticString] = [night, nightTimes, drawing, marks, map, stories, stage, controls]
}
