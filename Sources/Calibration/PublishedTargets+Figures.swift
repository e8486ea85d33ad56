import Metrics
import Reading
import ScenarioFile
import Spelling

extension PublishedTargets {
  /// What is wrong with targets where results have the figures of `catalogue`: those compared with a figure there is none of,
  /// or of which there are two.
  public func problems(in catalogue: FigureCatalogue) -> [Problem] {
    targets.flatMap { target in target.metric.paths.compactMap { problem(with: $0, of: target, in: catalogue) } }
  }

  private func problem(with figure: String, of target: PublishedTarget, in catalogue: FigureCatalogue) -> Problem? {
    let (message, remedy): (String, String)
    if catalogue.isShared(figure) {
      message = "results of this scenario have two figures “\(figure.prefix(100))”"
      remedy = "name the channel, stage or outcome without a dot in the scenario"
    } else if catalogue.index(of: figure) == nil {
      message = "results of this scenario have no figure “\(figure.prefix(100))”"
      remedy =
        nearestName(to: figure, among: catalogue.figures.map(\.name)).map { "did you mean “\($0)”?" }
        ?? "every figure and its path is in what `watchroom run --format json` prints"
    } else {
      return nil
    }
    return Problem(place: target.place, path: target.path, message: message, remedy: remedy)
  }
}
