/// What can be said of file paths by looking at them.
package enum FilePath {
  /// What `reference` means when written in a file, or on the command line if `origin` is a setting.
  package static func resolve(_ reference: String, from origin: Place.Origin) -> String {
    guard case .file(let path) = origin, !reference.hasPrefix("/"),
      let slash = path.lastIndex(of: "/")
    else { return reference }
    return "\(path[...slash])\(reference)"
  }

  /// The path without `.` and, where something precedes them, `..` segments.
  package static func normalised(_ path: String) -> String {
    var segments: [Substring] = []
    for segment in path.split(separator: "/") where segment != "." {
      if segment == "..", let last = segments.last, last != ".." {
        segments.removeLast()
      } else {
        segments.append(segment)
      }
    }
    return (path.hasPrefix("/") ? "/" : "") + segments.joined(separator: "/")
  }

  /// The path from the root of the disk, normalised, if it is meant in `folder`, which is one.
  package static func absolute(_ path: String, in folder: String) -> String {
    normalised(path.hasPrefix("/") ? path : "\(folder)/\(path)")
  }

  /// The way from `folder` to `path`, both normalised from the root of the disk, up by `..` where it must. It is `path` itself
  /// if they have nothing but the root in common: such a way would be of no use elsewhere either.
  package static func relative(_ path: String, to folder: String) -> String {
    let steps = path.split(separator: "/")
    let base = folder.split(separator: "/")
    let common = zip(steps, base).prefix { $0 == $1 }.count
    if common == 0, !base.isEmpty { return path }
    let up: [Substring] = Array(repeating: "..", count: base.count - common)
    return (up + steps.dropFirst(common)).joined(separator: "/")
  }

  /// The folder a file is in, as its path says: empty if it says none.
  package static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
  }

  /// The last segment without its extension.
  package static func stem(_ path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return String(name) }
    return String(name[..<dot])
  }
}
