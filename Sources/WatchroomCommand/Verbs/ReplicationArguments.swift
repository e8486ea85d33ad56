import Watchroom

extension OptionDeclaration {
  static let shard = OptionDeclaration(
    name: "shard", value: .shard, placeholder: "K/N",
    help: "run only the K-th of N shares of the replications, and leave a partial result for “watchroom merge”",
    absence: "all of them")
  static let partialOutput = OptionDeclaration(
    name: "output", value: .path, placeholder: "FILE", help: "where to leave the partial result of --shard",
    absence: "standard output", leaves: .partial)
  static let precision = OptionDeclaration(
    name: "precision", value: .share, placeholder: "X",
    help: "run more replications until no figure with a target has a half-width above X, such as 0.01 for a point",
    absence: "as many as --replications says")
  static let mostReplications = OptionDeclaration(
    name: "most", value: .wholeNumber(2...1_000_000), placeholder: "N",
    help: "the most replications that --precision may run", absence: "1000, or --replications if more")

  static let replication = OptionDeclaration(
    name: "replication", value: .wholeNumber(1...1_000_000), placeholder: "K",
    help: "run only the K-th of the seed's replications, to look at it or to keep it", absence: "the first of them on")

  /// The options that say which replications are run, besides how many.
  static let portions: [OptionDeclaration] = [shard, partialOutput, precision, mostReplications]
}

extension ParsedArguments {
  /// Throws if `option` is asked for beside ``OptionDeclaration/shard``: what it leaves behind needs all replications.
  ///
  /// - Parameter subject: what is left behind, with its verb, such as “a page is”.
  func checkIsWhole(for option: OptionDeclaration, _ subject: String, verb: String) throws(UsageError) {
    guard has(option), has(.shard) else { return }
    throw UsageError(
      message: "\(option.spelling) does not go with --shard: \(subject) of all replications — give \(option.spelling) "
        + "to “watchroom merge”", verb: verb)
  }
}

/// What a command line says about which replications to run.
struct ReplicationArguments {
  let seed: UInt64
  /// How many there are; with ``precision``, how many there are at least.
  let replications: Int
  let shard: Shard?
  /// The number, from 0, of the only one that is run; nil for the first of them on.
  let single: Int?
  let precision: Precision?
  /// How many to run at a time; nil for one a core.
  let jobs: Int?

  /// What `arguments` of `verb` ask for.
  ///
  /// - Parameter count: the option that says how many.
  init(_ arguments: ParsedArguments, count: OptionDeclaration, verb: String) throws(UsageError) {
    guard let seed = arguments.number(.seed), let replications = arguments.number(count) else {
      preconditionFailure("both options are declared with a standard value")
    }
    func refuse(_ message: String) -> UsageError { UsageError(message: message, verb: verb) }
    if arguments.has(.shard), arguments.has(.precision) {
      throw refuse(
        "--precision does not go with --shard: a shard cannot know what the others found — leave out one of them")
    }
    if arguments.has(.partialOutput), !arguments.has(.shard) {
      throw refuse("--output is where to leave the partial result of --shard, which is not given — add it")
    }
    let others = [count, .shard, .precision]
    if arguments.has(.replication), let other = others.first(where: { arguments.has($0) }) {
      throw refuse("--replication asks for one run, and \(other.spelling) for several — leave out one of them")
    }
    if arguments.has(.mostReplications), !arguments.has(.precision) {
      throw refuse("--most is for --precision, which is not given — add it, or say --replications")
    }
    if let most = arguments.number(.mostReplications), arguments.has(count), most < replications {
      throw refuse("--most \(most) is less than the \(replications) replications to begin with")
    }
    self.seed = seed
    self.replications = Int(replications)
    single = arguments.number(.replication).map { Int($0) - 1 }
    shard = arguments.last(.shard).flatMap { QuantityText.shard($0) }
    let most = arguments.number(.mostReplications).map { Int($0) } ?? max(1_000, Int(replications))
    precision = arguments.share(.precision).map { Precision(halfWidth: $0, most: most) }
    jobs = arguments.number(.jobs).map { Int($0) }
  }

  /// The words that say the same on a command line, of `replications` that were run in the end.
  func words(replications: Int) -> [String] {
    ["--seed", String(seed)]
      + (single.map { ["--replication", String($0 + 1)] } ?? ["--replications", String(replications)])
  }

  /// Says which figures could not be judged, and that `precision` was not reached if so, where anybody listens.
  func noteShortfall(
    _ certainty: TargetCertainty, after count: Int, about path: String, isQuiet: Bool, in surroundings: Surroundings
  ) {
    guard let precision, !isQuiet else { return }
    guard certainty.judged + certainty.undefinedYet.count + certainty.undefined.count > 0 else {
      Diagnostics(surroundings).note(
        "nothing here has a target, so --precision has nothing to judge — give it one, or say --replications",
        about: path)
      return
    }
    if !certainty.undefined.isEmpty {
      Diagnostics(surroundings).note(
        "none of \(count) replications defines \(certainty.undefined.joined(separator: ", ")), so --precision leaves "
          + "\(certainty.undefined.count == 1 ? "it" : "them") out", about: path)
    }
    let widest = certainty.widest
    guard widest > precision.halfWidth else { return }
    let missing = [
      ("one replication alone defines", certainty.definedOnce), ("none defines", certainty.undefinedYet),
    ].filter { !$0.1.isEmpty }.map { "\($0) \($1.joined(separator: ", "))" }
    let reached =
      widest.isFinite
      ? "the widest half-width is \((widest * 10_000).rounded(.up) / 10_000)" : missing.joined(separator: "; ")
    Diagnostics(surroundings).note(
      "after \(count) replications the targets are not as certain as --precision asks: \(reached) — allow more with --most",
      about: path)
  }
}

extension Surroundings {
  /// Leaves a partial result where the options say; how the command ends then.
  func leave(_ partial: PartialResult, as arguments: ParsedArguments) throws(OutputFault) -> ExitStatus {
    guard let path = arguments.last(.partialOutput) else {
      try output.write(partial.text)
      return .done
    }
    return OutputFiles.leave(partial.text, at: path, in: self)
  }
}
