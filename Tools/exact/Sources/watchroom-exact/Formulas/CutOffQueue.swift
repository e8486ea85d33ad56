/// Two classes at some servers with one service rate; the second class enters service only while more than `held` servers
/// are free: the cut-off priority queue (I. W. Taylor and J. G. C. Templeton, "Waiting time in a multi-server cutoff-priority
/// queue, and its application to an urban ambulance service", 1980).
///
/// The state is how many are in service or of the first class, and how many of the second class wait. Its equilibrium is
/// found by Gauss and Seidel's method on a part of the plane beyond which it hardly ever is.
struct CutOffQueue {
  let rates: [Double]
  let serviceRate: Double
  let servers: Int
  let held: Int
  private let width = 60
  private let height = 160

  init(rates: [Double], serviceRate: Double, servers: Int, held: Int) {
    self.rates = rates
    self.serviceRate = serviceRate
    self.servers = servers
    self.held = held
  }

  /// The mean waits of both classes, by J. D. C. Little's law, and the share of the servers' time in which they are busy.
  func answers() -> (waits: [Double], occupancy: Double) {
    let weights = equilibrium()
    var queues = [0.0, 0]
    var busy = 0.0
    for present in 0..<width {
      for waiting in 0..<height {
        let weight = weights[index(present, waiting)]
        queues[0] += Double(max(0, present - servers)) * weight
        queues[1] += Double(waiting) * weight
        busy += Double(min(present, servers)) * weight
      }
    }
    return (zip(queues, rates).map { $0 / $1 }, busy / Double(servers))
  }

  private func index(_ present: Int, _ waiting: Int) -> Int { present * height + waiting }

  private func equilibrium() -> [Double] {
    var weights = [Double](repeating: 1, count: width * height)
    var change = 1.0
    while change > 1e-12 {
      change = 0
      for present in 0..<width {
        for waiting in 0..<height {
          let place = index(present, waiting)
          let weight = balanced(present, waiting, weights)
          change = max(change, abs(weight - weights[place]) / max(weight, 1e-6))
          weights[place] = weight
        }
      }
      let sum = weights.reduce(0, +)
      for place in weights.indices { weights[place] /= sum }
    }
    return weights
  }

  /// What flows into a state by the weights of the others, over the rate at which it is left.
  private func balanced(_ present: Int, _ waiting: Int, _ weights: [Double]) -> Double {
    // As long as somebody of the second class could enter service, nobody of it waits.
    let open = servers - held
    if present < open, waiting > 0 { return 0 }
    func ending(_ present: Int) -> Double { Double(min(present, servers)) * serviceRate }
    var flow = 0.0
    if present > 0, waiting == 0 || present > open {
      flow += (present - 1 < open ? rates[0] + rates[1] : rates[0]) * weights[index(present - 1, waiting)]
    }
    if waiting > 0 { flow += rates[1] * weights[index(present, waiting - 1)] }
    if present + 1 < width, present + 1 > open || waiting == 0 {
      flow += ending(present + 1) * weights[index(present + 1, waiting)]
    }
    // A service ended, and one of the second class took its place.
    if present == open, waiting + 1 < height { flow += ending(present) * weights[index(present, waiting + 1)] }
    var leaving = ending(present)
    if present + 1 < width { leaving += rates[0] }
    if present < open || waiting + 1 < height { leaving += rates[1] }
    return flow / leaving
  }
}
