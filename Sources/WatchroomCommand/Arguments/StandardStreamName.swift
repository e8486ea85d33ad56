/// The name that stands for a standard stream where a file is named, by the custom of command lines: `-`. A file that is really
/// called so is named `./-`.
enum StandardStreamName {
  /// What is typed.
  static let dash = "-"
  /// What it stands for where a file is read.
  static let input = "/dev/stdin"
  /// What it stands for where a file is left behind.
  static let output = "/dev/stdout"

  /// The path that `name` is, given to `option`; or why it is none that will do.
  static func path(_ name: String, for option: OptionDeclaration) -> Result<String, Refusal> {
    if name != dash { return .success(name) }
    return switch option.leaves {
    case nil: .success(input)
    case .file, .export, .editable: .success(output)
    case .folder: .failure(Refusal(message: "“-” is standard output, which is no folder — \(another("a folder"))"))
    case .growing:
      .failure(
        Refusal(message: "“-” is a standard stream, and this file is written and read again — \(another("a file"))"))
    }
  }

  private static func another(_ noun: String) -> String { "name \(noun); one that is called “-” is ./-" }

  /// Why no standard stream will do.
  struct Refusal: Error {
    /// The reason, and what to do instead.
    let message: String
  }
}
