import Reading
import Spelling

/// What makes a file that nobody named a scenario by itself, rather than changes to another.
///
/// A scenario that is left out by mistake is a scenario that nobody checks; so what may be meant as one is taken for one, and
/// reading it says what is wrong.
public enum ScenarioSign: Sendable, Equatable {
  /// It extends a file.
  case extends
  /// It has at least two of calendar, channels and teams: these.
  case parts([String])
  /// It has this key, which a scenario has not, and which is most like that of a part it lacks.
  case misspelt(key: String, part: String)
  /// It says what is expected.
  case expectations
  /// It cannot be read or understood.
  case unknown

  /// Why a file was taken for a scenario that may have been meant to change another, as the beginning of a sentence; nil if it
  /// extends a file, or nothing is known of it.
  public var words: String? {
    switch self {
    case .extends, .unknown: nil
    case .parts(let parts): "this has \(parts.dropLast().joined(separator: ", ")) and \(parts[parts.count - 1])"
    case .misspelt(let key, let part): "this has “\(key.prefix(40))”, which is much like “\(part)”"
    case .expectations: "this says what is expected"
    }
  }
}

extension ScenarioReader {
  /// What makes the file at `path` a scenario by itself; nil if nothing does.
  public static func sign(of path: String, files: some FileReading = DiskFiles()) -> ScenarioSign? {
    guard let tree = tree(path, files: files), case .object(let members) = tree.value else { return .unknown }
    if tree["extends"] != nil { return .extends }
    let present = parts.filter { tree[$0] != nil }
    if present.count >= 2 { return .parts(present) }
    let known = ScenarioFormat.scenario.keys.map(\.name)
    for member in members where !known.contains(member.name) {
      guard let part = nearestName(to: member.name, among: known), parts.contains(part), !present.contains(part) else {
        continue
      }
      return .misspelt(key: member.name, part: part)
    }
    return tree["expect"] == nil ? nil : .expectations
  }
}
