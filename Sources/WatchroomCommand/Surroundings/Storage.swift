import Watchroom

/// Folders to look into, and files to leave behind.
protocol Storage: Sendable {
  /// The files at any depth below the folder at `path`; nil if there is no folder of that name. What is hidden (a name that
  /// begins with a dot) is left out. Folders that are linked to are entered as well, but none twice. Throws if that
  /// folder itself cannot be listed.
  func files(below path: String) throws(FileFault) -> FolderListing?

  /// Writes a file, all of it or nothing: a reader never finds a part of it under its name, whatever goes wrong.
  ///
  /// - Parameter replacing: whether a file of that name may be replaced; otherwise it is a fault that there is one.
  func write(_ text: String, to path: String, replacing: Bool) throws(OutputFault)
}
