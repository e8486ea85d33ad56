import Metrics
import Reading
import ScenarioFile
import Spelling

extension PublishedTargets {
  /// What is wrong with targets where results have the figures of `catalogue`: those compared with a figure there is none of,
  /// or of which there are two.
  public func problems(in catalogue: FigureCatalogue) -> [Problem] {
    targets.flatMap { target in
      target.metric.paths.filter(catalogue.isShared).map { path in
        Problem(
          place: target.place, path: target.path,
          message: "results of this scenario have two figures “\(path.prefix(100))”",
          remedy: "name the channel, stage or outcome without a dot in the scenario")
      }
        + target.metric.paths.filter { catalogue.index(of: $0) == nil }.map { path in
          Problem(
            place: target.place, path: target.path,
            message: "results of this scenario have no figure “\(path.prefix(100))”",
            remedy: nearestName(to: path, among: catalogue.figures.map(\.name)).map { "did you mean “\($0)”?" }
              ?? "every figure and its path is in what `watchroom run --format json` prints")
        }
    }
  }
}
