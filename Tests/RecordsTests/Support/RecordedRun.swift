import ContactCentre
import DiscreteEvents
import Simulator

/// The call records of one run, as a contact centre's own system would have kept them; handlers are named by their tours.
func recordedRun(_ scenario: Scenario, seed: UInt64 = 1) -> String {
  struct Contact {
    var channel = 0
    var queued: Milliseconds = 0
    var answered: Milliseconds = 0
    var agent: UInt32 = 0
  }
  let plan = Plan(scenario)
  let origin = scenario.calendar.start - scenario.calendar.warmUp
  var open: [UInt32: Contact] = [:]
  var duties: [UInt16: UInt32] = [:]
  var text = "arrival,channel,wait,outcome,handling,wrapUp,agent,priority\n"
  func moment(_ instant: Milliseconds) -> String {
    let civil = ZoneRules.utc.civilTime(at: instant)
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let second = Int(civil.timeOfDay / .second)
    return
      "\(civil.year)-\(two(civil.month))-\(two(civil.day)) \(two(second / 3_600)):\(two(second / 60 % 60)):\(two(second % 60))Z"
  }
  func seconds(_ time: Milliseconds) -> String { "\(Double(time / 100) / 10)" }
  var simulation = Simulation(plan: plan, seed: seed, replication: 0)
  while simulation.advance({ events in
    for index in events.indices {
      let event = events[index]
      switch event.kind {
      case .contactArrived, .contactRedialled:
        open[event.subject] = Contact(channel: Int(event.resource), queued: event.time)
      case .handlerSignedOn:
        duties[event.resource] = event.subject
      case .contactAnswered:
        open[event.subject]?.answered = event.time
        open[event.subject]?.agent = duties[event.resource] ?? 0
      case .handlingEnded, .contactAbandoned:
        guard let contact = open.removeValue(forKey: event.subject) else { continue }
        let channel = scenario.channels[contact.channel]
        let isAnswered = event.kind == .handlingEnded
        let wait = (isAnswered ? contact.answered : event.time) - contact.queued
        text += "\(moment(origin + contact.queued)),\(channel.id),\(seconds(wait)),"
        text +=
          isAnswered
          ? "answered,\(seconds(event.time - contact.answered)),\(seconds(Milliseconds(event.value))),h\(contact.agent)"
          : "abandoned,,,"
        text += ",\(Int(channel.priority))\n"
      default:
        continue
      }
    }
  }) {}
  return text
}
