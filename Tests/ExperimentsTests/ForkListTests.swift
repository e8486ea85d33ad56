import Testing
import Watchroom

@testable import Experiments

/// What events name by number must be what it was where another plan takes over.
@Suite struct ForkListTests {
  /// A centre with two of everything that has a number.
  private var centre: Scenario {
    let response = Response(
      grades: ["P1", "P2"].map { Grade(id: $0, within: .hour, scene: .constant(60)) },
      areas: ["north", "south"].map { Area(id: $0, centre: Location(latitude: 52, longitude: -2)) },
      hubs: ["east", "west"].map {
        Hub(id: $0, location: Location(latitude: 52, longitude: -2), officers: .shifts([]))
      },
      custody: Custody(
        suites: ["old", "new"].map { .init(id: $0, location: Location(latitude: 52, longitude: -2)) },
        takes: .constant(60)),
      logs: ["alarms", "partners"].map { IncidentSource(id: $0, arrivals: .nobody, grades: []) })
    let stages = ["menu", "operator"].map { stage in
      FrontStage(id: stage, options: ["crime", "other"].map { .init(id: $0, share: 0.1) })
    }
    return Scenario(
      name: "lists", calendar: ScenarioCalendar(start: 1_704_067_200_000),
      channels: ["999", "101"].map {
        Channel(
          id: $0, front: stages, handling: .constant(60),
          outcomes: [.init(name: "P1", share: 0.5), .init(name: "advice", share: 0.5)])
      },
      shifts: ["earlies", "lates"].map { Shift(id: $0, start: 0, length: .hour) },
      teams: ["a", "b"].map { Team(id: $0, answers: ["999"], staff: .shifts([])) },
      surges: ["few", "all"].map {
        Surge(id: $0, channel: "999", over: 3, lasting: 0, until: 1, teams: ["b"])
      },
      response: response, callers: ["frequent", "rare"].map { CallerGroup(id: $0, channels: [], callers: 5) })
  }

  /// A numbered list of a scenario, and how to take its first away, and to put another behind it.
  private struct List {
    let path: String
    let takeFirst: (inout Scenario) -> Void
    let addOne: (inout Scenario) -> Void

    init<Item>(_ path: String, _ list: WritableKeyPath<Scenario, [Item]>, _ name: WritableKeyPath<Item, String>) {
      self.path = path
      takeFirst = { $0[keyPath: list].removeFirst() }
      addOne = { scenario in
        var item = scenario[keyPath: list][0]
        item[keyPath: name] = "another"
        scenario[keyPath: list].append(item)
      }
    }
  }

  private var lists: [List] {
    var lists = [
      List("channels", \.channels, \.id), List("teams", \.teams, \.id), List("shifts", \.shifts, \.id),
      List("surges", \.surges, \.id), List("callers", \.callers, \.id),
      List("response.grades", \.response!.grades, \.id), List("response.areas", \.response!.areas, \.id),
      List("response.hubs", \.response!.hubs, \.id), List("response.logs", \.response!.logs, \.id),
      List("response.custody.suites", \.response!.custody!.suites, \.id),
    ]
    for (number, channel) in ["999", "101"].enumerated() {
      let path = "channels.\(channel)"
      lists.append(List("\(path).front", \.channels[number].front, \.id))
      lists.append(List("\(path).outcomes", \.channels[number].outcomes, \.name))
      for (place, stage) in ["menu", "operator"].enumerated() {
        lists.append(List("\(path).front.\(stage).options", \.channels[number].front[place].options, \.id))
      }
    }
    return lists
  }

  @Test func nothingThatHasANumberMayGo() {
    let base = centre
    #expect(base.obstacle(toForking: base) == nil)
    #expect(Set(base.numberedLists.map { $0.keys.joined(separator: ".") }) == Set(lists.map(\.path)))
    for list in lists {
      var fewer = base
      list.takeFirst(&fewer)
      let obstacle = fewer.obstacle(toForking: base)
      #expect(obstacle?.path == list.path)
      #expect(obstacle?.message.hasPrefix("a fork cannot change which there are: they were ") == true)
    }
  }

  @Test func onlyShiftsAndSurgesMayBeAdded() {
    let base = centre
    for list in lists {
      var more = base
      list.addOne(&more)
      let mayGrow = list.path == "shifts" || list.path == "surges"
      #expect(more.obstacle(toForking: base)?.path == (mayGrow ? nil : list.path))
      // And behind the others only: in front they would take the others' numbers.
      list.takeFirst(&more)
      #expect(more.obstacle(toForking: base)?.path == list.path)
    }
  }

  @Test func aForkThatTakesASurgeAwayIsToldWhichThereWere() {
    var fork = centre
    fork.surges.removeFirst()
    let obstacle = fork.obstacle(toForking: centre)
    #expect(obstacle?.message == "a fork cannot change which there are: they were few, all, and would be all")
    #expect(obstacle?.remedy == "keep their names and their order; more of them may follow")
  }

  @Test func whatWasChangedIsNamed() {
    let base = centre
    var fork = base
    fork.surges.removeFirst()
    #expect(fork.obstacle(toForking: base)?.name == "few")
    fork = base
    fork.surges.insert(Surge(id: "more", channel: "999", over: 1, lasting: 0, until: 0, teams: ["b"]), at: 0)
    #expect(fork.obstacle(toForking: base)?.name == "more")
    fork = base
    fork.surges.swapAt(0, 1)
    #expect(fork.obstacle(toForking: base)?.name == "few")
    fork = base
    fork.teams.append(Team(id: "c", answers: ["999"], staff: .shifts([])))
    #expect(fork.obstacle(toForking: base)?.name == "c")
    fork = base
    fork.calendar.days = 2
    #expect(fork.obstacle(toForking: base)?.keys == ["calendar", "days"])
    #expect(fork.obstacle(toForking: base)?.name == nil)
    fork = base
    fork.calendar.drain = .hour
    #expect(fork.obstacle(toForking: base) == nil)
  }

  /// Work in hand when a plan takes over must be work that it knows how to go on with.
  @Test func howWorkIsDoneStaysAsItWas() {
    let base = centre
    func path(_ change: (inout Scenario) -> Void) -> String? {
      var fork = base
      change(&fork)
      return fork.obstacle(toForking: base)?.path
    }
    #expect(path { $0.channels[1].kind = .deferred } == "channels.101.kind")
    #expect(path { $0.channels[1].isConcurrent.toggle() } == "channels.101.concurrent")
    #expect(path { $0.teams[1].concurrency += 1 } == "teams.b.concurrency")
    #expect(path { $0.channels[0].outcomes[1].grade = "P2" } == "channels.999.outcomes.advice.grade")
    #expect(path { $0.channels[0].handling = .constant(90) } == nil)
  }

  /// What of a scenario is a list, by the name of the property.
  private func lists(in value: Any) -> Set<String> {
    Set(
      Mirror(reflecting: value).children.compactMap { child in
        Mirror(reflecting: child.value).displayStyle == .collection ? child.label : nil
      })
  }

  /// Whoever adds a list to one of these must say here whether events, or the world, name what is in it by number.
  @Test func everyListIsKnownToBeNumberedOrNot() throws {
    let response = try #require(centre.response)
    let custody = try #require(response.custody)
    let channel = centre.channels[0]
    let numbered: [(value: Any, lists: Set<String>, others: Set<String>)] = [
      (centre, ["channels", "shifts", "teams", "surges", "callers"], ["sites", "expectations"]),
      (channel, ["front", "outcomes"], []),
      (channel.front[0], ["options"], ["divertsTo"]),
      (channel.front[0].options[0], [], ["divertsTo"]),
      // The rules are asked at one instant, all of them.
      (channel.outcomes[0], [], ["followUps"]),
      (response, ["grades", "areas", "hubs", "logs"], ["minimums"]),
      (custody, ["suites"], []),
    ]
    for (value, lists, others) in numbered {
      #expect(self.lists(in: value) == lists.union(others), "\(type(of: value))")
    }
    let compared = Set(centre.numberedLists.compactMap(\.keys.last))
    #expect(compared == numbered.reduce(into: []) { $0.formUnion($1.lists) })
  }
}
