import ContactCentre

/// The largest files that a scenario is read from, and the most of what only files have. What a scenario may say is in
/// ``ContactCentre/Limits``.
///
/// Every limit is far beyond any contact centre. They exist so that no file can exhaust memory or never end.
enum FileLimits {
  /// Bytes of one scenario or overlay file.
  static let scenarioBytes = 64 << 20
  /// Bytes of one CSV file.
  static let csvBytes = 1 << 30
  /// Rows of one CSV file.
  static let csvRows = 20_000_000
  /// Bytes of one ledger that arrivals are taken from.
  static let ledgerBytes = 1 << 30
  /// Contacts of one channel of it, or incidents of one log: as many as a CSV file may have.
  static let recordedRows = csvRows
  /// Ledgers inside one another: one whose scenario took its arrivals from one, and so on.
  static let nestedLedgers = 8
  /// Files that extend one another, counted along one chain.
  static let extendsChain = 32
  /// Patches in the list that an overlay may be.
  static let patches = 1_000
  /// Segments of the path of one `--set`.
  static let settingDepth = 100
  /// Problems listed for one CSV file.
  static let csvProblems = 20

  /// Parameters that may be moved, and paths of one of them.
  static let parameters = 500
  static let parameterPaths = 500
  /// Published figures, and figures of a result that one of them is compared with.
  static let targets = 10_000
  static let targetFigures = 1_000

  /// The terms people work on, by name.
  static let roles = 100

  /// The longest length of time that is drawn as it is stated, in seconds: the longest that an event can carry.
  static let drawnSeconds = Double(Event.longest) / 1_000
  /// The same in words, but for some minutes.
  static let drawn = "49 days 17 hours"

  /// A handling time this long on the telephone is probably a slip of the unit, in seconds.
  static let suspiciousCallHandling = 4 * 3_600.0
}
