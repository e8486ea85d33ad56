/// Waits gathered into few bins: how many ended in giving up, and how many in an answer.
struct WaitTable {
  /// Waits of about the same length.
  struct Bin {
    /// Their mean, in seconds.
    var time: Double
    /// Callers who gave up.
    var events: Double
    /// Callers who were answered.
    var censored: Double
  }

  /// The bins, shortest first; who was answered at once is in none, because nothing can be learned from them.
  private(set) var bins: [Bin] = []
  /// Callers who gave up.
  private(set) var events = 0.0
  /// The time all of them waited together, in seconds.
  private(set) var total = 0.0
  /// Kaplan and Meier's estimate: of those who must wait, the share that would still do so just after each moment at
  /// which somebody gave up, as long as at least thirty were waiting, whoever gave up among them.
  private(set) var survival: [(time: Double, share: Double)] = []

  /// Of more waits there are so many bins at least, and fewer than twice as many.
  private static let fewestBins = 600
  private static let fewestWaiting = 30
  /// What clocks tell apart, in seconds, coarsest first; the last is that of any finer one.
  private static let resolutions = [1, 0.1, 0.01, 0.001]

  init(_ sample: [ChannelRecords.Wait]) {
    let waits = sample.filter { $0.isAbandoned || $0.seconds > 0 }.sorted {
      ($0.seconds, $0.isAbandoned ? 0 : 1) < ($1.seconds, $1.isAbandoned ? 0 : 1)
    }
    // Who gave up at once, by a clock of whole seconds, did so within the first of them.
    let shortest = Self.resolution(of: waits) / 4
    let size = max(1, waits.count / Self.fewestBins)
    var share = 1.0
    var place = 0
    while place < waits.count {
      var bin = Bin(time: 0, events: 0, censored: 0)
      for wait in waits[place..<min(place + size, waits.count)] {
        let time = max(wait.seconds, shortest)
        bin.time += time
        if wait.isAbandoned { bin.events += 1 } else { bin.censored += 1 }
        total += time
      }
      let count = min(size, waits.count - place)
      bin.time /= Double(count)
      bins.append(bin)
      events += bin.events
      place += count
    }
    var waiting = waits.count
    for (index, wait) in waits.enumerated() {
      if wait.isAbandoned, waiting >= Self.fewestWaiting {
        share *= 1 - 1 / Double(waiting)
        // Of those who gave up at this moment; who was answered then comes after them.
        let isLast =
          index + 1 == waits.count || !waits[index + 1].isAbandoned || waits[index + 1].seconds > wait.seconds
        if isLast { survival.append((wait.seconds, share)) }
      }
      waiting -= 1
    }
  }

  /// What the clock that measured `waits` tells apart, in seconds.
  private static func resolution(of waits: [ChannelRecords.Wait]) -> Double {
    resolutions.first { resolution in
      waits.allSatisfy { abs($0.seconds / resolution - ($0.seconds / resolution).rounded()) < 1e-6 }
    } ?? resolutions[resolutions.count - 1]
  }
}
