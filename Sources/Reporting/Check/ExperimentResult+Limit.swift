import Experiments
import Metrics

extension ExperimentResult {
  /// The limit that decides what is in time for the figure called `metric`, in seconds: of its channel's target or its grade.
  /// Nil for figures that rest on no limit, or on those of several grades. O(1).
  func limit(of metric: String) -> Double? {
    guard let index = catalogue.index(of: metric) else { return nil }
    let path = catalogue.figures[index].path
    let limit: [Figure.Component]
    switch path[0] {
    case "channels" where path.dropFirst(2).contains("serviceLevel") || path.last == "abandonedAfterThreshold":
      limit = path[..<2] + ["serviceLevel", "within"]
    case "grades" where path.last == "withinTarget":
      limit = path[..<2] + ["within"]
    default:
      return nil
    }
    return estimate(Figure.name(of: limit))?.mean
  }
}
