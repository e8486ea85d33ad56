/// One day's counts, by interval.
struct ShapeDay {
  /// What days are like it.
  enum Kind: Hashable {
    /// Nothing special; Monday is 0.
    case weekday(Int)
    /// A special day of this kind (``SpecialDays/Day/kind``).
    case special(String)

    /// That of a special day; nil of others.
    var name: String? { if case .special(let name) = self { name } else { nil } }
  }

  let kind: Kind
  let counts: [Double]
  let total: Double

  init(kind: Kind, counts: [Double]) {
    self.kind = kind
    self.counts = counts
    total = counts.reduce(0, +)
  }

  /// How much days of one kind differ: of any two contacts of a day, the correlation of their intervals.
  static func likeness(_ kinds: some Sequence<[ShapeDay]>) -> Double {
    var (chi, freedom, contacts, number) = (0.0, 0.0, 0.0, 0.0)
    for days in kinds {
      let own = days.filter { $0.total > 0 }
      guard own.count > 1, let perDay = own.first?.counts.count else { continue }
      let mean = MeanShape(own, likeness: 0, perDay: perDay)
      for day in own { chi += mean.distance(of: day.counts.map { $0 / day.total }) * day.total }
      freedom += Double((own.count - 1) * mean.freedom)
      contacts += own.reduce(0) { $0 + $1.total }
      number += Double(own.count)
    }
    guard freedom > 0, contacts > number else { return 0 }
    return min(max(0, (chi / freedom - 1) / (contacts / number - 1)), 1)
  }
}

/// The mean shape of some days.
struct MeanShape {
  /// Shares of the intervals, which sum to 1; 0 where nobody came.
  private(set) var shares: [Double]
  /// As sure as from so many contacts.
  private(set) var worth = 0.0
  private(set) var days = 0

  /// The mean of days of one kind, each with a weight that is what it is worth.
  init(_ own: [ShapeDay], likeness: Double, perDay: Int) {
    shares = [Double](repeating: 0, count: perDay)
    for day in own where day.total > 0 {
      let weight = day.total / (1 + max(0, day.total - 1) * likeness)
      for (interval, count) in day.counts.enumerated() { shares[interval] += weight * count / day.total }
      worth += weight
      days += 1
    }
    normalise()
  }

  /// The mean of shapes.
  init(joining shapes: [MeanShape], perDay: Int) {
    shares = [Double](repeating: 0, count: perDay)
    for shape in shapes {
      for (interval, share) in shape.shares.enumerated() { shares[interval] += shape.worth * share }
      worth += shape.worth
      days += shape.days
    }
    normalise()
  }

  private mutating func normalise() {
    if worth > 0 { shares = shares.map { $0 / worth } }
  }

  /// In how many ways shares may differ from these.
  var freedom: Int { max(0, shares.count { $0 > 0 } - 1) }

  /// Pearson's distance of other shares from these, by contact.
  func distance(of others: [Double]) -> Double {
    zip(others, shares).reduce(0) { $1.1 > 0 ? $0 + ($1.0 - $1.1) * ($1.0 - $1.1) / $1.1 : $0 }
  }

  /// How much farther from a shape like itself it is than by chance, of which `own` is what is expected of it.
  func excess(over common: MeanShape, own: Double) -> Double {
    guard worth > 0, common.freedom > 0 else { return 0 }
    return worth * common.distance(of: shares) / Double(common.freedom) - own
  }

  /// How much shapes differ, and how many contacts tell so: of any two contacts of one of them, the correlation of their
  /// intervals.
  struct Difference {
    let size: Double
    let worth: Double

    /// What is to be believed where `belief` was worth so many contacts beforehand.
    func beside(_ belief: Double, worth contacts: Double) -> Double {
      (contacts * belief + worth * size) / max(contacts + worth, 1)
    }
  }

  /// How much `shapes` differ from this one, which they make together.
  func difference(among shapes: [MeanShape]) -> Difference {
    let parts = shapes.map { $0.worth / max(worth, 1) }
    let squares = parts.reduce(0) { $0 + $1 * $1 }
    var (excess, weight) = (0.0, 0.0)
    for (shape, part) in zip(shapes, parts) {
      // The common shape is partly each one's own.
      excess += shape.excess(over: self, own: 1 - part)
      weight += shape.worth * (1 - 2 * part + squares)
    }
    // One shape alone, or one beside which others are nothing, does not tell.
    return Difference(size: weight > 0 ? max(0, excess / weight) : 0, worth: max(0, worth * (1 - squares)))
  }

  /// How much one shape of several that this is made of differs from it.
  func difference(of shape: MeanShape) -> Difference {
    let others = max(0, 1 - shape.worth / max(worth, 1))
    let weight = shape.worth * others * others
    return Difference(
      size: weight > 0 ? max(0, shape.excess(over: self, own: others) / weight) : 0, worth: shape.worth * others)
  }

  /// What shapes are like that are taken to differ by so much from `other`, as far as this one's days tell of them.
  func drawn(to other: MeanShape, difference: Double) -> MeanShape {
    guard other.worth > 0 else { return self }
    // Contacts that the other shape is worth beside one's own.
    let prior = 1 / min(max(difference, Self.leastDifference), 0.5) - 1
    let sum = worth + prior
    let part = prior / sum
    var drawn = self
    drawn.shares = zip(shares, other.shares).map { (1 - part) * $0 + part * $1 }
    drawn.worth = 1 / (1 / sum + part * part / other.worth)
    return drawn
  }

  /// Shapes never differ so little that a million contacts do not show it.
  private static let leastDifference = 1e-6
}
