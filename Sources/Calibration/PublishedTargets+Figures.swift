import Metrics
import Reading
import ScenarioFile
import Spelling

extension PublishedTargets {
  /// What is wrong with targets where results have the figures of `catalogue`: those compared with a figure there is none of,
  /// or of which there are two, and those with a unit of time for what results do not have in seconds.
  public func problems(in catalogue: FigureCatalogue) -> [Problem] {
    let log = ProblemLog()
    lazy var known = KnownNames(catalogue.figures.map(\.name))
    for target in targets {
      for figure in target.metric.paths {
        let (message, remedy): (String, String)
        if catalogue.isShared(figure) {
          message = "results of this scenario have two figures “\(figure.prefix(100))”"
          remedy = "name the channel, stage or outcome without a dot in the scenario"
        } else if catalogue.index(of: figure) == nil {
          message = "results of this scenario have no figure “\(figure.prefix(100))”"
          // There may be very many of them, each to be looked for among very many names.
          remedy =
            switch log.hasRoom ? catalogue.slice(meantBy: figure) : nil {
            case .figure(let name): "did you mean “\(name)”?"
            case .oneOf(let range): range
            case nil:
              (log.hasRoom ? known.nearest(to: figure) : nil).map { "did you mean “\($0)”?" }
                ?? "every figure and its path is in what `watchroom run --format json` prints"
            }
        } else {
          continue
        }
        log.note(Problem(place: target.place, path: target.path, message: message, remedy: remedy))
      }
      if let problem = problem(withUnitOf: target, in: catalogue) { log.note(problem) }
    }
    return log.problems
  }

  private func problem(withUnitOf target: PublishedTarget, in catalogue: FigureCatalogue) -> Problem? {
    guard target.unit != nil else { return nil }
    let message: String
    if case .sum(_, let whole) = target.metric, !whole.isEmpty {
      message = "“unit” is for figures in seconds, and this is a part of a whole"
    } else if let figure = target.metric.paths.lazy.compactMap(catalogue.figure).first(where: { $0.unit != .seconds }) {
      message = "“unit” is for figures in seconds, and “\(figure.name.prefix(100))” is not in seconds"
    } else {
      return nil
    }
    return Problem(
      place: target.place, path: target.path, message: message,
      remedy: "leave “unit” out, and give the number as `watchroom run --format json` prints it")
  }
}
