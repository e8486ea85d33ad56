import Foundation

/// Standard input, output and error.
enum StandardStreams {
  /// Puts something in the place of each that is closed, which fails when it is used as before. Otherwise the next file that is
  /// opened would have its number, and get what is printed.
  static func occupy() {
    for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] where fcntl(descriptor, F_GETFD) < 0 {
      // A folder can be neither read nor written, nor opened to be written by a name such as /dev/stdout. It gets the least
      // number that is free, which is this one.
      _ = open("/", O_RDONLY)
    }
  }
}
