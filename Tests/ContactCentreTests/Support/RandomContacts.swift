import ContactCentre
import DiscreteEvents

extension Scenario {
  /// Gives contacts more to do, in every way there is, where the seed wants it: outcomes with work of their own, contacts
  /// that follow, transfers, callbacks, surveys, concurrency that is not the kind's.
  ///
  /// On average a contact leads to fewer than one other, so that the runs stay short.
  mutating func addContactRules(_ seed: UInt64) {
    var dice = Dice(seed ^ 0xC0_7AC7)
    guard dice.chance(0.6) else { return }
    let names = channels.map(\.id)
    func duration(_ scale: Double) -> Distribution {
      dice.pick([.constant(0), .constant(scale), .exponential(mean: scale), .empirical(values: [0, scale / 2, scale])])
    }
    for index in channels.indices {
      if dice.chance(0.1) { channels[index].arrivals = .nobody }
      for place in channels[index].outcomes.indices {
        if dice.chance(0.5) { channels[index].outcomes[place].handling = duration(dice.pick([20, 400])) }
        if dice.chance(0.4) { channels[index].outcomes[place].wrapUp = duration(30) }
        for number in 0..<dice.pick([0, 0, 1, 2]) {
          channels[index].outcomes[place].followUps.append(
            .init(
              name: "follow-up \(number)", to: dice.pick(names), probability: dice.pick([0.1, 0.3, 1 / 3.0]),
              after: duration(dice.pick([60, 7_200]))))
        }
        if place == 0, dice.chance(0.5) {
          channels[index].outcomes[place].transfer = .init(
            to: dice.pick(names), warm: dice.chance(0.6) ? duration(40) : nil)
        }
      }
      if dice.chance(0.4) {
        channels[index].callback = .init(
          whenWaiting: dice.below(3), accepts: dice.pick([0.4, 1]), dialling: duration(20),
          reached: dice.pick([0.7, 1]))
      }
      if dice.chance(0.4) {
        channels[index].survey = .init(
          sample: dice.pick([0.5, 1]), replies: dice.pick([0.5, 1]), satisfied: dice.pick([0.9, 1]),
          halfLife: dice.pick([30 * .second, 15 * .minute]),
          outcomes: channels[index].outcomes.prefix(1).map { .init(outcome: $0.name, factor: 1.2) })
      }
      channels[index].isConcurrent = dice.chance(0.2) != channels[index].isConcurrent
    }
  }
}
