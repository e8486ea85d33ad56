import ContactCentre
import DiscreteEvents
import Experiments
import Findings
import Metrics
import Writing

/// The cheapest headcount for people: the heads, what they score beside others' plans, and why not one fewer.
public struct SizeText: Sendable {
  private let size: StaffingSize
  private let original: Scenario
  private let isColoured: Bool
  private let remark: String?

  /// A report on `size`, which was looked for in `original`; `remark` is what else there is to say, at its end.
  public init(_ size: StaffingSize, of original: Scenario, remark: String? = nil, isColoured: Bool = false) {
    self.size = size
    self.remark = remark
    self.original = original
    self.isColoured = isColoured
  }

  /// The plans side by side: what was found, and the rivals.
  private var plans: [(name: String, scored: StaffingSize.Scored, isByFormula: Bool)] {
    (size.plan.map { [("Cheapest", $0, false)] } ?? [])
      + (size.shortfall.map { [("Most tried", $0.most, false)] } ?? [])
      + size.rivals.map { ($0.name, $0.scored, $0.isByFormula) }
  }

  /// The report, with a newline at its end.
  public var text: String {
    let page = TextPage(isColoured: isColoured)
    var lines = page.heading("Headcount for \(original.title)", underline: "=")
    lines += evidence.wrapped(to: TextTable.pageWidth)
    if size.plan != nil {
      lines += ["Cheapest is the cheapest plan found; that there is no cheaper one is not proved."]
    }
    if size.plan == nil { lines += [""] + SizeShortfallWords(size).sentences.wrapped(to: TextTable.pageWidth) }
    lines += [""] + page.heading("Heads that start each shift") + heads.lines(coloured: isColoured)
    lines += [""] + page.heading("What the plans score") + scores.lines(coloured: isColoured)
    if size.plan != nil {
      lines += [""] + page.heading("With one head fewer") + fewer.lines(coloured: isColoured)
    }
    for sentence in [confirmation, saving, overBudget, remark].compactMap(\.self) {
      lines += [""] + sentence.wrapped(to: TextTable.pageWidth)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Where the scores come from. Their callers have a part in the choice of the plan, if not in the search for it.
  private var evidence: String {
    "Searched with seed \(size.seed): \(Quantity.integer(UInt64(size.plansTried))) \("plan".plural(size.plansTried)) simulated. "
      + "Scores are of callers the search did not meet, by whom heads were then added, taken away and exchanged: seed "
      + "\(PlanScorer.Callers.ofRefinement.seed(after: size.seed)), \(size.replications) replications (\u{B1} is the 95% half-width)."
  }

  private var heads: TextTable {
    var table = TextTable(alignments: [.left, .left])
    table.rows = [(["Team", "Shift"] + plans.map(\.name)).map { .init($0, tone: .heading) }]
    for (index, lever) in size.levers.enumerated() {
      table.rows.append(
        [.init(lever.name), .init(lever.words)]
          + plans.map { plan in
            let kept = plan.isByFormula && lever.isOfUnits ? "\u{2013}" : lever.presentWords
            return .init(plan.scored.heads[index].map(String.init) ?? kept)
          })
    }
    table.rows += size.kept.map { name in [.init(name), "all"] + plans.map { _ in "as it is" } }
    return table
  }

  /// With one decimal less where every plan's half-width has room only so.
  private var scores: TextTable {
    let scores = scores(decimals: 2)
    return scores.losesHalfWidths ? self.scores(decimals: 1) : scores
  }

  /// The scores, with so many decimals of percentages.
  private func scores(decimals: Int) -> TextTable {
    var table = TextTable(alignments: [.left], keepsNames: true)
    table.rows = [(["Figure"] + plans.map(\.name)).map { .init($0, tone: .heading) }]
    for (index, target) in size.targets.enumerated() {
      table.rows.append(
        [.init("\(target.label) \(target.boundWords)")]
          + plans.map { plan in
            let unit = target.figure.unit
            var cell = Quantity.cell(plan.scored.values[index], unit, decimals: unit == .share ? decimals : nil)
            cell.tone = plan.scored.verdicts[index].tone
            return cell
          })
    }
    table.rows.append([.init(cost)] + plans.map { costCell($0.scored) })
    table.rows.append(
      ["Meets all"]
        + plans.map { .init($0.scored.passes ? "yes" : $0.scored.meets ? "by mean" : "no") })
    return table
  }

  private var fewer: TextTable {
    var table = TextTable(alignments: [.left, .left, .right, .left])
    table.addHeadings("Team", "Shift", "Heads", "Hardest target", "Then", "Verdict", cost)
    for (index, lever) in size.levers.enumerated() {
      guard let scored = size.oneFewer[index] else {
        let why = lever.isFree ? "the fewest allowed" : "fixed"
        table.rows.append([
          .init(lever.name), .init(lever.words), .init(size.plan?.heads[index].map(String.init) ?? ""), .init(why),
        ])
        continue
      }
      guard let hardest = size.hardest(scored) else { continue }
      let target = size.targets[hardest]
      let verdict = scored.verdicts[hardest]
      table.rows.append([
        .init(lever.name), .init(lever.words), .init(scored.heads[index].map(String.init) ?? ""),
        .init(target.label), Quantity.cell(scored.values[hardest], target.figure.unit),
        .init(verdict == .pass ? "passes" : verdict == .fail ? "fails" : "in doubt", tone: verdict.tone),
        .init(costCell(scored).text),
      ])
    }
    return table
  }

  /// What plans are compared by.
  private var cost: String { size.costUnit == .hours ? "Paid hours" : "Cost" }

  /// A plan's cost, with half a width if chance has a part in it.
  private func costCell(_ scored: StaffingSize.Scored) -> TextTable.Cell {
    var cost = scored.cost
    if cost.halfWidth == 0 { cost.halfWidth = nil }
    return Quantity.cell(cost, size.costUnit, decimals: 0)
  }

  /// What comes of the plan with callers who had no part in its choice.
  private var confirmation: String? {
    guard let scored = size.confirmation, let hardest = size.hardest(scored) else { return nil }
    let outcome =
      scored.passes
      ? "meets every target beyond doubt"
      : scored.meets ? "meets every target by mean, but not beyond doubt" : "misses a target"
    let value = Quantity.words(scored.values[hardest], size.targets[hardest].figure.unit)
    let seed = PlanScorer.Callers.ofConfirmation.seed(after: size.seed)
    return "With callers who had no part in its choice (seed \(seed)) the plan \(outcome): hardest is "
      + "\(size.targets[hardest].label), \(value)."
  }

  private var overBudget: String? {
    guard let budget = original.sizing?.budget, size.isWithinBudget == false else { return nil }
    let isHours = size.costUnit == .hours
    let most = Quantity.decimal(budget) + (isHours ? " paid hours" : "")
    return "The plan \(isHours ? "takes" : "costs") more than the budget of \(most) allows."
  }

  /// What the plan saves beside the formulas, or why nothing can be said of that.
  private var saving: String? {
    let formulas = size.rivals.filter(\.isByFormula)
    if size.levers.contains(where: \.isOfUnits) {
      return "\(formulas.map(\.name).joined(separator: " and ")) say nothing of units (\u{2013}): what they score and "
        + "cost is with the hubs' officers as they are, so that it is no saving to compare a plan with."
    }
    guard let plan = size.plan else { return nil }
    let isHours = size.costUnit == .hours
    let parts = formulas.map { rival in
      let difference = rival.scored.cost.mean - plan.cost.mean
      let share = rival.scored.cost.mean > 0 ? abs(difference) / rival.scored.cost.mean : 0
      let word = (difference < 0 ? "more" : isHours ? "fewer" : "less") + (isHours ? " paid hours" : "")
      return "\(Quantity.share(share, decimals: 1)) \(word) than what \(rival.name) would staff"
        + (rival.scored.meets ? "" : " (which misses a target)")
    }
    return "The plan \(isHours ? "takes" : "costs") " + parts.joined(separator: " and ") + "."
      + hoursMissed(plan, formulas)
  }

  /// In how many hours of the day the plan and the formulas' miss a target that must be met over the measured days, or
  /// in that hour; nothing where none must be met over them. Formulas staff every hour for it: what a plan costs beside
  /// theirs says little without.
  private func hoursMissed(_ plan: StaffingSize.Scored, _ formulas: [StaffingSize.Rival]) -> String {
    func words(_ plan: StaffingSize.Scored) -> String {
      plan.hoursMissed.map { $0 == 0 ? "no hour" : "\($0) of the day's 24 hours" } ?? ""
    }
    guard plan.hoursMissed != nil else { return "" }
    let expected = size.targets.contains { $0.hour != nil } ? ", or what is expected of the hour," : ""
    let theirs = formulas.map { "\($0.name)'s in \(words($0.scored))" }.joined(separator: " and ")
    return " But formulas staff every hour for its target, and a plan meets the targets over all measured days: this "
      + "one misses a channel's\(expected) in \(words(plan)), \(theirs). Every hour is asked for by size.reach: "
      + "\"hourly\"."
  }
}

extension StaffLever {
  /// The shift, and the day if it is for one, or that it is for public holidays.
  var words: String {
    shiftName + (isOfHolidays ? " Hol" : "") + (weekday.map { " " + CivilTime.shortWeekdays[$0] } ?? "")
  }

  /// The heads the scenario has: `6`, `5–6` where tours differ, `by hour`.
  var presentWords: String {
    guard let present else { return "by hour" }
    return presentEverywhere.map(String.init) ?? "\(present.lowerBound)\u{2013}\(present.upperBound)"
  }
}

extension SizingTarget {
  /// The figure as a planner calls it: `999 in time`, of an hour `999 10:00`, `P1 attended in time`; other figures by their
  /// names, which need not say that they are of a channel.
  var label: String {
    switch figure.shareInTime {
    case (.channel(let id), nil)?: "\(id) in time"
    case (.channel(let id), let hour?)?: "\(id) \(CivilTime.clock(hour: hour))"
    case (.grade(let id), nil)?: "\(id) attended in time"
    default: figure.path.first == "channels" ? Figure.name(of: figure.path.dropFirst()) : metric
    }
  }

  /// The bound in a few words: `≥ 90.00%`.
  var boundWords: String {
    switch bound {
    case .atLeast(let limit): "\u{2265} \(Quantity.bound(limit, figure.unit))"
    case .atMost(let limit): "\u{2264} \(Quantity.bound(limit, figure.unit))"
    }
  }
}
