import Watchroom

/// A contact centre that differs with every number: its channels, their callers, who answers, and how well it is staffed.
///
/// Of what `fit` can infer it varies everything; of what it cannot (front stages, redials, breaks, absences, chats side by
/// side) it has nothing.
enum RandomScenario {
  /// The scenario numbered `number`, of so many days.
  static func make(_ number: UInt64, days: Int) -> Scenario {
    var maker = Maker(stream: RandomKey(seed: 2_021).derived(number).stream(1))
    return maker.scenario(number, days: days)
  }
}

private struct Maker {
  var stream: RandomStream

  mutating func number(_ range: ClosedRange<Double>) -> Double {
    range.lowerBound + (range.upperBound - range.lowerBound) * stream.uniform()
  }

  /// Large and small alike.
  mutating func size(_ range: ClosedRange<Double>) -> Double {
    PortableMath.exp(number(PortableMath.log(range.lowerBound)...PortableMath.log(range.upperBound)))
  }

  mutating func chance(_ probability: Double) -> Bool { stream.uniform() < probability }

  mutating func duration(_ mean: ClosedRange<Double>) -> Distribution {
    let mean = size(mean)
    switch stream.next(below: 4) {
    case 0: return .exponential(mean: mean)
    case 1: return .gamma(mean: mean, cv: number(0.4...1))
    case 2: return .weibull(mean: mean, shape: number(0.8...2))
    default: return .lognormal(mean: mean, cv: number(0.5...1.2))
    }
  }

  mutating func patience() -> Distribution {
    let mean = size(120...1_500)
    switch stream.next(below: 3) {
    case 0: return .exponential(mean: mean)
    case 1: return .weibull(mean: mean, shape: number(0.7...1.6))
    default:
      return .mixture([
        .init(weight: number(0.1...0.4), distribution: .exponential(mean: number(20...90))),
        .init(weight: 0.7, distribution: .exponential(mean: mean)),
      ])
    }
  }

  mutating func profile() -> ArrivalProfile {
    let peak = number(10...20)
    let depth = number(0.3...0.85)
    let hours = (0..<24).map { 1 + depth * PortableMath.cos((Double($0) - peak) / 24 * 6.283185307179586) }
    let days = (0..<7).map { _ in number(0.8...1.2) }
    var profile = ArrivalProfile(perYear: size(60_000...700_000), hourOfDay: hours, dayOfWeek: days)
    if chance(0.7) {
      profile.busyness = .init(day: number(0...0.12), interval: number(0...0.15), correlation: number(0...0.8))
    }
    return profile
  }

  mutating func scenario(_ number: UInt64, days: Int) -> Scenario {
    let names = Array(["999", "101", "web"].prefix(Int(1 + stream.next(below: 3))))
    let channels = names.enumerated().map { place, name in
      Channel(
        id: name, arrivals: .profile(profile()), priority: Double(100 - 10 * place), patience: patience(),
        handling: duration(120...480), wrapUp: chance(0.5) ? duration(20...120) : .constant(0),
        target: .init(share: 0.9, within: (name == "999" ? 10 : 180) * .second))
    }
    let shifts = [
      Shift(id: "earlies", start: 7 * .hour, length: 8 * .hour),
      Shift(id: "lates", start: 15 * .hour, length: 8 * .hour),
      Shift(id: "mids", start: 11 * .hour, length: 8 * .hour),
      Shift(id: "nights", start: 22 * .hour, length: 10 * .hour),
    ]
    // One room for all, or one that keeps to the first channel and one that helps it out.
    let isSplit = names.count > 1 && chance(0.4)
    let teams =
      isSplit
      ? [team("first", [channels[0]], shifts, 0.6), team("all", channels, shifts, 0.8)]
      : [team("all", channels, shifts, 1)]
    // Monday 7 March 2022; clocks change inside four weeks.
    let zone = ZoneRules(
      name: "Europe/London", initialOffset: 0,
      transitions: [.init(instant: 1_648_342_800_000, offset: .hour), .init(instant: 1_667_091_600_000, offset: 0)])
    let calendar = ScenarioCalendar(start: 1_646_611_200_000, days: days, zone: zone, warmUp: .day)
    return Scenario(name: "random \(number)", calendar: calendar, channels: channels, shifts: shifts, teams: teams)
  }

  /// Heads by shift for a share of the work of some channels, more or less well staffed.
  mutating func team(_ id: String, _ channels: [Channel], _ shifts: [Shift], _ share: Double) -> Team {
    let generosity = number(0.9...1.3)
    let heads = shifts.map { shift -> Staff.ShiftHeads in
      let load = channels.reduce(0.0) { sum, channel in
        guard case .profile(let profile) = channel.arrivals else { return sum }
        let first = Int(shift.start / .hour)
        let hours = (0..<Int(shift.length / .hour)).map { profile.hourOfDay[(first + $0) % 24] }
        let relative = hours.reduce(0, +) / Double(hours.count)
        return sum + profile.perYear / 8_760 * relative * (channel.handling.mean + channel.wrapUp.mean) / 3_600
      }
      let wanted = (load + load.squareRoot()) * share * generosity * (shift.id == "mids" ? 0.25 : 0.9)
      return Staff.ShiftHeads(
        shift: shift.id, heads: (0..<7).map { _ in max(1, Int((wanted * number(0.9...1.1)).rounded())) })
    }
    return Team(id: id, answers: channels.map(\.id), staff: .shifts(heads))
  }
}
