import Foundation
import Watchroom

extension QueueCase {
  /// Every queue of incidents that is proved: as nobody takes time to get there, units and dispatchers are servers.
  static var response: [QueueCase] {
    [
      units, twoGrades, desk, calledOff, calledAway, heldBack(1), heldBack(2),
    ]
  }

  /// Seconds at the scene.
  private static let scene = 1_800.0

  private static func grade(_ number: Int, within: Double = 300) -> Grade {
    Grade(
      id: "P\(number)", within: Milliseconds(within * 1_000), priority: Double(-number),
      scene: .exponential(mean: scene))
  }

  private static func relaxation(load: Double, servers: Int, mean: Double) -> Double {
    let gap = (Double(servers) / mean).squareRoot() - (load / mean).squareRoot()
    return max(mean, 1 / (gap * gap))
  }

  private static func wait(_ grade: Int, _ truth: Double) -> Figure {
    Figure(name: "mean response of P\(grade)", truth: truth, source: .library("grades.P\(grade).response.mean"))
  }

  private static func utilisation(_ truth: Double) -> Figure {
    Figure(name: "utilisation", truth: truth, source: .library("hubs.hub.utilisation"))
  }

  /// M/M/c: Erlang C, whose wait is exponential for those who do wait.
  private static var units: QueueCase {
    let (load, servers) = (5.6, 8)
    let waits = erlangC(load: load, handlers: servers)
    let rate = (Double(servers) - load) / scene
    return QueueCase(
      "units as M/M/8", grades: [grade(1)], perSecond: [load / scene], units: servers,
      relaxation: relaxation(load: load, servers: servers, mean: scene),
      figures: [
        wait(1, waits / rate), utilisation(load / Double(servers)),
        Figure(
          name: "in time", truth: 1 - waits * exp(-rate * 300), source: .library("grades.P1.withinTarget")),
      ])
  }

  /// Two grades, none pre-empted: the formula of Kella and Yechiali.
  private static var twoGrades: QueueCase {
    let rates = [2.0, 1.9].map { $0 / scene }
    let waits = meanWaits(ofPriorities: rates, serviceRate: 1 / scene, handlers: 5)
    return QueueCase(
      "units as M/M/5 with two grades", grades: [grade(1), grade(2)], perSecond: rates, units: 5,
      relaxation: relaxation(load: 3.9, servers: 5, mean: scene),
      figures: [wait(1, waits[0]), wait(2, waits[1]), utilisation(3.9 / 5)])
  }

  /// More units than are ever wanted, and three dispatchers: Erlang C of the desk, and then the assignment itself.
  private static var desk: QueueCase {
    let (load, mean) = (2.1, 120.0)
    let wait = erlangC(load: load, handlers: 3) * mean / (3 - load)
    var grade = grade(1)
    grade.scene = .constant(0)
    return QueueCase(
      "dispatchers as M/M/3", grades: [grade], perSecond: [load / mean], units: 60,
      desk: DispatchDesk(staff: .always(3), takes: .exponential(mean: mean)),
      relaxation: relaxation(load: load, servers: 3, mean: mean),
      figures: [
        self.wait(1, wait + mean),
        Figure(name: "occupancy", truth: load / 3, source: .library("dispatchers.occupancy")),
      ])
  }

  /// Whoever calls off gives up: Erlang A.
  private static var calledOff: QueueCase {
    let queue = ErlangQueue(
      arrivalRate: 5.4 / scene, serviceRate: 1 / scene, handlers: 6, abandonmentRate: 1 / 2_700)
    let answers = queue.answers(threshold: 300)
    var grade = grade(1)
    grade.cancelled = .init(share: 1, after: .exponential(mean: 2_700))
    return QueueCase(
      "incidents called off as M/M/6+M", grades: [grade], perSecond: [queue.arrivalRate], units: 6, relaxation: 2_700,
      figures: [
        Figure(
          name: "cancelled", truth: answers.abandons,
          source: .events { Double($0.grades[0].cancelled) / Double($0.grades[0].closed) }),
        wait(1, answers.meanWaitOfAnswered), utilisation(answers.occupancy),
      ])
  }

  /// One unit, called away from the scenes of the second grade by the first, the rest of the work left for later: for the
  /// first the second is not there, and the second has the time in the system of a queue with pre-emption and resumption.
  private static var calledAway: QueueCase {
    let loads = [0.3, 0.35]
    var first = grade(1)
    first.preemptsAtScene = ["P2"]
    let sojourns = [scene / (1 - loads[0]), scene / ((1 - loads[0]) * (1 - loads[0] - loads[1]))]
    return QueueCase(
      "a unit called away as M/M/1 with pre-emption", grades: [first, grade(2)], perSecond: loads.map { $0 / scene },
      units: 1, relaxation: relaxation(load: 0.65, servers: 1, mean: scene),
      figures: [wait(1, sojourns[0] - scene), utilisation(0.65)]
        + [0, 1].map { grade in
          Figure(
            name: "mean time to the end of P\(grade + 1)", truth: sojourns[grade],
            source: .events { Double($0.grades[grade].open) / 1_000 / Double($0.grades[grade].closed) })
        })
  }

  /// The last units held back from the second grade.
  private static func heldBack(_ held: Int) -> QueueCase {
    let rates = [1.2, 1.0].map { $0 / scene }
    let answers = CutOffQueue(rates: rates, serviceRate: 1 / scene, servers: 5, held: held).answers()
    var second = grade(2)
    second.leavesFree = held
    return QueueCase(
      "units as M/M/5, \(held) held back", grades: [grade(1), second], perSecond: rates, units: 5,
      // No slower than if there were only the servers that both may have, with a margin.
      relaxation: 2 * relaxation(load: 2.2, servers: 5 - held, mean: scene),
      figures: [wait(1, answers.waits[0]), wait(2, answers.waits[1]), utilisation(answers.occupancy)])
  }
}
