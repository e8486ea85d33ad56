import ContactCentre
import DiscreteEvents
import Testing

@testable import Simulator

/// Events that somebody else has written down: what can have happened is believed, and nothing else can do harm.
@Suite struct PossibleEventTests {
  @Test(arguments: 0..<6)
  func whatHappenedCanHaveHappened(share: UInt64) throws {
    for seed in share * 12..<share * 12 + 12 {
      for plan in [Plan(randomCentre(seed)), Plan(randomResponse(seed)), Plan(randomScenario(seed))] {
        var simulation = Simulation(plan: plan, seed: 1, replication: 0)
        let events = run(plan)
        do throws(ImpossibleEvent) {
          try simulation.follow(checking: events.span, isOwn: true)
        } catch {
          Issue.record("scenario \(seed), event \(error.place), \(error.event): \(error.reason)")
        }
      }
    }
  }

  /// One event is changed, left out, said twice or swapped with another: it is refused, or the world stays sound; and so
  /// on with those after it.
  @Test(arguments: 0..<8)
  func afterWhatCanHaveHappenedTheWorldIsSound(share: UInt64) throws {
    var dice = Dice(share + 7)
    var (refused, believed) = (0, 0)
    for seed in share * 4..<share * 4 + 4 {
      let plan = share % 2 == 0 ? Plan(randomResponse(seed)) : Plan(randomCentre(seed))
      let whole = run(plan)
      for _ in 0..<12 {
        let cut = dice.below(whole.count)
        var simulation = Simulation(plan: plan, seed: 1, replication: 0)
        simulation.follow(Array(whole[..<cut]).span)
        var next = Array(whole[cut...].prefix(40))
        dice.forge(&next, from: whole)
        for event in next {
          do throws(ImpossibleEvent) {
            try simulation.follow(checking: [event].span, isOwn: true)
            believed += 1
          } catch {
            refused += 1
            continue
          }
          let violations = simulation.world.pointee.violations()
          try #require(violations.isEmpty, "scenario \(seed), cut \(cut), \(event): \(violations)")
        }
      }
    }
    #expect(refused > 100 && believed > 100, "\(refused), \(believed)")
  }

  /// Whatever is believed of another plan's past, a run goes on from there to its end.
  @Test(arguments: 0..<8)
  func aRunGoesOnFromWhateverIsBelieved(share: UInt64) throws {
    var dice = Dice(share + 70)
    for seed in share * 4..<share * 4 + 4 {
      let plan = share % 2 == 0 ? Plan(randomResponse(seed)) : Plan(randomCentre(seed))
      let whole = run(plan)
      let other = share % 2 == 0 ? run(Plan(randomResponse(seed + 1))) : run(Plan(randomCentre(seed + 1)))
      for isOwn in [true, false] {
        var simulation = Simulation(plan: plan, seed: 1, replication: 0)
        let cut = dice.below(whole.count)
        simulation.follow(Array(whole[..<cut]).span)
        var next = Array(whole[cut...].prefix(60))
        dice.forge(&next, from: whole + other)
        dice.forge(&next, from: other)
        for event in next { try? simulation.follow(checking: [event].span, isOwn: isOwn) }
        simulation.goOn()
        var last = simulation.world.pointee.now
        var left = 200_000
        while left > 0,
          simulation.advance({ events in
            for index in events.indices {
              #expect(events[index].time >= last, "scenario \(seed): time runs backwards")
              last = events[index].time
            }
            left -= events.count
          })
        {}
        #expect(left > 0, "scenario \(seed) does not end")
      }
    }
  }

  @Test func whatIsWrongIsSaid() throws {
    let plan = Plan(randomCentre(3))
    let events = run(plan)
    let answer = try #require(events.firstIndex { $0.kind == .contactAnswered })
    var forged = Array(events[...answer])
    forged[answer] = .contactAnswered(
      at: forged[answer].time, contact: forged[answer].subject, handler: 60_000, work: 1)
    var simulation = Simulation(plan: plan, seed: 1, replication: 0)
    let error = #expect(throws: ImpossibleEvent.self) {
      try simulation.follow(checking: forged.span, isOwn: true)
    }
    #expect(error?.place == answer)
    #expect(error?.event == forged[answer])
    #expect(error?.reason == "is by handler 60000, who is not at work")
  }
}

extension Dice {
  /// Changes a few of `events`, as somebody would who does not want the result to be believed.
  fileprivate mutating func forge(_ events: inout [Event], from others: [Event]) {
    for _ in 0...below(4) {
      guard !events.isEmpty else { return }
      let place = below(events.count)
      switch below(6) {
      case 0: events.remove(at: place)
      case 1: events.insert(events[place], at: place)
      case 2: events.swapAt(place, below(events.count))
      case 3: events.insert(pick(others).moved(to: events[place].time), at: place)
      case 4:
        let bit: UInt64 = 1 << UInt64(below(64))
        let event = events[place]
        events[place] =
          switch below(3) {
          case 0: Event(word0: event.word0 ^ bit, word1: event.word1, word2: event.word2)
          case 1: Event(word0: event.word0, word1: event.word1 ^ bit, word2: event.word2)
          default: Event(word0: event.word0, word1: event.word1, word2: event.word2 ^ bit)
          }
      default:
        let kind = pick(EventKind.allCases)
        let event = events[place]
        events[place] = Event(
          word0: event.word0 & ~0xFF00 | UInt64(kind.rawValue) << 8, word1: event.word1, word2: event.word2)
      }
    }
  }
}

extension Event {
  /// The same at another time.
  fileprivate func moved(to time: Milliseconds) -> Event {
    Event(word0: UInt64(time) << 16 | word0 & 0xFFFF, word1: word1, word2: word2)
  }
}
