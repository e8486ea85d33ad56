/// Which program made a result.
public enum Engine {
  /// The version of the simulator, by the rules of semantic versioning. The one place where it is written.
  public static let version = "0.1.0"
  /// Name and version, as results and logs carry them.
  public static let name = "watchroom \(version)"
}
