/// Where something was written: a character of a file, a cell of a table, or an option of the command line.
public struct Place: Equatable, Sendable {
  /// The text a value was read from.
  public enum Origin: Equatable, Sendable {
    /// A file, by the path it was opened with.
    case file(String)
    /// An option `--set path=value`, by its argument.
    case setting(String)
  }

  /// The text it is in.
  public var origin: Origin
  /// The line, counted from 1, or 0 for the whole of a file or setting.
  ///
  /// In a table this is the line on which the row begins.
  public var line: Int
  /// The column, counted from 1 in Unicode scalars, or 0 for the whole of a line. In a table, the number of the field.
  public var column: Int

  /// A place in a text.
  public init(origin: Origin, line: Int = 0, column: Int = 0) {
    self.origin = origin
    self.line = line
    self.column = column
  }

  /// What the text is called: the path of a file, or `--set path=value`.
  public var file: String {
    switch origin {
    case .file(let path): path
    case .setting(let text): "--set \(text)"
    }
  }
}

extension Place: CustomStringConvertible {
  /// `file:line:column`, without the parts that are 0.
  public var description: String {
    if line == 0 { return file }
    return column == 0 ? "\(file):\(line)" : "\(file):\(line):\(column)"
  }
}
