import Watchroom

extension Surroundings {
  /// Says `line`, on the side of the output that is not results.
  func say(_ line: Diagnostic) {
    // There is nowhere left to complain to if this fails; the exit status still tells.
    try? errors.write(line.text(isColoured: errorsAreColoured))
  }

  /// Says how the command ends, or a part of its work.
  func say(_ ending: Ending) {
    for line in ending.lines { say(line) }
  }

  /// Says what looks wrong with files.
  func say(_ problems: [Problem]) {
    for problem in problems { say(Diagnostic(problem)) }
  }

  /// Says something about the file at `path` that is no problem but should not go unseen.
  func note(_ message: String, about path: String) { say(.note(message, about: path)) }

  /// Prints a report, or a part of one. A reader who has seen enough and went away (`| head`) is no fault: the rest is dropped.
  func print(_ text: String) throws(Ending) {
    do throws(OutputFault) {
      try output.write(text)
    } catch {
      if !error.isReaderGone { throw .unprintable(error) }
    }
  }

  /// The same, but what is printed goes where errors go, as standard output is for a file; nowhere if `isQuiet`.
  func printingAside(isQuiet: Bool) -> Surroundings {
    var aside = self
    aside.output = AsideOutput(errors: isQuiet ? nil : errors)
    aside.outputIsColoured = errorsAreColoured
    return aside
  }

  /// Prints something, or a part of it, of which no use is made unless it comes whole to whoever reads it.
  func printWhole(_ text: String) throws(Ending) {
    do throws(OutputFault) { try output.write(text) } catch { throw .unprintable(error) }
  }
}

/// Where reports go while a file is what is printed.
private struct AsideOutput: TextOutput {
  /// Where errors go; nil if reports go nowhere.
  let errors: (any TextOutput)?

  func write(_ text: String) throws(OutputFault) {
    // As with errors, there is nowhere left to complain to; and what was asked for is the file.
    try? errors?.write(text)
  }
}
