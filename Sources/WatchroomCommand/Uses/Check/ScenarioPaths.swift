import Watchroom

/// The scenarios that operands name: files as they are, and of folders the scenarios at any depth below them.
struct ScenarioPaths {
  /// Something to give an account of.
  struct Entry {
    /// What is to be done about it.
    enum Kind {
      /// It is to be checked.
      case scenario
      /// It is a file of a folder that is no scenario: why.
      case leftOut(String)
      /// It is a folder that cannot be listed, or has no scenario.
      case rejected(ScenarioError)
    }

    /// Where it is.
    let path: String
    /// What is to be done about it.
    let kind: Kind
  }

  /// What there is, in the order of the operands, that of a folder sorted by path, what is wrong with the folder coming last;
  /// each path once, in the first of its spellings.
  private(set) var entries: [Entry] = []
  /// How to end because of operands that name no scenario.
  var status: ExitStatus { attempts.status }
  private let surroundings: Surroundings
  private var attempts: Attempts
  /// By path, in one spelling (see ``spelling(of:)``), the place among the entries.
  private var known: [String: Int] = [:]

  /// How many scenarios there are.
  var count: Int {
    entries.count { if case .scenario = $0.kind { true } else { false } }
  }

  /// Finds the scenarios, and says which folders have none; unless `isQuiet`, also which files are left out.
  init(_ operands: [String], isQuiet: Bool, in surroundings: Surroundings) {
    self.surroundings = surroundings
    attempts = Attempts(in: surroundings)
    for operand in operands {
      do throws(FileFault) {
        if let listing = try surroundings.storage.files(below: operand) {
          add(operand, listing, isQuiet: isQuiet)
        } else {
          add(operand, .scenario)
        }
      } catch {
        addUnreadable(operand, error)
      }
    }
  }

  private mutating func add(_ path: String, _ kind: Entry.Kind) {
    let spelling = Self.spelling(of: path)
    guard let index = known[spelling] else {
      known[spelling] = entries.count
      entries.append(Entry(path: path, kind: kind))
      return
    }
    // What is named is meant, even if nobody would take it for a scenario.
    if case .leftOut = entries[index].kind { entries[index] = Entry(path: path, kind: kind) }
  }

  /// One spelling for all that differ only by `.` and empty steps: `./a//b` and `a/b`. Steps up stay, as a link may precede
  /// them, and so does a slash at the end, which no file has.
  private static func spelling(of path: String) -> String {
    // A file of this name is not the stream.
    if path == StandardStreamName.input { return path }
    let steps = path.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
    return (path.hasPrefix("/") ? "/" : "./") + steps + (path.hasSuffix("/") ? "/" : "")
  }

  /// What is below `folder`.
  private mutating func add(_ folder: String, _ listing: FolderListing, isQuiet: Bool) {
    var isEmpty = true
    for path in listing.files where path.hasSuffix(".json5") {
      if ScenarioReader.sign(of: path, files: surroundings.files) == nil {
        if !isQuiet {
          surroundings.note("left out, as it is no scenario by itself", about: path)
          surroundings.say(ScenarioReader.unknownKeys(of: path, files: surroundings.files))
        }
        add(path, .leftOut("it is no scenario by itself"))
      } else {
        isEmpty = false
        add(path, .scenario)
      }
    }
    for gap in listing.gaps { addUnreadable(gap.path, gap.fault) }
    // Of what cannot be listed nobody knows that there is none.
    guard isEmpty, listing.gaps.isEmpty else { return }
    let remedy =
      "name a scenario, or a folder with *.json5 files that are; “watchroom new FILE” writes one to begin with"
    attempts.fail(Ending(.inputFileWrong, "there is no scenario in the folder \(folder) — \(remedy)"))
    reject(folder, .invalid, "there is no scenario in this folder", remedy)
  }

  /// A folder that cannot be listed.
  private mutating func addUnreadable(_ folder: String, _ fault: FileFault) {
    let reason = fault.reason.map { ": \($0)" } ?? ""
    let remedy = "allow it to be read, or name what can be"
    attempts.fail(Ending(.inputOrOutputFailed, "the folder \(folder) cannot be read\(reason) — \(remedy)"))
    reject(folder, .unreadable, "this folder cannot be read\(reason)", remedy)
  }

  private mutating func reject(
    _ folder: String, _ cause: ScenarioError.Cause, _ message: String, _ remedy: String
  ) {
    let problem = Problem(place: Place(origin: .file(folder)), path: "", message: message, remedy: remedy)
    add(folder, .rejected(ScenarioError(cause: cause, problems: [problem])))
  }
}

extension FileFault {
  fileprivate var reason: String? { if case .unreadable(let reason) = self { reason } else { nil } }
}
