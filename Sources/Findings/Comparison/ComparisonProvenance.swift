/// Where a comparison came from that it does not know itself: the texts of its scenarios and the command that made it.
public struct ComparisonProvenance: Sendable, Equatable {
  /// The digest of the base as it was read, overlays and settings applied.
  public var baseDigest: String
  /// The digests of the variants, likewise, in their order.
  public var variantDigests: [String]
  /// The words that make the comparison again when typed into a shell, the program's name first; empty if there are none.
  public var command: [String]

  /// A provenance.
  public init(baseDigest: String, variantDigests: [String], command: [String] = []) {
    self.baseDigest = baseDigest
    self.variantDigests = variantDigests
    self.command = command
  }
}
