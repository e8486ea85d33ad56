import Testing
import Watchroom

@testable import Pages
@testable import Writing

@Suite struct PlaybackTests {
  /// What a world and a player can both be asked for.
  private struct Counts: Equatable {
    var contacts: [String: Int] = [:]
    var handlers: [String: Int] = [:]
    var incidents: [String: Int] = [:]
    var units: [String: Int] = [:]

    init(_ world: WorldView) {
      for contact in world.contacts {
        let state = PlaybackChanges.number(of: contact)
        contacts["\(state) \([1, 2, 6].contains(state) ? contact.channel : 0)", default: 0] += 1
      }
      for handler in world.handlers {
        let state = WorldView.Handler.State.allCases.firstIndex(of: handler.state)! + 1
        handlers["\(handler.team) \(state)", default: 0] += 1
      }
      for incident in world.incidents { incidents["\(incident.grade) \(incident.isAttended)", default: 0] += 1 }
      for unit in world.units {
        units["\(unit.hub) \(WorldView.Unit.State.allCases.firstIndex(of: unit.state)!)", default: 0] += 1
      }
    }

    init(_ night: PlayedNight, at time: Milliseconds) {
      for contact in night.contacts.values {
        contacts["\(contact.state) \([1, 2, 6].contains(contact.state) ? contact.channel : 0)", default: 0] += 1
      }
      for handler in night.handlers.values { handlers["\(handler.team) \(handler.state)", default: 0] += 1 }
      for incident in night.incidents.values {
        incidents["\(incident.grade) \(incident.state == 3)", default: 0] += 1
      }
      for unit in night.units.values {
        let state = unit.state == 1 && unit.arrives <= time ? 0 : unit.state
        units["\(unit.hub) \(state)", default: 0] += 1
      }
    }
  }

  @Test func everyQuarterOfAnHourHasTheCountsOfTheWorld() throws {
    let town = try Exported.town()
    var recorder = PlaybackRecorder([RunChapter(plan: town.plan)])
    recorder.fold(town.events.span)
    var night = try PlayedNight(recorder.finish())
    var simulation = Simulation(plan: town.plan, seed: 0, replication: 0)
    var next = 0
    for time in stride(from: Milliseconds.minute, through: town.plan.end, by: Int(15 * Milliseconds.minute)) {
      let first = next
      while next < town.events.count, town.events[next].time <= time { next += 1 }
      simulation.follow(Array(town.events[first..<next]).span)
      night.seek(time)
      #expect(Counts(night, at: time) == Counts(simulation.view(at: time)), "\(time)")
    }
    #expect(next > 0)
  }

  /// No event says so of them; the one about what they are left for does, by its handler.
  @Test func whatIsLeftForOtherWorkIsLeftFromThatMomentOn() throws {
    let town = try Exported.town()
    var recorder = PlaybackRecorder([RunChapter(plan: town.plan)])
    recorder.fold(town.events.span)
    var night = try PlayedNight(recorder.finish())
    let resumptions = town.events.filter { $0.kind == .workResumed }
      .map { (contact: Int($0.subject), left: $0.time - Milliseconds($0.value)) }
    #expect(resumptions.count > 10)
    for (contact, left) in resumptions.sorted(by: { $0.left < $1.left }) {
      night.seek(left)
      let state = try #require(night.contacts[contact]?.state)
      #expect([9, 10].contains(state), "\(contact) at \(left)")
    }
  }

  @Test func spansDoNotShow() throws {
    let town = try Exported.town()
    func playback(step: Int) -> Playback {
      var recorder = PlaybackRecorder([RunChapter(plan: town.plan)])
      for start in stride(from: 0, to: town.events.count, by: step) {
        recorder.fold(Array(town.events[start..<min(start + step, town.events.count)]).span)
      }
      return recorder.finish()
    }
    let whole = playback(step: town.events.count)
    #expect(whole.changes == playback(step: 1).changes)
    #expect(whole.count > town.events.count / 2)
    #expect(whole.fits)
  }

  @Test func nothingIsFollowedThatNoPageCanHold() throws {
    let town = try Exported.town()
    var recorder = PlaybackRecorder([RunChapter(plan: town.plan)])
    // Everybody comes at once, and more than a page holds.
    let arrivals = (0..<400_000).map {
      Event.contactArrived(at: 0, contact: UInt32($0), channel: 0, cell: 0, index: UInt32($0))
    }
    recorder.fold(arrivals.span)
    let playback = recorder.finish()
    #expect(!playback.fits)
    #expect(playback.count < 300_000)
  }

  @Test func answersInTimeAreThoseOfTheFigures() throws {
    let fixture = try Exported.fixture()
    var recorder = PlaybackRecorder([RunChapter(plan: fixture.plan)])
    recorder.fold(fixture.events.span)
    var night = try PlayedNight(recorder.finish())
    night.seek(.max)
    var figures = Recorder(plan: fixture.plan)
    figures.fold(fixture.events.span)
    let summary = figures.finish()
    // The fixture has no warm-up, so that every contact is measured.
    #expect(fixture.plan.windowStart == 0)
    #expect(night.inTime == summary.channels.reduce(0) { $0 + Int($1.total.answeredInTime) })
  }

  /// Without it the player would draw people as waiting less than they have.
  @Test func whatCountsAtTheFrontIsToldOfWhoeverWaits() throws {
    let town = try Exported.town()
    /// Everybody answered on the first channel: their time in the queue, what counts before it, and whether that was in time.
    func answers(within: Milliseconds) throws -> [(queued: Milliseconds, counted: Milliseconds, isInTime: Bool)] {
      var scenario = town.plan.scenario
      scenario.channels[0].target = .init(share: 0.9, within: within)
      var recorder = PlaybackRecorder([RunChapter(plan: Plan(scenario))])
      recorder.fold(town.events.span)
      var waits: [Int: PlayedNight.Change] = [:]
      var answers: [(Milliseconds, Milliseconds, Bool)] = []
      for change in try PlayedNight(recorder.finish()).changes where change.thing == 0 {
        switch change.state {
        case 2, 6: if change.a == 0, waits[change.number] == nil { waits[change.number] = change }
        case 3, 7, 8:
          guard let wait = waits.removeValue(forKey: change.number) else { continue }
          answers.append((change.time - wait.time, wait.counted, change.a % 2 == 1))
        default: waits[change.number] = nil
        }
      }
      return answers
    }
    let example = try #require(try answers(within: .minute).first { $0.queued > 0 && $0.counted > 0 })
    #expect(example.counted == 5_000)
    // Too short for that one, and only because of the front.
    let within = example.queued + example.counted - 1
    let all = try answers(within: within)
    #expect(all.count > 100 && all.allSatisfy { $0.isInTime == ($0.queued + $0.counted <= within) })
    #expect(all.contains { !$0.isInTime && $0.queued <= within })
  }

  /// Their work is in time by its end, which the player reckons itself.
  @Test func deferredWorkIsNotInTimeByBeingTakenUp() throws {
    let town = try Exported.town()
    func night(_ channel: Int) throws -> (PlayedNight, String) {
      var scenario = town.plan.scenario
      scenario.channels[channel].target = .init(share: 0.9, within: .day)
      var recorder = PlaybackRecorder([RunChapter(plan: Plan(scenario))])
      recorder.fold(town.events.span)
      let playback = recorder.finish()
      var night = try PlayedNight(playback)
      night.seek(.max)
      return (night, ScriptJSON.text(playback.value))
    }
    #expect(town.plan.scenario.channels[2].kind == .deferred)
    let (deferred, header) = try night(2)
    #expect(deferred.inTime == 0)
    #expect(header.contains(#""name":"report","within":86400000,"deferred":true"#))
    #expect(try night(0).0.inTime > 0)
  }

  @Test func aPlayerKnowsNamesAndLimits() throws {
    let town = try Exported.town()
    var recorder = PlaybackRecorder([RunChapter(plan: town.plan)])
    recorder.fold(town.events.span)
    let text = ScriptJSON.text(recorder.finish().value)
    for channel in town.plan.scenario.channels { #expect(text.contains("\"name\":\"\(channel.id)\"")) }
    #expect(text.contains("\"zone\":[[0,3600000]]"))
    #expect(text.contains("\"8\":\"contact answered\""))
  }

  /// Time at the front counts where the channel says so, and then up to the target's last millisecond.
  @Test func whatCountsAtTheFrontCountsInTheNightToo() {
    func clock(counts: Bool) -> WaitClock {
      var clock = WaitClock([
        Channel(
          id: "999", front: [FrontStage(id: "ring", counts: counts)], handling: .constant(60),
          target: .init(share: 0.9, within: 10_000))
      ])
      clock.note(.contactArrived(at: 1_000, contact: 0, channel: 0, cell: 0, index: 0))
      clock.note(.frontStageEntered(at: 1_000, contact: 0, stage: 0, duration: 4_000))
      clock.note(.frontPassed(at: 5_000, contact: 0))
      return clock
    }
    #expect(clock(counts: true).counted(0) == 4_000 && clock(counts: false).counted(0) == 0)
    #expect(clock(counts: true).isInTime(0, channel: 0, at: 11_000))
    #expect(!clock(counts: true).isInTime(0, channel: 0, at: 11_001))
    #expect(clock(counts: false).isInTime(0, channel: 0, at: 15_000))
    #expect(!clock(counts: false).isInTime(0, channel: 0, at: 15_001))
  }
}
