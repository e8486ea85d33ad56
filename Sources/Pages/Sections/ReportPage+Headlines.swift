import ContactCentre
import Experiments
import Findings
import Metrics
import Writing

extension ReportPage {
  /// A card for each channel and grade, and one for the cost; then what the scenario's author expected. Before that, if
  /// two nights are played back, which of them all this is of.
  func headlines(_ html: inout HTMLWriter) {
    if playbacks.count > 1 {
      html.element("p", ["class": "note"]) { html in
        html.text("Everything on this page is of ")
        html.name(playbacks[0].title)
        html.text("; ")
        html.name(playbacks[1].title)
        html.text(" is only played back beside it.")
      }
    }
    html.element("div", ["class": "cards"]) { html in
      for channel in scenario.channels { card(channel, &html) }
      for grade in scenario.response?.grades ?? [] { card(grade, &html) }
      costCard(&html)
    }
    let aims = result.catalogue.aimedFigures(of: scenario).map(\.name)
    let unvaried = result.sharedFateRemark(on: aims + result.expectations.map(\.metric).filter { !aims.contains($0) })
    for remark in [scenario.drainRemark, unvaried].compactMap(\.self) {
      html.element("p", ["class": "note"], text: remark)
    }
    html.newline()
    expectations(&html)
  }

  private func card(_ channel: Channel, _ html: inout HTMLWriter) {
    guard let figures = channelFigures(channel) else { return }
    let verdict = figures["serviceLevel"].flatMap(TargetVerdict.init(serviceLevel:))
    let level = figures.estimate("serviceLevel.ofOffered")
    HeadlineCard(
      name: channel.id, isName: true,
      value: verdict == nil ? figures.estimate("speedOfAnswer.mean") : level,
      unit: verdict == nil ? .seconds : .share,
      meaning: verdict.map { "of offered \(figures.whatIsInTime) within \(Quantity.limit($0.within))" }
        ?? "mean speed of answer",
      verdict: verdict,
      details: [
        ("Offered", Quantity.words(figures.estimate("offered"), .count)),
        ("Abandoned", Quantity.words(figures.estimate("abandonmentRate"), .share)),
        ("Answered: mean wait", Quantity.words(figures.estimate("speedOfAnswer.mean"), .seconds)),
        ("Answered: 90% within", Quantity.words(figures.estimate("speedOfAnswer.p90"), .seconds)),
      ]
    ).write(to: &html)
  }

  private func card(_ grade: Grade, _ html: inout HTMLWriter) {
    guard let figures = figures["grades"]?[grade.id] else { return }
    HeadlineCard(
      name: grade.id, isName: true, value: figures.estimate("withinTarget"), unit: .share,
      meaning: "of attended within \(Quantity.limit(figures.estimate("within").mean))"
        + (grade.appointment == nil ? "" : ", from the hour of the appointment"),
      verdict: TargetVerdict(grade: figures),
      details: [
        ("Opened", Quantity.words(figures.estimate("opened"), .count)),
        ("Attended", Quantity.words(figures.estimate("attendedShare"), .share)),
        ("Attended: median time", Quantity.words(figures.estimate("response.median"), .seconds)),
        ("Retained at end", Quantity.words(figures.estimate("retainedAtEnd"), .count)),
      ]
    ).write(to: &html)
  }

  /// What everything costs; where nothing has a price, how many hours are rostered.
  private func costCard(_ html: inout HTMLWriter) {
    let total = figures.estimate("cost.total")
    guard total.mean.isFinite else { return }
    let hasPrices = result.scenario.hasPrices
    var details: [(String, String)] = []
    var hours = 0.0
    func add(_ label: String, _ parts: [FigureTree]) {
      if parts.isEmpty { return }
      let sum = parts.reduce(0) { $0 + $1.estimate(hasPrices ? "cost" : "rosteredHours").mean }
      details.append((label, Quantity.decimal(sum)))
      hours += sum
    }
    if case .named(let teams)? = figures["teams"] { add("Teams", teams.map(\.value)) }
    add("Dispatchers", [figures["dispatchers"]].compactMap(\.self))
    if case .named(let hubs)? = figures["hubs"] { add("Hubs", hubs.map(\.value)) }
    if !hasPrices {
      HeadlineCard(
        name: "Rostered hours", value: Estimate(mean: hours), unit: .hours,
        meaning: "of everybody; nothing has a price",
        verdict: nil, details: details
      ).write(to: &html)
      return
    }
    HeadlineCard(
      name: "Cost", value: total, unit: .money, meaning: "of rostered hours and overtime, in all", verdict: nil,
      details: details
    ).write(to: &html)
  }

  private func expectations(_ html: inout HTMLWriter) {
    guard !result.expectations.isEmpty else { return }
    html.element("h3", text: "What was expected")
    html.element("div", ["class": "scroll", "tabindex": "0", "role": "region", "aria-label": "Expectations"]) { html in
      html.element("table") { html in
        html.element("caption", ["class": "unseen"], text: "What was expected")
        html.element("thead") { html in
          html.element("tr") { html in
            for heading in ["Expectation", "Verdict", "Value", "Expected"] {
              html.element("th", ["scope": "col"], text: heading)
            }
          }
        }
        html.element("tbody") { html in
          for expectation in result.expectations {
            html.element("tr") { html in
              html.element("th", ["scope": "row"]) { $0.name(expectation.name) }
              html.element("td") { $0.badge(expectation.verdict.rawValue, expectation.verdict.tone) }
              html.element("td", text: expectation.valueWords(in: result.catalogue))
              html.element("td", text: expectation.boundWords(in: result.catalogue))
            }
          }
        }
      }
    }
  }
}

/// One thing that was aimed at, and how it went.
struct HeadlineCard {
  var name: String
  var isName = false
  var value: Estimate
  var unit: Figure.Unit
  var meaning: String
  var verdict: TargetVerdict?
  var details: [(label: String, value: String)]

  /// Writes it.
  func write(to html: inout HTMLWriter) {
    let isMet = verdict?.isMet
    let tone = isMet.map { $0 ? "met" : "missed" }
    html.element("article", ["class": "card" + (tone.map { " \($0)" } ?? "")]) { html in
      html.element("h3") { html in
        if isName { html.name(name) } else { html.text(name) }
        if let isMet { html.badge(isMet: isMet) }
      }
      html.element("p", ["class": "big"]) { html in
        let decimals = unit == .share ? 1 : nil
        let cell = verdict?.cell(of: value, decimals: decimals) ?? Quantity.cell(value, unit, decimals: decimals)
        html.text(cell.text)
        if let halfWidth = cell.halfWidth { html.element("small", text: " \u{B1} \(halfWidth)") }
      }
      html.element("p", ["class": "meaning"], text: meaning)
      if let verdict { bullet(verdict, &html) }
      html.element("dl") { html in
        for detail in details {
          html.element("div") { html in
            html.element("dt", text: detail.label)
            html.element("dd", text: detail.value)
          }
        }
      }
    }
  }

  /// The share reached as a bar, and a mark where the target is.
  private func bullet(_ verdict: TargetVerdict, _ html: inout HTMLWriter) {
    html.element("p", ["class": "target"], text: "target \(verdict.targetWords)")
    html.element(
      "svg", ["viewBox": "0 0 100 8", "class": "bullet", "aria-hidden": "true", "preserveAspectRatio": "none"]
    ) {
      html in
      html.box("nothing", 0, 1, 100, 6)
      let reached = verdict.reached.isFinite ? min(max(verdict.reached, 0), 1) : 0
      html.box("reached", 0, 1, reached * 100, 6)
      html.box("goal", min(max(verdict.target, 0), 1) * 100 - 0.5, 0, 1, 8)
    }
  }
}

extension HTMLWriter {
  /// Writes whether a target is met.
  mutating func badge(isMet: Bool) { badge(isMet ? "met" : "missed", isMet ? .good : .bad) }

  /// Writes a word that is a verdict, with a sign besides its colour.
  mutating func badge(_ word: String, _ tone: Tone) {
    let (kind, sign) =
      switch tone {
      case .good: ("good", "\u{2713} ")
      case .bad: ("bad", "\u{2717} ")
      default: ("doubtful", "? ")
      }
    element("span", ["class": "badge \(kind)"]) { html in
      html.element("span", ["aria-hidden": "true"], text: sign)
      html.text(word)
    }
  }
}
