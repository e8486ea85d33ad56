import Experiments
import Metrics

extension ExperimentResult {
  /// The limit that decides what is in time for the figure called `metric`, in seconds: of its channel's target or its grade.
  /// Nil for figures that rest on no limit, or on those of several grades. O(1).
  func limit(of metric: String) -> Double? {
    guard let path = catalogue.figure(named: metric)?.path, path.count > 2, case .key(let id) = path[1]
    else { return nil }
    let subject: AimedFigure.Subject
    switch path[0] {
    case "channels" where path.dropFirst(2).contains("serviceLevel") || path.last == "abandonedAfterThreshold":
      subject = .channel(id)
    case "grades" where path.last == "withinTarget":
      subject = .grade(id)
    default:
      return nil
    }
    return estimate(subject.limit)?.mean
  }
}
