import Watchroom

extension Verb {
  static let merge = Verb(
    name: "merge",
    summary: "join the shards of an experiment into its result",
    operandPlaceholder: "PARTIAL",
    operandCount: 1...Int.max,
    operandHelp: "a file that run or compare left with --shard",
    operandDetails:
      "; all shards of one experiment, in any order. What is printed is what one run would have, to the byte",
    ownOptions: [.format, .quiet],
    example: Example(
      command: "watchroom merge shard-1.partial shard-2.partial",
      effect: "prints what “watchroom run” would have printed without --shard 1/2 and --shard 2/2"),
    statuses: ExitStatus.withoutVerdicts
  ) { arguments, surroundings throws(OutputFault) in
    let merged: MergedShards
    do throws(ExitStatus) {
      merged = try join(arguments.operands, in: surroundings)
    } catch {
      return error
    }
    switch merged.outcome {
    case .run(let result, let provenance): try surroundings.write(result, provenance, as: arguments)
    case .comparison(let result, let provenance): try surroundings.write(result, provenance, as: arguments)
    }
    return .done
  }

  /// Reads the partial results at `paths` and joins them, and reports what keeps it from being done.
  private static func join(_ paths: [String], in surroundings: Surroundings) throws(ExitStatus) -> MergedShards {
    let diagnostics = Diagnostics(surroundings)
    var partials: [(path: String, partial: PartialResult)] = []
    var worst = ExitStatus.done
    for path in paths {
      do throws(FileFault) {
        let bytes = try surroundings.files.read(path, limit: PartialResult.limit)
        do throws(Problem) {
          partials.append((path, try PartialResult(bytes: bytes, path: path)))
        } catch {
          diagnostics.report([error], place: \.description)
          worst = max(worst, .inputFileWrong)
        }
      } catch {
        let problem = Problem(
          place: Place(origin: .file(path)), path: "", message: error.message(path),
          remedy: error.remedy(PartialResult.limit))
        diagnostics.report([problem], place: \.description)
        worst = max(worst, error == .tooLarge ? .inputFileWrong : .inputOrOutputFailed)
      }
    }
    guard worst == .done else { throw worst }
    do throws(Problem) {
      return try MergedShards(partials)
    } catch {
      diagnostics.report([error], place: \.description)
      throw .inputFileWrong
    }
  }
}
