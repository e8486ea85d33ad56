/// Reads a scenario and checks all there is to check about it before it runs.
///
/// ``ScenarioReader`` knows what a scenario may say, but not which figures its results will have; so what the scenario
/// expects of figures that do not exist is found here; a bound that a share cannot reach is warned of, and an expectation
/// of what the scenario itself says.
///
/// - Parameters:
///   - path: the scenario file.
///   - overlays: files merged onto it, left to right.
///   - settings: single values set after that, each `path=value`.
///   - files: where files come from.
/// - Throws: everything wrong with the scenario that could be found in one go.
public func readScenario(
  _ path: String, overlays: [String] = [], settings: [String] = [], files: some FileReading = DiskFiles()
) throws(ScenarioError) -> ReadScenario {
  var read = try ScenarioReader.read(path: path, overlays: overlays, settings: settings, files: files)
  // No more of them than it takes: a long scenario has millions, and there may not be the memory to simulate it.
  let catalogue = FigureCatalogue(read.scenario, nearTo: read.scenario.expectations.map(\.metric))
  read.warnings += strangeBounds(of: read, catalogue) + constants(expectedOf: read, catalogue)
  read.warnings += sharedNames(in: catalogue, of: path)
  let errors = zip(read.scenario.expectations, read.expectationPlaces).flatMap { expectation, place in
    let shared = catalogue.isShared(expectation.metric) ? [sharedName(of: expectation, place)] : []
    let timed = [limitOfAnotherUnit(of: expectation, place, catalogue)].compactMap(\.self)
    return catalogue.unknownMetrics(in: [expectation]).map { unknown($0, place) } + shared + timed
  }
  guard errors.isEmpty else { throw ScenarioError(cause: .invalid, problems: read.warnings + errors) }
  return read
}

/// That no figure has the name of what is expected.
private func unknown(_ metric: UnknownMetric, _ place: ExpectationPlace) -> Problem {
  Problem(
    place: place.metric, path: ScenarioPath(["expect", metric.expectation, "metric"]).description,
    message: "results of this scenario have no figure “\(metric.metric)”",
    remedy: metric.nearest.map { "did you mean “\($0)”?" } ?? metric.range
      ?? "every figure and its path is in what `watchroom run --format json` prints")
}

/// That two figures have the name of what is expected, so that nobody knows which is meant.
private func sharedName(of expectation: FigureExpectation, _ place: ExpectationPlace) -> Problem {
  Problem(
    place: place.metric, path: ScenarioPath(["expect", expectation.name, "metric"]).description,
    message: "results of this scenario have two figures “\(expectation.metric)”", remedy: sharedNameRemedy)
}

/// That a figure that is not in seconds is held to a length of time, if it is.
private func limitOfAnotherUnit(
  of expectation: FigureExpectation, _ place: ExpectationPlace, _ catalogue: FigureCatalogue
) -> Problem? {
  guard place.isLengthOfTime, let figure = catalogue.index(of: expectation.metric) else { return nil }
  let (key, limit) = expectation.bound.parts
  let (kind, remedy) =
    switch catalogue.figures[figure].unit {
    case .seconds: ("", "")
    case .hours: ("a number of hours", "write \(number(limit / 3_600))")
    case .share: ("a share", "write a number from 0 to 1, for example 0.9 for 90 %")
    case .count: ("a number of things", "write a number")
    case .money: ("an amount of money", "write a number")
    }
  if kind.isEmpty { return nil }
  return Problem(
    place: place.bound, path: ScenarioPath(["expect", expectation.name, key]).description,
    message: "“\(expectation.metric)” is \(kind), not a length of time", remedy: remedy)
}

/// A warning that figures share a name, by which tables of results tell them apart.
private func sharedNames(in catalogue: FigureCatalogue, of path: String) -> [Problem] {
  catalogue.firstSharedName.map { name in
    [
      Problem(
        severity: .warning, place: Place(origin: .file(path)), path: "",
        message: "results of this scenario have two figures “\(name)”", remedy: sharedNameRemedy)
    ]
  } ?? []
}

private let sharedNameRemedy =
  "names with dots run together with what is after them: name the channel, stage or outcome without a dot"

/// Warnings of bounds on shares that are outside of 0 … 1: probably meant in percent, and kept, or missed, whatever happens.
private func strangeBounds(of read: ReadScenario, _ catalogue: FigureCatalogue) -> [Problem] {
  zip(read.scenario.expectations, read.expectationPlaces).compactMap { expectation, place in
    guard let figure = catalogue.index(of: expectation.metric), catalogue.figures[figure].unit == .share,
      !place.isLengthOfTime
    else { return nil }
    let (key, limit) = expectation.bound.parts
    if (0...1).contains(limit) { return nil }
    let isPercent = limit > 1 && limit <= 100
    return Problem(
      severity: .warning, place: place.bound, path: ScenarioPath(["expect", expectation.name, key]).description,
      message: "\(number(limit)) is no share, which is 0 … 1",
      remedy: isPercent ? "for \(number(limit)) % write \(number(limit / 100))" : "write a number from 0 to 1")
  }
}

/// Warnings of expectations that are about what the scenario itself says, such as a target: kept, or missed, whatever happens.
private func constants(expectedOf read: ReadScenario, _ catalogue: FigureCatalogue) -> [Problem] {
  zip(read.scenario.expectations, read.expectationPlaces).compactMap { expectation, place in
    guard let figure = catalogue.index(of: expectation.metric), catalogue.figures[figure].kind == .constant else {
      return nil
    }
    return Problem(
      severity: .warning, place: place.metric, path: ScenarioPath(["expect", expectation.name, "metric"]).description,
      message: "“\(expectation.metric)” is what the scenario itself says, whatever happens",
      remedy: "expect something of what comes of it, such as a share that is in time")
  }
}

extension FigureExpectation.Bound {
  /// Its key and its limit.
  fileprivate var parts: (key: String, limit: Double) {
    switch self {
    case .atLeast(let limit): ("atLeast", limit)
    case .atMost(let limit): ("atMost", limit)
    }
  }
}

/// A number as people write it: 5 rather than 5.0.
private func number(_ value: Double) -> String {
  value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
}
