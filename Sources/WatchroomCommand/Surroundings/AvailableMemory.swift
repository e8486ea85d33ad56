import Foundation

/// How much memory a process may come to have: what the machine has, or what a limit set on the process leaves of that.
struct AvailableMemory: Equatable {
  /// So many bytes.
  let bytes: UInt64
  /// Whether a limit allows less than the machine has.
  let isLimited: Bool

  /// The least of all that is known.
  ///
  /// - Parameters:
  ///   - physical: bytes of the machine.
  ///   - addressSpace: bytes the process may map, by `ulimit -v`.
  ///   - data: bytes it may write to, by `ulimit -d`.
  ///   - pageSize: bytes of a page, in which the system counts what the process has mapped.
  ///   - read: the text of a file; nil if there is none, as on systems other than Linux.
  init(physical: UInt64, addressSpace: UInt64, data: UInt64, pageSize: UInt64, read: (String) -> String?) {
    // Pages mapped, resident, shared, of code, 0, of data. What is mapped and not used counts against the limits.
    let pages = read("/proc/self/statm")?.split(whereSeparator: \.isWhitespace).map { UInt64($0) ?? 0 } ?? []
    func left(of limit: UInt64, mapped: Int) -> UInt64 {
      guard pages.count > max(1, mapped) else { return limit }
      let idle = (pages[mapped] - min(pages[mapped], pages[1])) * pageSize
      return limit - min(limit, idle)
    }
    let limits = [left(of: addressSpace, mapped: 0), left(of: data, mapped: 5)] + Self.ofControlGroups(read)
    let least = limits.min() ?? physical
    bytes = min(physical, least)
    isLimited = least < physical
  }

  /// What is so of this process.
  static func ofThisProcess() -> AvailableMemory {
    AvailableMemory(
      physical: ProcessInfo.processInfo.physicalMemory, addressSpace: limit(RLIMIT_AS), data: limit(RLIMIT_DATA),
      pageSize: UInt64(getpagesize())
    ) { path in try? String(contentsOfFile: path, encoding: .utf8) }
  }

  #if canImport(Darwin)
    private static func limit(_ resource: Int32) -> UInt64 {
      var limit = rlimit()
      return getrlimit(resource, &limit) == 0 ? UInt64(limit.rlim_cur) : .max
    }
  #else
    private static func limit(_ resource: __rlimit_resource) -> UInt64 {
      var limit = rlimit()
      // A limit of none is the greatest number there is.
      return getrlimit(__rlimit_resource_t(resource.rawValue), &limit) == 0 ? UInt64(limit.rlim_cur) : .max
    }
  #endif

  /// The limits of the control groups that the process is in, and of those around them: of version 2, where all controllers
  /// are in one tree, and of version 1, where memory has its own. A group's folder may not be seen from inside a container,
  /// whose own limit then stands at the top.
  private static func ofControlGroups(_ read: (String) -> String?) -> [UInt64] {
    let groups = read("/proc/self/cgroup")?.split(separator: "\n") ?? []
    let files = groups.flatMap { group -> [String] in
      let parts = group.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
      guard parts.count == 3 else { return [] }
      if parts[1].isEmpty { return folders(parts[2]).map { "/sys/fs/cgroup\($0)/memory.max" } }
      guard parts[1].split(separator: ",").contains("memory") else { return [] }
      return folders(parts[2]).map { "/sys/fs/cgroup/memory\($0)/memory.limit_in_bytes" }
    }
    // “max” is no number, and no limit.
    return files.compactMap { read($0).flatMap { UInt64($0.trimmingCharacters(in: .whitespacesAndNewlines)) } }
  }

  /// A path and all it is inside of, the innermost first; the top is empty.
  private static func folders(_ path: Substring) -> [String] {
    var names = path.split(separator: "/")
    var folders = [""]
    while !names.isEmpty {
      folders.insert("/" + names.joined(separator: "/"), at: folders.count - 1)
      names.removeLast()
    }
    return folders
  }
}
