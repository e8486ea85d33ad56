/// What a ledger says of the run whose events it holds: all it takes to make them again.
public struct LedgerHeader: Equatable, Sendable {
  /// A file the scenario reads, for example a roster, with its bytes as they were.
  public struct File: Equatable, Sendable {
    /// The name the scenario knows it by.
    public var path: String
    /// All of its bytes.
    public var bytes: [UInt8]

    /// A file.
    public init(path: String, bytes: [UInt8]) {
      self.path = path
      self.bytes = bytes
    }
  }

  /// The version of the file's format this program writes, and the newest it reads.
  public static let formatVersion: UInt32 = 1
  /// The version of the events' meaning this program writes, and the newest it reads. A higher one may have kinds of events
  /// and uses of their fields that a lower one has not; none means something else than before.
  public static let schemaVersion: UInt32 = 1

  /// The program that wrote it, by name and version.
  public var engine: String
  /// The seed of all randomness.
  public var seed: UInt64
  /// The number of the replication.
  public var replication: UInt64
  /// The scenario as it was simulated: overlays and settings applied, nothing left to be looked up but ``files``.
  public var scenario: String
  /// The files the scenario names.
  public var files: [File]

  /// A header.
  public init(engine: String, seed: UInt64, replication: UInt64, scenario: String, files: [File] = []) {
    self.engine = engine
    self.seed = seed
    self.replication = replication
    self.scenario = scenario
    self.files = files
  }
}

extension LedgerHeader {
  /// 89, "WLG", carriage return, line feed, 1A, line feed: no text begins like that, and what changes the ends of lines
  /// changes it.
  static let mark: UInt64 = 0x0A1A_0A0D_474C_5789
  /// The bytes at the beginning that say how long the rest is, the same in every version.
  static let fixedLength = 24

  /// The header as it stands at the beginning of a file. Its last word is its checksum, which is the key of every checksum
  /// after it.
  func encoded() -> [UInt8] {
    var body: [UInt8] = []
    func append(_ word: UInt64) { withUnsafeBytes(of: word.littleEndian) { body.append(contentsOf: $0) } }
    func append(_ bytes: some Collection<UInt8>) {
      append(UInt64(bytes.count))
      body.append(contentsOf: bytes)
    }
    append(seed)
    append(replication)
    append(engine.utf8)
    append(scenario.utf8)
    append(UInt64(files.count))
    for file in files {
      append(file.path.utf8)
      append(file.bytes)
    }
    while body.count % 8 != 0 { body.append(0) }

    let rest = body
    body = []
    append(Self.mark)
    append(UInt64(Self.schemaVersion) << 32 | UInt64(Self.formatVersion))
    append(UInt64(Self.fixedLength + rest.count + 8))
    body += rest
    append(body.withUnsafeBytes { Checksum.of($0, key: 0) })
    return body
  }

  /// The key of the checksums of the ledger whose header is `bytes`.
  static func key(of bytes: [UInt8]) -> UInt64 {
    bytes.withUnsafeBytes { $0.baseAddress.map { $0.word(at: bytes.count - 8) } ?? 0 }
  }

  /// What `bytes`, all of a header whose checksum is right, say; nil if they are not what a header of this version is.
  init?(decoding bytes: [UInt8]) {
    var rest = bytes.dropFirst(Self.fixedLength).dropLast(8)
    func word() -> UInt64? {
      guard rest.count >= 8 else { return nil }
      defer { rest = rest.dropFirst(8) }
      return rest.prefix(8).reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }
    func string() -> ArraySlice<UInt8>? {
      guard let length = word(), length <= UInt64(rest.count) else { return nil }
      defer { rest = rest.dropFirst(Int(length)) }
      return rest.prefix(Int(length))
    }
    func text() -> String? { string().flatMap { String(validating: $0, as: UTF8.self) } }

    guard let seed = word(), let replication = word(), let engine = text(), let scenario = text(), let count = word()
    else { return nil }
    self.init(engine: engine, seed: seed, replication: replication, scenario: scenario)
    // A count is not believed, only followed as far as there are bytes.
    for _ in 0..<count {
      guard let path = text(), let bytes = string() else { return nil }
      files.append(File(path: path, bytes: Array(bytes)))
    }
    guard rest.count < 8, rest.allSatisfy({ $0 == 0 }) else { return nil }
  }
}
