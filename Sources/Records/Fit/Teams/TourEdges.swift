/// How far tours of duty reach beyond the first and the last contact taken in them.
///
/// Somebody who takes a last contact in one half-hour may have been there for some more without one. How likely that is
/// follows from how often half-hours go by without a contact, and from when tours end at all: they end together, at the
/// times of the shifts. Both are found in turn, by the algorithm of expectation and maximisation (A. Dempster, N. Laird
/// and D. Rubin, 1977): given the share of tours that end at each half-hour of the day, every tour's end is spread over
/// those it can have; given the ends so spread, the shares follow.
enum TourEdges {
  /// Half-hours that a tour may reach further than it shows.
  private static let reach = 8
  private static let rounds = 60
  private static let cells = AgentActivity.cells

  /// What is known of an edge: the half-hour of the day it shows at, and the chances of every further one.
  private struct Kind: Hashable {
    let timeOfDay: Int
    let chances: [Double]
  }

  /// How far each tour reaches beyond its edge: the probability of no half-hour more, of one, of two, ….
  ///
  /// - Parameters:
  ///   - edges: of each tour the last half-hour known, and the handler's next one, which it cannot reach.
  ///   - step: 1 for ends, −1 for beginnings.
  ///   - idle: the probability that somebody who is there takes no contact in a half-hour.
  static func reaches(
    of edges: [(place: Int, limit: Int?)], step: Int, idle: (Int) -> Double
  ) -> [[Double]] {
    // Of each tour, the likelihood of every further half-hour that it may have had without a contact.
    let chances = edges.map { edge -> [Double] in
      var chances = [1.0]
      for distance in 1...reach {
        let cell = edge.place + step * distance
        if let limit = edge.limit, step > 0 ? cell >= limit : cell <= limit { break }
        let chance = (chances.last ?? 0) * idle(cell)
        if chance < 1e-4 { break }
        chances.append(chance)
      }
      return chances
    }
    func timeOfDay(_ place: Int, _ distance: Int) -> Int {
      let cell = (place + step * distance) % cells
      return cell < 0 ? cell + cells : cell
    }
    // Tours with the same chances at the same time of day are reckoned with once: of those there are few.
    var kinds: [Kind] = []
    var counts: [Double] = []
    var numbers: [Kind: Int] = [:]
    let kindOf = edges.indices.map { number -> Int in
      let kind = Kind(timeOfDay: timeOfDay(edges[number].place, 0), chances: chances[number])
      let place = numbers[kind] ?? kinds.count
      if place == kinds.count {
        numbers[kind] = place
        kinds.append(kind)
        counts.append(0)
      }
      counts[place] += 1
      return place
    }
    var shares = [Double](repeating: 1, count: cells)
    func posterior(_ kind: Kind) -> [Double] {
      let weights = kind.chances.indices.map { kind.chances[$0] * shares[timeOfDay(kind.timeOfDay, $0)] }
      let total = weights.reduce(0, +)
      return weights.map { total > 0 ? $0 / total : 0 }
    }
    for _ in 0..<rounds {
      var sums = [Double](repeating: 1e-9, count: cells)
      for (kind, count) in zip(kinds, counts) {
        for (distance, weight) in posterior(kind).enumerated() {
          sums[timeOfDay(kind.timeOfDay, distance)] += count * weight
        }
      }
      shares = sums
    }
    let posteriors = kinds.map(posterior)
    return kindOf.map { posteriors[$0] }
  }
}
