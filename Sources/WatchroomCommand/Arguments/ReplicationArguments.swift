import Watchroom

extension OptionDeclaration {
  static let shard = OptionDeclaration(
    name: "shard", value: .shard, placeholder: "K/N",
    help: "run only the K-th of N shares of the replications, and leave a partial result for “watchroom merge”",
    absence: "all of them")
  static let partialOutput = OptionDeclaration(
    name: "output", value: .path, placeholder: "FILE", help: "where to leave the partial result of --shard",
    absence: "standard output", leaves: .file(.partial))
  static let precision = OptionDeclaration(
    name: "precision", value: .share, placeholder: "X",
    help: "run \(Precision.batch) replications, or --replications if more, and go on until no figure with a target has "
      + "a half-width above X, such as 0.01 for a point", absence: "as many as --replications says")
  static let mostReplications = OptionDeclaration(
    name: "most", value: .wholeNumber(2...1_000_000), placeholder: "N",
    help: "the most replications that --precision may run", absence: "1000, or --replications if more")

  static let replication = OptionDeclaration(
    name: "replication", value: .wholeNumber(1...1_000_000), placeholder: "K",
    help: "run only the K-th of the seed's replications, to look at it or to keep it", absence: "the first of them on")

  /// The options that say which replications are run, besides how many.
  static let portions: [OptionDeclaration] = [shard, partialOutput, precision, mostReplications]
}

/// What a command line says about which replications to run.
struct ReplicationArguments {
  let seed: UInt64
  /// How many there are; with ``precision``, how many there are at least.
  let replications: Int
  /// Whether that was said, and is no standard.
  private let isStated: Bool
  let shard: Shard?
  /// The number, from 0, of the only one that is run; nil for the first of them on.
  let single: Int?
  let precision: Precision?
  /// Whether it was said how many ``precision`` may run.
  private let mostIsStated: Bool
  /// How many to run at a time; nil for one a core.
  let jobs: Int?

  /// What `arguments` ask for.
  ///
  /// - Parameter count: the option that says how many, which has a standard value.
  init(_ arguments: ParsedArguments, count: OptionDeclaration) throws(Ending) {
    guard let replications = arguments.count(count) else {
      preconditionFailure("the option is declared with a standard value")
    }
    try Self.checkIsWhole(for: .reportPage, "a page is", in: arguments)
    try Self.checkIsWhole(for: .tables, "the tables are", in: arguments)
    try Self.checkGoTogether(arguments, count: count)
    let most = arguments.count(.mostReplications)
    if let most, arguments.has(count), most < replications {
      throw arguments.misuse("--most \(most) is less than the \(replications) replications to begin with")
    }
    seed = arguments.seed
    self.replications = replications
    isStated = arguments.has(count)
    single = arguments.count(.replication).map { $0 - 1 }
    shard = arguments.last(.shard).flatMap { QuantityText.shard($0) }
    mostIsStated = most != nil
    precision = arguments.share(.precision).map { Precision(halfWidth: $0, most: most ?? max(1_000, replications)) }
    jobs = arguments.jobs
  }

  /// Throws if `option` is asked for beside ``OptionDeclaration/shard``: what it leaves behind needs all replications.
  ///
  /// - Parameter subject: what is left behind, with its verb, such as “a page is”.
  private static func checkIsWhole(
    for option: OptionDeclaration, _ subject: String, in arguments: ParsedArguments
  ) throws(Ending) {
    guard arguments.has(option), arguments.has(.shard) else { return }
    throw arguments.misuse(
      "\(option.spelling) does not go with --shard: \(subject) of all replications — give \(option.spelling) "
        + "to “watchroom merge”")
  }

  /// Throws if options do not go together that say which replications are run.
  private static func checkGoTogether(_ arguments: ParsedArguments, count: OptionDeclaration) throws(Ending) {
    if arguments.has(.shard), arguments.has(.precision) {
      throw arguments.misuse(
        "--precision does not go with --shard: a shard cannot know what the others found — leave out one of them")
    }
    if arguments.has(.partialOutput), !arguments.has(.shard) {
      throw arguments.misuse("--output is where to leave the partial result of --shard, which is not given — add it")
    }
    if arguments.has(.replication), let other = [count, .shard, .precision].first(where: arguments.has) {
      throw arguments.misuse(
        "--replication asks for one run, and \(other.spelling) for several — leave out one of them")
    }
    if arguments.has(.mostReplications), !arguments.has(.precision) {
      throw arguments.misuse("--most is for --precision, which is not given — add it, or say --replications")
    }
  }

  /// How many are run here.
  var share: Int { shard?.range(of: replications).count ?? replications }

  /// How many are foreseen before any is run: all that may be run here, if that was said, and otherwise those that will be.
  var foreseen: Int {
    guard let precision else { return share }
    return mostIsStated ? precision.most : precision.first(of: replications)
  }

  /// The words that say the same on a command line, of `replications` that were run in the end.
  func words(replications: Int) -> [String] {
    ["--seed", String(seed)]
      + (single.map { ["--replication", String($0 + 1)] } ?? ["--replications", String(replications)])
  }

  /// Says that ``precision`` begins with more replications than were asked for, where anybody listens.
  func noteRaise(about path: String, isQuiet: Bool, in surroundings: Surroundings) {
    guard let precision, isStated, !isQuiet else { return }
    let first = precision.first(of: replications)
    guard first > replications else { return }
    surroundings.note(
      "--precision begins with \(Quantity.counted(first, "replication")), "
        + "more than the \(replications) of --replications", about: path)
  }

  /// Says which figures could not be judged, and that `precision` was not reached if so, where anybody listens.
  func noteShortfall(
    _ certainty: TargetCertainty, after count: Int, about path: String, isQuiet: Bool, in surroundings: Surroundings
  ) {
    guard let precision, !isQuiet else { return }
    guard certainty.judged + certainty.undefinedYet.count + certainty.undefined.count > 0 else {
      surroundings.note(
        "nothing here has a target, so --precision has nothing to judge — give it one, or say --replications",
        about: path)
      return
    }
    if !certainty.undefined.isEmpty {
      surroundings.note(
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
    surroundings.note(
      "after \(count) replications the targets are not as certain as --precision asks: \(reached) — allow more with --most",
      about: path)
  }
}
