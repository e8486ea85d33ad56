import Watchroom

/// The files at any depth below a folder.
struct FolderListing: Equatable {
  /// A folder that could not be listed.
  struct Gap: Equatable {
    /// Its path.
    var path: String
    /// Why not.
    var fault: FileFault
  }

  /// The files, each by its path from the folder's on, sorted.
  var files: [String] = []
  /// The folders below it of which nothing is known, likewise.
  var gaps: [Gap] = []
}
