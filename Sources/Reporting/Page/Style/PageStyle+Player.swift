extension PageStyle {
  /// The player.
  static let player: StaticString = #"""
    """#
}
