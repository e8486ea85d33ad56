import ContactCentre
import DiscreteEvents
import Findings
import Writing

/// What a scenario assumes of the response, in words.
struct ResponseAssumptions {
  private let response: Response
  private let zone: ZoneRules

  /// The assumptions of `response`, with times on the clocks of `zone`.
  init(_ response: Response, zone: ZoneRules) {
    self.response = response
    self.zone = zone
  }

  /// All of them.
  var parts: [Assumptions.Part] {
    [
      Assumptions.Part(title: "Grades", entries: response.grades.map { .init(name: $0.id, sentences: sentences($0)) }),
      Assumptions.Part(
        title: "Hubs",
        entries: response.hubs.map { hub in
          var sentences = ["Response officers: \(hub.officers.words)."]
          if hub.diary != .shifts([]) { sentences.append("Officers for appointments: \(hub.diary.words).") }
          sentences += hub.role.assumptions(costPerHour: hub.costPerHour)
          return .init(name: hub.id, sentences: sentences)
        }),
      Assumptions.Part(title: "Units and travel", entries: [.init(name: "", sentences: travel)]),
      Assumptions.Part(
        title: "Dispatchers",
        entries: response.dispatchers.map { desk in
          let sentences = ["Sending a unit takes one of them: \(desk.takes.words).", "Staff: \(desk.staff.words)."]
          return [.init(name: "", sentences: sentences + desk.role.assumptions(costPerHour: desk.costPerHour))]
        } ?? []),
      Assumptions.Part(
        title: "Other incidents",
        entries: response.logs.map { log in
          let grades = log.grades.map { "\($0.grade) \(Quantity.share($0.share, decimals: 1))" }
          return .init(
            name: log.id, sentences: log.arrivals.assumptions(zone) + ["Grades: \(grades.joined(separator: ", "))."])
        }),
    ]
  }

  private func sentences(_ grade: Grade) -> [String] {
    var sentences = [
      "Priority \(Quantity.stated(grade.priority)), attended within \(Quantity.length(grade.within))"
        + (grade.target.map { " in \(Quantity.aim($0)) of cases" } ?? "")
        + (grade.isBlueLight ? ", on blue lights." : ".")
    ]
    if grade.attendedBy == .diary { sentences.append("Attended by officers for appointments.") }
    if grade.units.count > 1 {
      let shares = grade.units.enumerated().filter { $0.element > 0 }.map { index, share in
        "\(index + 1) in \(Quantity.share(share, decimals: 0))"
      }
      sentences.append("Units wanted: \(shares.joined(separator: ", ")) of cases.")
    }
    sentences.append("Scene: \(grade.scene.words). Paperwork: \(grade.paperwork.words).")
    if grade.arrests > 0 { sentences.append("Somebody is arrested at \(Quantity.share(grade.arrests, decimals: 1)).") }
    if !grade.preempts.isEmpty {
      sentences.append("Takes units on their way to \(grade.preempts.joined(separator: ", ")).")
    }
    if !grade.preemptsAtScene.isEmpty {
      sentences.append("Calls units away from scenes of \(grade.preemptsAtScene.joined(separator: ", ")).")
    }
    if grade.leavesFree > 0 {
      sentences.append("Leaves \(Quantity.counted(grade.leavesFree, "unit")) free for graver incidents.")
    }
    if let appointment = grade.appointment {
      sentences.append("By appointment, in \(appointment.words); the response is counted from its hour.")
    }
    if let withdrawal = grade.cancelled {
      sentences.append(
        "\(Quantity.share(withdrawal.share, decimals: 1)) are called off after \(withdrawal.after.words).")
    }
    if let withdrawal = grade.resolved {
      sentences.append(
        """
        \(Quantity.share(withdrawal.share, decimals: 1)) are resolved without deployment after \
        \(withdrawal.after.words).
        """)
    }
    if let regrade = grade.regrade {
      sentences.append(
        "\(Quantity.share(regrade.share, decimals: 1)) become \(regrade.to) after \(regrade.after.words).")
    }
    if let rings = grade.ringsAgain {
      sentences.append(
        """
        Who waits rings \(rings.channel) with probability \(Quantity.decimal(rings.probability, decimals: 2)) after \
        \(rings.after.words), at most \(Quantity.times(rings.atMost)).
        """)
    }
    return sentences
  }

  private var policy: String {
    switch response.policy {
    case .nearestTime: "The unit expected soonest is sent."
    case .nearestHub: "A unit of the nearest hub that has one is sent."
    }
  }

  private var travel: [String] {
    let travel = response.travel
    var sentences = [
      policy,
      "\(Quantity.share(response.singleCrewed, decimals: 0)) of units have one officer, the others two.",
      travel.matrix.isEmpty
        ? """
        \(Quantity.stated(travel.blueLightSpeed)) km/h on blue lights and \(Quantity.stated(travel.routineSpeed)) km/h \
        otherwise, roads being \(Quantity.decimal(travel.detour, decimals: 2)) times as long as the straight line.
        """ : "Journey times from a table of \(Quantity.counted(travel.matrix.count, "leg")).",
      "Setting off from a hub takes: \(travel.mobilisation.words).",
      "The response clock starts at \(response.clock.words).",
    ]
    if response.rebalances {
      sentences.append("Officers who turn up are shared out anew among the hubs when a tour starts.")
    }
    for minimum in response.minimums {
      let start = minimum.officers == 1 ? "starts" : "start"
      sentences.append(
        "At least \(Quantity.counted(minimum.officers, "officer")) \(start) \(minimum.shift), on overtime if need be.")
    }
    if let custody = response.custody {
      sentences.append(
        "Prisoners go to \(custody.suites.map(\.id).joined(separator: ", ")), which takes: \(custody.takes.words).")
    }
    return sentences
  }
}
