/// Looks around a plan for cheaper ones that an exchange makes: two heads fewer and one more, or one fewer and one more where
/// it costs less.
///
/// A search's model adds up what heads do (``HeadModel``), and so it undervalues those who take others' place: a handler who
/// answers every channel instead of one who answers a single one in the same shift. Here what one head fewer and one more do
/// together is simulated, pair by pair; two such pairs with the same head more are an exchange, and what they do together
/// less what that head does alone is what it promises. Where a pair clearly fails, so does every exchange it is part of.
/// What an exchange makes may be cheap enough and just not do; so from the best of them on, pairs that cost no more are tried,
/// a few steps far.
///
/// **Effort.** All plans meet the callers of the search, a few replications first; only what those leave possible has more, and
/// only the most promising few are simulated as often as the plan itself. Of `n` levers there are `n(n - 1)` pairs and half as
/// many exchanges for each lever again. Of up to eleven levers all pairs are tried, and of up to six all exchanges; beyond
/// that, pairs of the same shift and day come first, where heads take each other's place, and then those that promise most. So
/// a round simulates at most the `2n` plans with one head more or fewer, ``mostTried`` pairs, ``mostTried`` exchanges, as many
/// in each of ``mostSteps`` steps from there, and ``mostLikely`` of all these again, whatever the number of levers: that
/// nothing cheaper is an exchange away is certain for few levers only, and there but for what chance hid from a few
/// replications.
struct PlanExchanges {
  /// The most pairs, and the most exchanges, simulated in one round.
  static let mostTried = 120
  /// The most plans of one round that are simulated again, and the most that are proposed.
  static let mostLikely = 40
  static let mostProposed = 6
  /// How many steps are taken from the best cheaper plans on, and from how many of them.
  static let mostSteps = 3
  private static let breadth = 6
  /// How often plans are simulated at first, and how often what is left of them.
  private static let few = 12
  private static let near = 30

  private let levers: [StaffLever]
  /// How often a plan is simulated before it is believed.
  private let replications: Int
  private var samples: PlanSamples
  /// How many pairs are held beside those of one lever before all but the best are let go: of half a thousand levers there are
  /// a quarter of a million around every plan. Changes nothing but the memory it takes.
  var mostHeld = 10_000
  /// How many plans were simulated, with those known before.
  var plansTried: Int { samples.plansTried }

  /// Exchanges of heads of `levers`, told apart by the callers of `samples`.
  init(levers: [StaffLever], replications: Int, samples: PlanSamples) {
    self.levers = levers
    self.replications = replications
    self.samples = samples
  }

  /// A plan around which others are looked for, and what is known of it.
  private struct Centre {
    let heads: [Int]
    /// By target, how far it is met, and the half-width of that.
    let slacks: [Double]
    let widths: [Double]
  }

  /// One head fewer of a lever and one more of another than a plan has.
  private struct Pair {
    let plan: [Int]
    let fewer: Int
    let more: Int
    /// By target, what the plan it makes does beside the centre.
    var changes: [Double]

    var heads: [Int] {
      var heads = plan
      heads[fewer] -= 1
      heads[more] += 1
      return heads
    }
  }

  /// A cheaper plan, and by how many half-widths its worst target is believed to be kept.
  private struct Candidate {
    let heads: [Int]
    let spare: Double
  }

  /// Cheaper plans that may hold, the cheapest first and of equally cheap ones those believed to hold best.
  mutating func proposals(around plan: [Int]) -> [[Int]] {
    samples.learn([plan], replications)
    let centre = Centre(
      heads: plan, slacks: samples.means(plan, nil), widths: samples.halfWidths(plan, of: replications))
    let pairs = possiblePairs(centre)
    let swaps = pairs.filter { levers.cost($0.heads) < levers.cost(plan) - 1e-9 }.map {
      candidate($0.heads, $0.changes, centre)
    }
    let tried = measured(best(swaps + exchanges(of: pairs, centre), Self.mostTried).map(\.heads), centre, Self.few)
    let possible = walked(tried, centre).filter { mayHold($0.heads, centre, errors: 3) }
    let likely = measured(best(possible, Self.mostLikely).map(\.heads), centre, Self.near)
      .filter { mayHold($0.heads, centre, errors: 1) }
    let order = likely.map { (cost: levers.cost($0.heads), spare: $0.spare, heads: $0.heads) }
      .sorted { ($0.cost, -$0.spare) < ($1.cost, -$1.spare) }
    return order.prefix(Self.mostProposed).map(\.heads)
  }

  /// Plans that one head fewer and one more elsewhere make, cost the same and are believed to hold better, the best first.
  mutating func equals(around plan: [Int]) -> [[Int]] {
    samples.learn([plan], replications)
    let centre = Centre(
      heads: plan, slacks: samples.means(plan, nil), widths: samples.halfWidths(plan, of: replications))
    let own = spare(centre.slacks.map { _ in 0 }, centre)
    let pairs = possiblePairs(centre).filter { abs(levers.cost($0.heads) - levers.cost(plan)) <= 1e-9 }
    let tried = measured(pairs.map(\.heads), centre, Self.few).filter { $0.spare > own }
    let likely = measured(best(tried, Self.mostLikely).map(\.heads), centre, Self.near).filter { $0.spare > own }
    return best(likely, Self.mostProposed).map(\.heads)
  }

  private func best(_ candidates: [Candidate], _ count: Int) -> [Candidate] {
    Array(candidates.sorted { $0.spare > $1.spare }.prefix(count))
  }

  /// What is believed of plans after so many replications.
  private mutating func measured(_ plans: [[Int]], _ centre: Centre, _ count: Int) -> [Candidate] {
    learn(plans, min(count, replications))
    return plans.map { candidate($0, changes($0, centre), centre) }
  }

  /// Cheaper plans, and those that pairs make from the best of them on, as long as these are among the best.
  private mutating func walked(_ candidates: [Candidate], _ centre: Centre) -> [Candidate] {
    var known = candidates
    var names = Set(candidates.map(\.heads))
    var left: Set<[Int]> = []
    for _ in 0..<Self.mostSteps {
      let places = best(known.filter { !left.contains($0.heads) }, Self.breadth).map(\.heads)
      left.formUnion(places)
      let most = levers.cost(centre.heads) - 1e-9
      let around = places.flatMap { place in
        let left = most - levers.cost(place)
        // Of the best as many may be known already as there are names.
        return bestPairs(around: place, centre, Self.mostTried + names.count) {
          levers[$0.more].costPerHead - levers[$0.fewer].costPerHead < left
        }
      }
      var new: [[Int]] = []
      for pair in ranked(around, centre) where new.count < Self.mostTried {
        let heads = pair.heads
        if names.insert(heads).inserted { new.append(heads) }
      }
      known += measured(new, centre, Self.few)
    }
    return known
  }

  /// Whether a plan meets all targets beyond doubt, with the callers of the search.
  mutating func holds(_ plan: [Int]) -> Bool {
    samples.learn([plan], replications)
    return zip(samples.means(plan, nil), samples.halfWidths(plan, of: replications)).allSatisfy { $0 >= $1 - 1e-12 }
  }

  /// `plan` with so many heads more of one lever; nil where there may not be so many.
  private func moved(_ plan: [Int], _ lever: Int, by step: Int) -> [Int]? {
    var plan = plan
    plan[lever] += step
    return levers[lever].limits.contains(plan[lever]) ? plan : nil
  }

  /// The best of the pairs around a plan, or of those asked for, and no more than `count`: as heads add up that were simulated
  /// one by one around the centre, in the order of ``ranked(_:_:)``.
  private func bestPairs(
    around plan: [Int], _ centre: Centre, _ count: Int, where isWanted: (Pair) -> Bool = { _ in true }
  ) -> [Pair] {
    func single(_ lever: Int, _ step: Int) -> [Double]? {
      guard levers[lever].limits.contains(plan[lever] + step) else { return nil }
      return moved(centre.heads, lever, by: step).map { changes($0, centre) } ?? centre.slacks.map { _ in 0 }
    }
    let base = changes(plan, centre)
    let gains = levers.indices.map { single($0, 1) }
    var pairs: [Pair] = []
    for fewer in levers.indices {
      guard let loss = single(fewer, -1) else { continue }
      for more in levers.indices where more != fewer {
        guard let gain = gains[more] else { continue }
        let changes = base.indices.map { base[$0] + loss[$0] + gain[$0] }
        let pair = Pair(plan: plan, fewer: fewer, more: more, changes: changes)
        if isWanted(pair) { pairs.append(pair) }
      }
      // Equals stay in their order, so that it is as if all were ranked together.
      if pairs.count > mostHeld { pairs = Array(ranked(pairs, centre).prefix(count)) }
    }
    return Array(ranked(pairs, centre).prefix(count))
  }

  /// Those of the same shift and day first, where heads take each other's place; then those that promise most.
  private func ranked(_ pairs: [Pair], _ centre: Centre) -> [Pair] {
    pairs.map { pair -> (isSameTime: Bool, spare: Double, pair: Pair) in
      let (fewer, more) = (levers[pair.fewer], levers[pair.more])
      let isSameTime = fewer.shift == more.shift && fewer.weekday == more.weekday
      return (isSameTime, spare(pair.changes, centre), pair)
    }.sorted { $0.isSameTime != $1.isSameTime ? $0.isSameTime : $0.spare > $1.spare }.map(\.pair)
  }

  /// Pairs around the centre that may hold: the first as they were simulated, some others as they add up.
  private mutating func possiblePairs(_ centre: Centre) -> [Pair] {
    learn(
      levers.indices.flatMap { lever in [1, -1].compactMap { moved(centre.heads, lever, by: $0) } },
      min(Self.near, replications))
    let ranked = bestPairs(around: centre.heads, centre, 2 * Self.mostTried)
    learn(ranked.prefix(Self.mostTried).map(\.heads), min(Self.few, replications))
    return ranked.prefix(Self.mostTried).filter { mayHold($0.heads, centre, errors: 3) }.map { pair in
      var pair = pair
      pair.changes = changes(pair.heads, centre)
      return pair
    } + ranked.dropFirst(Self.mostTried)
  }

  /// The cheaper plans that two pairs with the same head more make, and what these promise.
  private func exchanges(of pairs: [Pair], _ centre: Centre) -> [Candidate] {
    Dictionary(grouping: pairs, by: \.more).sorted { $0.key < $1.key }.flatMap { more, pairs -> [Candidate] in
      guard let up = moved(centre.heads, more, by: 1) else { return [] }
      let alone = changes(up, centre)
      return pairs.indices.flatMap { first in
        pairs[first...].compactMap { second -> Candidate? in
          guard let heads = moved(pairs[first].heads, second.fewer, by: -1),
            levers.cost(heads) < levers.cost(centre.heads) - 1e-9
          else { return nil }
          let together = alone.indices.map { pairs[first].changes[$0] + second.changes[$0] - alone[$0] }
          return candidate(heads, together, centre)
        }
      }
    }
  }

  private func candidate(_ heads: [Int], _ changes: [Double], _ centre: Centre) -> Candidate {
    Candidate(heads: heads, spare: spare(changes, centre))
  }

  /// By how many half-widths the target that is met worst is met after such changes.
  private func spare(_ changes: [Double], _ centre: Centre) -> Double {
    let spares = changes.indices.map {
      (centre.slacks[$0] + changes[$0] - centre.widths[$0]) / max(centre.widths[$0], 1e-9)
    }
    return spares.min() ?? 0
  }

  /// What a plan that was simulated does to each target, beside the centre.
  private func changes(_ plan: [Int], _ centre: Centre) -> [Double] {
    samples.differences(plan, from: centre.heads).map(\.mean)
  }

  /// Whether a plan is believed to meet every target beyond doubt, or may by so many standard errors.
  private func mayHold(_ plan: [Int], _ centre: Centre, errors: Double) -> Bool {
    zip(samples.differences(plan, from: centre.heads), zip(centre.slacks, centre.widths)).allSatisfy { change, known in
      known.0 + change.mean + errors * change.error >= known.1 - 1e-12
    }
  }

  /// Simulates plans, no more together than a search does.
  private mutating func learn(_ plans: [[Int]], _ count: Int) {
    let most = 2 * levers.count + 1
    for first in stride(from: 0, to: plans.count, by: most) {
      samples.learn(Array(plans[first..<min(first + most, plans.count)]), count)
    }
  }
}
