import DiscreteEvents

// Figures by name, worked out the slow and obvious way; what is undefined is missing.
extension [String: Double] {
  mutating func addShare(_ name: String, _ part: Int, _ whole: Int) {
    if whole > 0 { self[name] = Double(part) / Double(whole) }
  }

  mutating func addSample(_ path: String, _ unsorted: [Milliseconds]) {
    guard !unsorted.isEmpty else { return }
    let sample = unsorted.sorted().map { Double($0) / 1_000 }
    self[path + "mean"] = sample.reduce(0, +) / Double(sample.count)
    self[path + "max"] = sample.last
    for (name, probability) in [("median", 0.5), ("p90", 0.9), ("p95", 0.95), ("p99", 0.99)] {
      let place = probability * Double(sample.count - 1)
      let next = Swift.min(Int(place) + 1, sample.count - 1)
      self[path + name] = sample[Int(place)] + (place - place.rounded(.down)) * (sample[next] - sample[Int(place)])
    }
  }
}
