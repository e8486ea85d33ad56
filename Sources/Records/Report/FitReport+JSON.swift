import DiscreteEvents
import Writing

extension FitReport {
  /// The schema of the JSON document, as it says itself.
  public static let schema = "watchroom/fit/1"

  /// The report for programs, with a newline at its end. Times are in seconds, shares from 0 to 1.
  ///
  /// `rows` are those of the file after its header, `rowsUsed` what was learned from; `leftOut` and `odd` say why how many
  /// were not, or were all the same. `days` go from the first whole one, `firstDay`, to the last, gaps included; `wholeDays`
  /// were recorded, `holidays` among them, which weekdays and busyness were learned without. By channel come counts and
  /// shares as they were recorded (`inTime` is the share of offered that was answered `within`; `overlapping` the share of
  /// answered that overlapped another of the same handler) and what was fitted:
  ///
  /// - `arrivals`: `perYear` as a scenario states it; `dispersion`, the variance of the days' counts about the profile over
  ///   their mean; `busyness`, coefficients of variation, null where chance alone explains the days and hours; `holiday`, how
  ///   many times as many came on holidays as on other days of their weekdays, null where too few were recorded to say.
  /// - `handling`, `wrapUp`: the `family` chosen, of so many times (`count`) with that `mean`; its greatest `distance` from
  ///   the records' distribution function; by `quantiles` the time `recorded` and `fitted`; and of all `families` tried, AIC
  ///   above the least (`excess`) and distance. Null where no row tells.
  /// - `patience`: family and distance likewise, fitted to waits of which those of the answered are censored; `stillWaiting`
  ///   sets Kaplan and Meier's estimate of the share waiting after so many seconds, `recorded`, beside what was fitted.
  ///
  /// By team come the channels it `answers`; its `basis`, `activity` of so many `handlers`, or `formula`, which knows none;
  /// its `heads` by weekday, Monday first, and half-hour; and the `shifts` behind them, if they follow a few, with the heads
  /// that start them by weekday. The same records always give the same bytes.
  public var json: String {
    JSONWriter.document(
      .members([
        "schema": .string(Self.schema), "engine": .string(Engine.name), "records": .string(records.path),
        "rows": .integer(records.rows), "rowsUsed": .integer(records.rowsUsed),
        "leftOut": Self.counts(records.leftOut), "odd": Self.counts(records.odd),
        "firstDay": .string(learned.firstDay.dateText), "days": .integer(learned.days),
        "wholeDays": .integer(learned.wholeDays),
        "holidays": .array(learned.holidays.map { .string($0.dateText) }), "timeZone": .string(learned.timeZone),
        "channels": .object(learned.channels.map { .init(name: $0.name, value: Self.channel($0)) }),
        "teams": .object(learned.teams.map { .init(name: $0.name, value: Self.team($0)) }),
      ]))
  }

  private static func counts(_ kinds: [RowCount]) -> JSONValue {
    .array(kinds.map { .members(["kind": .string($0.kind), "count": .integer($0.count)]) })
  }

  private static func channel(_ channel: LearnedChannel) -> JSONValue {
    let profile = channel.arrivals.profile
    let busyness = profile.busyness.map { busyness in
      JSONValue.members([
        "day": .number(busyness.day), "interval": .number(busyness.interval),
        "correlation": .number(busyness.correlation),
      ])
    }
    return .members([
      "offered": .integer(channel.offered), "answered": .integer(channel.answered),
      "abandoned": .integer(channel.abandoned), "abandonmentRate": .number(channel.abandonmentRate),
      "within": .number(channel.timeLimit), "inTime": .number(channel.inTime),
      "overlapping": .number(channel.overlapping),
      "priority": channel.hasPriority ? .number(channel.priority) : .null,
      "arrivals": .members([
        "perYear": .number(profile.perYear), "dispersion": .number(channel.arrivals.dispersion),
        "busyness": busyness ?? .null,
        "holiday": channel.arrivals.holidayRatio.map(JSONValue.number) ?? .null,
      ]),
      "handling": channel.handling.map(times) ?? .null, "wrapUp": channel.wrapUp.map(times) ?? .null,
      "patience": patience(channel.patience),
    ])
  }

  private static func times(_ fit: DurationFit) -> JSONValue {
    .members([
      "family": .string(fit.family), "count": .integer(fit.count), "mean": .number(fit.mean),
      "distance": .number(fit.distance),
      "quantiles": .array(
        shares.map { share in
          let quantile = fit.quantiles(share)
          return .members([
            "share": .number(share), "recorded": .number(quantile.observed), "fitted": .number(quantile.fitted),
          ])
        }),
      "families": .array(
        fit.candidates.map {
          .members([
            "family": .string($0.family), "excess": .number($0.excess), "distance": .number($0.distance),
          ])
        }),
    ])
  }

  private static func patience(_ fit: PatienceFit) -> JSONValue {
    .members([
      "family": .string(fit.family), "distance": .number(fit.distance),
      "stillWaiting": .array(
        fit.stillWaiting.map { point in
          .members([
            "after": .number(point.time), "recorded": .number(point.share),
            "fitted": .number(fit.share(waiting: point.time)),
          ])
        }),
    ])
  }

  static func team(_ team: LearnedTeam) -> JSONValue {
    let (basis, handlers): (String, JSONValue) =
      switch team.basis {
      case .activity(let handlers): ("activity", .integer(handlers))
      case .formula: ("formula", .null)
      }
    let halfHour = 1_800
    return .members([
      "answers": .array(team.answers.map(JSONValue.string)), "basis": .string(basis), "handlers": handlers,
      "heads": .array(team.heads.map { .array($0.map(JSONValue.integer)) }),
      "shifts": .array(
        team.shifts.map { shift in
          .members([
            "start": .string(LearnedScenario.clock(shift.start)), "length": .integer(shift.length * halfHour),
            "heads": .array(shift.heads.map(JSONValue.integer)),
          ])
        }),
    ])
  }
}
