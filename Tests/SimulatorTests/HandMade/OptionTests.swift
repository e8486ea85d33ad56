import ContactCentre
import DiscreteEvents
import Testing

/// What a contact may choose before the queue: menus by intent, bots, scripts and silence.
@Suite struct OptionTests {
  private func calls(_ front: [FrontStage], perDay: Double = 20_000) -> Channel {
    Channel(
      id: "999", arrivals: .profile(ArrivalProfile(perYear: perDay * 365)), front: front, patience: .constant(0),
      handling: .constant(0))
  }

  private let crime = FrontStage.Option(
    id: "report a crime", share: 0.3, takes: .constant(20), contains: 0.1, divertsTo: [.init(to: "chat", share: 0.5)])
  private let officer = FrontStage.Option(id: "speak to an officer", share: 0.2, takes: .constant(5))

  @Test func whoChoosesAnOptionTakesItsTimeAndItsWay() {
    var sure = crime
    (sure.share, sure.contains, sure.divertsTo) = (1, 0, [.init(to: "chat", share: 1)])
    var recorded = channel("999", [caller(at: 10)])
    recorded.front = [FrontStage(id: "ivr", takes: .constant(7), contains: 1, options: [sure])]
    let events = run(handMade([recorded, channel("chat", .chat, [])]))
    #expect(
      story(events).prefix(3) == [
        "10: c0 arrives on 0", "10: c0 enters stage 0 for 20", "30: c0 is diverted to 1 from stage 0",
      ])
    #expect(events.first { $0.kind == .frontStageEntered }?.stageOption == 0)
  }

  @Test func optionsAndTheRestHaveTheirShares() {
    let stage = FrontStage(id: "ivr", takes: .constant(1), contains: 0.4, options: [crime, officer])
    let events = run(handMade([calls([stage]), channel("chat", .chat, [])]))
    let entered = events.filter { $0.kind == .frontStageEntered && $0.detail == 0 && $0.value > 0 }
    var chosen: [UInt32: UInt8?] = [:]
    for event in entered { chosen[event.subject] = .some(event.stageOption) }
    func count(_ option: UInt8?, _ kind: EventKind) -> Int {
      events.count { $0.kind == kind && chosen[$0.subject] == .some(option) }
    }
    let byOption = [UInt8?.some(0), 1, nil].map { option in entered.count { $0.stageOption == option } }
    for (share, count) in zip([0.3, 0.2, 0.5], byOption) { expectShare(share, count, of: entered.count) }
    expectShare(0.1, count(0, .contactContained), of: byOption[0])
    expectShare(0.5, count(0, .contactDiverted), of: byOption[0])
    #expect(count(1, .contactContained) == 0 && count(1, .contactDiverted) == 0)
    expectShare(0.4, count(nil, .contactContained), of: byOption[2])
    for event in entered { #expect(event.value == [20_000, 5_000, 1_000][Int(event.stageOption ?? 2)]) }
  }

  /// A 999 call on which nobody speaks: five in a hundred, 20 seconds of a recorded voice, and most press nothing.
  @Test func silentCallsEndBeforeAnyHandlerHearsThem() {
    let silent = FrontStage(
      id: "silent", options: [.init(id: "silence", share: 0.05, takes: .constant(20), contains: 0.9)])
    let events = run(handMade([calls([silent])]))
    let arrived = events.count { $0.kind == .contactArrived }
    expectShare(0.045, events.count { $0.kind == .contactContained }, of: arrived)
    #expect(events.count { $0.kind == .frontPassed } == arrived - events.count { $0.kind == .contactContained })
  }

  /// What is not an emergency hears a script of half a minute instead of a handler: some ring 101, the rest are content.
  @Test func aScriptDivertsWhatIsNoEmergency() {
    let script = FrontStage(
      id: "script",
      options: [
        .init(
          id: "no emergency", share: 0.1, takes: .constant(30), contains: 0.7, divertsTo: [.init(to: "101", share: 0.3)]
        )
      ])
    let events = run(handMade([calls([script]), channel("101", [])]))
    let arrived = events.count { $0.kind == .contactArrived }
    expectShare(0.03, events.count { $0.kind == .contactDiverted }, of: arrived)
    expectShare(0.07, events.count { $0.kind == .contactContained }, of: arrived)
    #expect(events.count { $0.kind == .frontStageEntered && $0.value == 30_000 } > arrived / 20)
  }

  /// Who is contained by a bot does no work; of whom it fails, some go on to 101 and the rest to chat.
  @Test func aBotsFailuresGoOnToChatOrTo101() {
    let bot = FrontStage(
      id: "bot", takes: .constant(60),
      options: [
        .init(id: "a question", share: 0.6, takes: .constant(40), contains: 0.5),
        .init(id: "a crime", share: 0.4, takes: .constant(90), divertsTo: [.init(to: "101", share: 0.25)]),
      ])
    var chats = calls([bot])
    chats.kind = .chat
    let events = run(handMade([chats, channel("101", [])]))
    let arrived = events.count { $0.kind == .contactArrived }
    expectShare(0.3, events.count { $0.kind == .contactContained }, of: arrived)
    expectShare(0.1, events.count { $0.kind == .contactDiverted }, of: arrived)
  }

  @Test func anOptionThatGrowsKeepsWhoeverChoseItAndLengthsStayTheirs() {
    func chosen(_ share: Double, _ second: Double) -> [UInt32: UInt8?] {
      var (one, two) = (crime, officer)
      (one.share, two.share) = (share, second)
      one.divertsTo = []
      let stage = FrontStage(id: "ivr", takes: .exponential(mean: 9), options: [one, two])
      var chosen: [UInt32: UInt8?] = [:]
      for event in run(handMade([calls([stage], perDay: 2_000)])) where event.kind == .frontStageEntered {
        chosen[event.subject] = .some(event.stageOption)
      }
      return chosen
    }
    let base = chosen(0.3, 0.2)
    let grown = chosen(0.4, 0.2)
    #expect(base.allSatisfy { $0.value != 0 || grown[$0.key] == .some(0) })
    #expect(base.count == grown.count && base != grown)
  }

  /// What is chosen is drawn for every stage, and on every channel, by itself.
  @Test func choicesOfTwoStagesHaveNothingToDoWithOneAnother() {
    let half = FrontStage.Option(id: "x", share: 0.5)
    let stages = ["one", "two"].map { FrontStage(id: $0, options: [half]) }
    var choices: [UInt32: [Bool]] = [:]
    for event in run(handMade([calls(stages)])) where event.kind == .frontStageEntered {
      choices[event.subject, default: []].append(event.stageOption != nil)
    }
    let both = choices.values.count { $0 == [true, true] }
    expectShare(0.25, both, of: choices.count)
  }
}
