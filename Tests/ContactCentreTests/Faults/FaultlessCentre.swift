import ContactCentre
import DiscreteEvents

/// A scenario made in code in which everything that may have a fault is there, and has none.
let faultlessCentre = Scenario(
  name: "faultless", calendar: ScenarioCalendar(start: monday, days: 2, warmUp: .hour, holidays: [19_730]),
  channels: [
    Channel(
      id: "999", arrivals: .profile(profile),
      front: [
        FrontStage(
          id: "menu", takes: .constant(5), contains: 0.1, divertsTo: [.init(to: "101", share: 0.1)],
          options: [.init(id: "crime", share: 0.2, contains: 0.5, divertsTo: [.init(to: "101", share: 0.2)])])
      ],
      priority: 1, patience: .mixture([.init(weight: 1, distribution: .never)]), handling: .exponential(mean: 300),
      wrapUp: .gamma(mean: 60, cv: 0.5),
      outcomes: [
        .init(name: "advice", share: 0.5, transfer: .init(to: "101", warm: .constant(30))),
        .init(
          name: "crime", share: 0.4, grade: "P1", opens: .uniform(min: 0, max: 60),
          followUps: [.init(name: "statement", to: "101", probability: 0.1, after: .constant(3_600))]),
      ],
      redial: .init(probability: 0.5, after: .weibull(mean: 60, shape: 1.5), to: "101", atMost: 3),
      callback: .init(whenWaiting: 2, accepts: 0.5, dialling: .constant(20), reached: 0.9),
      survey: .init(
        sample: 0.5, replies: 0.5, satisfied: 0.9, halfLife: .minute, outcomes: [.init(outcome: "advice", factor: 1.1)]),
      target: .init(share: 0.9, within: 10 * .second, shortAbandon: 5 * .second),
      routing: .init(
        preempts: ["101"], leavesFree: 1, headStart: .minute, waitWeight: 2,
        overflow: .init(after: .minute, teams: ["second"]))),
    Channel(
      id: "101",
      arrivals: .trace([
        TraceRow(time: monday, handling: 60, wrapUp: 5, patience: .infinity, latitude: 52.5, longitude: -1.9),
        TraceRow(time: monday + 1, outcome: "other"),
      ]),
      handling: .lognormal(mu: 5, sigma: 1)),
    Channel(
      id: "desk", arrivals: .appointments(AppointmentBook(from: 9 * .hour, to: 17 * .hour, every: 15 * .minute)),
      handling: .quantiles([.init(probability: 0, value: 60), .init(probability: 1, value: 600)]),
      wrapUp: .empirical(values: [1, 2, 3])),
  ],
  shifts: [
    Shift(
      id: "earlies", start: 7 * .hour, length: 8 * .hour,
      breaks: [.init(after: 2 * .hour, length: .hour), .init(after: 5 * .hour, length: .hour)])
  ],
  teams: [
    Team(
      id: "first", answers: ["999", "101"], concurrency: 2, slowdown: [1, 1.2],
      staff: .shifts([.init(shift: "earlies", heads: daily(5), holiday: 3)]), costPerHour: 20,
      role: Role(
        attendance: 0.9, lateness: .constant(60), overtime: 1.5,
        premiums: [
          .init(id: "nights", hours: .init(from: 20 * .hour, to: 6 * .hour), days: .init(weekdays: [5]), extra: 0.2)
        ]),
      people: Workforce(
        establishment: 10, strength: 9, asOf: 19_700, leavers: 0.1,
        intakes: [.init(id: "spring", on: 19_750, heads: 2, training: .week)],
        learning: .init(slower: 1.5, over: 10 * .week)),
      minimums: [.init(shift: "earlies", heads: 4)], site: "house"),
    Team(id: "second", answers: ["desk"], staff: .intervals(heads: Array(repeating: daily(1) + [1], count: 7))),
    Team(
      id: "third", answers: ["101"],
      staff: .roster([
        .init(handler: "Ann", start: monday, end: monday + 8 * .hour),
        .init(handler: "Bob", start: monday, end: monday + 8 * .hour),
      ])),
    Team(
      id: "fourth", answers: ["101"], staff: .rotation(.init(pattern: ["earlies", nil], firstDay: 19_723, groups: [3]))),
  ],
  surges: [Surge(id: "busy", channel: "101", over: 5, lasting: .minute, until: 2, teams: ["second"])],
  sites: [Site(id: "house", closures: [.init(from: monday, to: monday + .hour)])], response: response,
  callers: [CallerGroup(id: "frequent", channels: [.init(channel: "999", share: 0.1)], callers: 5, deterred: 0.1)],
  expectations: [
    FigureExpectation(name: "in time", metric: "channels.999.serviceLevel.ofOffered", bound: .atLeast(0.9))
  ],
  sizing: Sizing(
    teams: [.init(id: "first", limits: [.init(shift: "earlies", least: 1, most: 9)])],
    hubs: [.init(id: "north", isFixed: true)], budget: 1_000, maxChange: 3))

private let profile = ArrivalProfile(
  perYear: 100_000, byHourOfWeek: Array(repeating: 1, count: 168), holiday: 0.5,
  busyness: .init(day: 0.1, interval: 0.1, correlation: 0.5),
  factors: [.init(name: "heat", from: monday, to: monday + .hour, times: 2)],
  messages: [
    .init(name: "letter", at: [.init(weekday: 1, timeOfDay: .hour)], sentTo: 100, replies: 0.1, after: .constant(60))
  ])

private let response = Response(
  grades: [
    Grade(
      id: "P1", within: 15 * .minute, target: 0.9, priority: 1, preempts: ["P2"], units: [0.5, 0.5], leavesFree: 1,
      appointment: .constant(60), cancelled: .init(share: 0.1, after: .constant(600)),
      resolved: .init(share: 0.1, after: .constant(600)), regrade: .init(to: "P2", share: 0.5, after: .constant(900)),
      ringsAgain: .init(channel: "101", probability: 0.5, after: .constant(300), atMost: 3), scene: .constant(900),
      paperwork: .constant(60), arrests: 0.1),
    Grade(id: "P2", within: .hour, scene: .constant(900)),
  ],
  areas: [Area(id: "town", centre: .init(latitude: 52.5, longitude: -1.9), squareKilometres: 10)],
  hubs: [
    Hub(
      id: "north", location: .init(latitude: 52.5, longitude: -1.9),
      officers: .shifts([.init(shift: "earlies", heads: daily(4))]), costPerHour: 20)
  ],
  singleCrewed: 0.2, minimums: [.init(shift: "earlies", officers: 2)],
  travel: Travel(
    variation: 0.4, mobilisation: .constant(60),
    matrix: [
      .init(from: "north", to: "town", routine: 300, blueLight: 200),
      .init(from: "town", to: "town", routine: 100, blueLight: 80),
      .init(from: "cells", to: "town", routine: 300, blueLight: 200),
      .init(from: "cells", to: "north", routine: 300, blueLight: 200),
    ]),
  custody: Custody(
    suites: [.init(id: "cells", location: .init(latitude: 52.5, longitude: -1.9))], takes: .constant(60)),
  dispatchers: DispatchDesk(staff: always(1), takes: .constant(30)),
  logs: [
    IncidentSource(
      id: "alarms", arrivals: .trace([TraceRow(time: monday, outcome: "P2")]), grades: [.init(grade: "P1", share: 1)])
  ])
