// What a ledger says of its run besides what it takes to make the events again. It stands among the files, under names that
// end in a slash, which no file has: so a reader that knows nothing of it is not disturbed.
extension LedgerHeader {
  /// The run that another one was forked from, and where.
  public struct Origin: Equatable, Sendable {
    /// What the ledger of that run says of it.
    public var header: LedgerHeader
    /// How many of its events the fork began with; from there on another plan decided.
    public var events: UInt64

    /// An origin.
    public init(header: LedgerHeader, events: UInt64) {
      self.header = header
      self.events = events
    }
  }

  /// The files the scenario names, without any notes.
  public var scenarioFiles: [File] { files.filter { !$0.path.hasSuffix("/") } }

  /// The digest of the scenario, as results print it; nil if it is not noted.
  public var scenarioDigest: String? {
    get { note(Self.digestNote).flatMap { String(validating: $0, as: UTF8.self) } }
    set { setNote(Self.digestNote, newValue.map { Array($0.utf8) }) }
  }

  /// The words that make the run again when typed into a shell, the program's name first; empty if they are not noted.
  public var command: [String] {
    get {
      guard let bytes = note(Self.commandNote) else { return [] }
      return bytes.split(separator: 0, omittingEmptySubsequences: false).dropLast().map {
        String(decoding: $0, as: UTF8.self)
      }
    }
    set {
      // No word of a command line has a byte 0 in it.
      setNote(Self.commandNote, newValue.isEmpty ? nil : newValue.flatMap { Array($0.utf8) + [0] })
    }
  }

  /// What the run was forked from; nil if it was not forked, and if the note of it makes no sense.
  public var origin: Origin? {
    get {
      guard let bytes = note(Self.originNote), bytes.count > 8 + Self.fixedLength + 8,
        let header = LedgerHeader(decoding: Array(bytes.dropFirst(8)))
      else { return nil }
      return Origin(header: header, events: bytes.prefix(8).reversed().reduce(0) { $0 << 8 | UInt64($1) })
    }
    set {
      setNote(
        Self.originNote,
        newValue.map { origin in
          withUnsafeBytes(of: origin.events.littleEndian) { Array($0) } + origin.header.encoded()
        })
    }
  }

  private static let digestNote = "digest/"
  private static let commandNote = "command/"
  private static let originNote = "origin/"

  private func note(_ name: String) -> [UInt8]? { files.first { $0.path == name }?.bytes }

  private mutating func setNote(_ name: String, _ bytes: [UInt8]?) {
    files.removeAll { $0.path == name }
    if let bytes { files.append(File(path: name, bytes: bytes)) }
  }
}
