import ContactCentre
import DiscreteEvents
import Experiments
import Findings
import Metrics
import Writing

extension ReportPage {
  /// Each channel and grade through the hours of the day: in time or not, how many, how many given up.
  func hours(_ html: inout HTMLWriter) {
    let remarks = hourRemarks
    if !remarks.isEmpty { html.element("p", ["class": "note"], text: remarks.joined(separator: " ")) }
    let places = Places.hours(of: scenario.calendar)
    var charts: [Chart] = []
    for (index, channel) in scenario.channels.enumerated() {
      guard let figures = channelFigures(channel), let hours = figures["byHour"]?.elements, !hours.isEmpty else {
        continue
      }
      charts += Self.charts(
        of: channel.id, number: index, figures, hours, places, prefix: "hours", remark: ending(of: channel))
    }
    for (index, grade) in (scenario.response?.grades ?? []).enumerated() {
      guard let figures = figures["grades"]?[grade.id], let all = figures["byHour"]?.elements, !all.isEmpty else {
        continue
      }
      let hours = places.arranged(all)
      charts.append(
        .lines(
          file: "hours-grade-\(index + 1)", name: grade.id,
          title: "attended within \(Quantity.limit(figures.estimate("within").mean))",
          note: Self.none(attended: figures)
            ?? "Share of the incidents attended, by the hour in which they opened; below, how many opened.",
          place: places.word, places: places.names, marks: places.marks,
          lines: [
            .init(name: "in time", values: hours.map { $0.estimate("withinTarget") }, colour: Self.colour(index))
          ],
          unit: .share, target: figures.finite("target"),
          columns: .init(name: "Opened", values: hours.map { $0.estimate("opened") })))
    }
    html.charts(charts)
  }

  /// What the last hours or days of a deferred channel show that is not so: work whose time was not up when the run ended
  /// is not done in time. Nothing for other channels, and where the run goes on for as long.
  private func ending(of channel: Channel) -> String {
    guard channel.kind.isDeferred, let within = channel.target?.within, scenario.calendar.drain < within else {
      return ""
    }
    return """
       What came less than \(Quantity.length(within)) before the end and was not done by then counts as late, though its \
      time was not up; with calendar.drain the run goes on until it is.
      """
  }

  /// Each channel from date to date; nothing where there is one day only.
  var days: PageSection? {
    let dates = result.catalogue.days
    guard dates.count > 2 else { return nil }
    return PageSection("days", "By day") { html in
      let parts = partDays(dates)
      if !parts.isEmpty {
        let told = parts.sorted { $0.key < $1.key }.map { "\(dates[$0.key].dateText) \($0.value)" }
        html.element("p", ["class": "note"], text: "Not whole days: \(told.joined(separator: ", ")).")
      }
      let places = Places(
        word: "Date", names: dates.enumerated().map { $1.dateText + (parts[$0].map { " \($0)" } ?? "") },
        marks: stride(from: 0, to: dates.count, by: max(1, (dates.count + 4) / 5)).map {
          Scale.Mark(value: Double($0), label: "\(dates[$0].day) \(CivilTime.months[dates[$0].month - 1].prefix(3))")
        })
      var charts: [Chart] = []
      for (index, channel) in scenario.channels.enumerated() {
        guard let figures = channelFigures(channel), let days = figures["byDay"]?.elements, !days.isEmpty else {
          continue
        }
        charts += Self.charts(
          of: channel.id, number: index, figures, days, places, prefix: "days", remark: ending(of: channel))
      }
      html.charts(charts)
    }
  }

  /// Which of `dates` the measured window has only a part of, by their place: from when, or until when.
  private func partDays(_ dates: [CivilTime]) -> [Int: String] {
    // The window ends at the wall time at which it began.
    let edge = scenario.calendar.zone.civilTime(at: scenario.calendar.start).timeOfDay
    if edge == 0 { return [:] }
    return [0: "from \(CivilTime.clock(edge))", dates.count - 1: "until \(CivilTime.clock(edge))"]
  }

  /// A channel along `places`: its service level, with a `remark` on it, and volume, and how many gave up.
  static func charts(
    of name: String, number: Int, _ figures: FigureTree, _ inOrder: [FigureTree], _ places: Places, prefix: String,
    remark: String
  ) -> [Chart] {
    let slices = places.arranged(inOrder)
    let verdict = figures["serviceLevel"].flatMap(TargetVerdict.init(serviceLevel:))
    let offered = Chart.Columns(name: "Offered", values: slices.map { $0.estimate("offered") })
    var charts: [Chart] = []
    if let verdict {
      charts.append(
        .lines(
          file: "\(prefix)-service-\(number + 1)", name: name,
          title: "\(figures.whatIsInTime) within \(Quantity.limit(verdict.within))",
          note: none(offered: figures) ?? "Share of contacts offered; below, how many were offered.\(remark)",
          place: places.word,
          places: places.names, marks: places.marks,
          lines: [
            .init(name: "service level", values: slices.map { $0.estimate("serviceLevel") }, colour: colour(number))
          ], unit: .share, target: verdict.target, columns: offered))
    } else {
      charts.append(
        .lines(
          file: "\(prefix)-wait-\(number + 1)", name: name, title: "mean speed of answer",
          note: none(answered: figures) ?? "Below, how many contacts were offered.", place: places.word,
          places: places.names,
          marks: places.marks,
          lines: [
            .init(name: "mean wait", values: slices.map { $0.estimate("speedOfAnswer") }, colour: colour(number))
          ], unit: .seconds, columns: offered))
    }
    guard slices.contains(where: { $0.estimate("abandonmentRate").mean > 0 }) else { return charts }
    charts.append(
      .lines(
        file: "\(prefix)-abandoned-\(number + 1)", name: name, title: "abandoned",
        note: "Share of contacts offered that gave up; below, the mean wait of those answered.",
        place: places.word, places: places.names, marks: places.marks,
        lines: [
          .init(name: "abandoned", values: slices.map { $0.estimate("abandonmentRate") }, colour: colour(number))
        ], unit: .share,
        columns: .init(name: "Mean wait", values: slices.map { $0.estimate("speedOfAnswer") }, unit: .seconds)))
    return charts
  }
}

extension ReportPage {
  /// That there were no contacts on a channel to be in time, where that is why nothing is known.
  static func none(offered figures: FigureTree) -> String? {
    guard figures.finite("serviceLevel.ofOffered") == nil else { return nil }
    let offered = figures.estimate("offered")
    return offered.mean > 0
      ? "Of \(counted(offered, "contact")) offered, none reached the queue." : "No contacts were offered."
  }

  /// That nobody was answered, where that is why nothing is known.
  static func none(answered figures: FigureTree) -> String? {
    guard figures.finite("speedOfAnswer.mean") == nil else { return nil }
    let offered = figures.estimate("offered")
    return offered.mean > 0
      ? "Of \(counted(offered, "contact")) offered, none was answered." : "No contacts were offered."
  }

  /// That no incident of a grade was attended, where that is why nothing is known.
  static func none(attended figures: FigureTree) -> String? {
    guard figures.finite("withinTarget") == nil else { return nil }
    let opened = figures.estimate("opened")
    return opened.mean > 0
      ? "Of \(counted(opened, "incident")) opened, none was attended." : "No incidents opened."
  }

  /// So many of what `noun` says, on average: `1 contact`, `1.3 ± 0.2 contacts`.
  static func counted(_ number: Estimate, _ noun: String) -> String {
    let words = Quantity.words(number, .count)
    return "\(words) \(words == "1" ? noun : noun + "s")"
  }
}

extension ReportPage {
  /// What must be known to read figures by the hour of the day.
  private var hourRemarks: [String] {
    let calendar = scenario.calendar
    let time = calendar.zone.civilTime(at: result.start).timeOfDay
    var remarks: [String] = []
    if calendar.days > 1 {
      remarks.append("All days together: an hour is that hour of every day.")
    } else if time % .hour != 0 {
      let hour = CivilTime.clock(time - time % .hour)
      remarks.append(
        "The run begins and ends at \(CivilTime.clock(time)): the hour from \(hour) is the end of one day and the beginning "
          + "of the other, together.")
    }
    return remarks + calendar.clockChanges
  }
}

extension NestedFigures<Estimate> {
  /// The value of the figure at `path` below this; nil where there is none.
  func finite(_ path: String) -> Double? {
    let mean = estimate(path).mean
    return mean.isFinite ? mean : nil
  }
}
