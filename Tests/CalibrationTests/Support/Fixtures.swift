import Watchroom

@testable import Calibration
@testable import ScenarioFile

/// A parameter that stands nowhere, for searches of functions that are no scenarios.
func parameter(
  _ name: String, _ range: ClosedRange<Double>, start: Double, role: FreeParameter.Role = .value, isWhole: Bool = false,
  isLogarithmic: Bool = false, at values: [Double] = [1]
) -> PlacedParameter {
  let place = Place(origin: .file("test"))
  return PlacedParameter(
    parameter: FreeParameter(
      name: name, paths: [ScenarioPath([name])], role: role, range: range, isWhole: isWhole,
      isLogarithmic: isLogarithmic, place: place),
    start: start,
    spots: values.indices.map { .init(path: ScenarioPath([name, String($0)]), value: values[$0], isText: false) })
}

/// An aim at `value`, give or take `tolerance`.
func aim(_ value: Double, _ tolerance: Double = 1, weight: Double = 1, target: Int = 0) -> Aim {
  Aim(target: target, centre: value, scale: tolerance, allowsLess: false, allowsMore: false, weight: weight)
}

/// Searches for where `function`, of the parameters' values, comes near all aims.
func search(
  _ parameters: [PlacedParameter], _ aims: [Aim], limit: Int = 200, _ function: @escaping ([Double]) -> [Double]?
) -> Search.Found? {
  let search = Search(
    space: SearchSpace(parameters: parameters), aims: aims,
    measure: { points in
      points.map { function($0).map { figures in zip(aims, figures).map { $0.distance($1) } } }
    }, limit: limit)
  return search.run()
}

/// A small scenario whose patience, handling time and staff are not known.
enum SmallScenario {
  static let text = """
    {
      calendar: { start: "2022-07-18T00:00", days: 1, timeZone: "Europe/London" },
      channels: {
        "999": {
          arrivals: { perYear: 400000 }, patience: { exponential: { mean: "9m" } },
          handling: { lognormal: { mean: 150, cv: 0.8 } }, target: { share: 0.9, within: "10s" },
        },
      },
      teams: { contact: { answers: ["999"], staff: { byHour: \([Int](repeating: 6, count: 24)) } } },
      calibrate: {
        patience: { path: "channels.999.patience.exponential.mean", from: "1m", to: "20m", log: true },
        handling: { path: "channels.999.handling.lognormal.mean", from: 100, to: "10m" },
        heads: { path: "teams.contact.staff.byHour.*", from: 3, to: 9, whole: true },
      },
    }
    """

  /// What the scenario gives with 3 minutes of patience, 4 minutes of handling and four heads.
  static let truth = [180.0, 240, 4]

  static let targets: [PublishedTarget] = [
    ("in time", "channels.999.serviceLevel.ofOffered", 0.01), ("abandoned", "channels.999.abandonmentRate", 0.01),
    ("mean wait", "channels.999.speedOfAnswer.mean", 3), ("handling", "channels.999.handleTime.mean", 2),
    ("occupancy", "teams.contact.occupancy", 0.02),
  ].map { PublishedTarget(name: $0.0, metric: .figure($0.1), value: 0, tolerance: $0.2) }

  /// A calibration of the scenario, which starts at twice the staff, towards what its truth gives.
  static func calibration(jobs: Int? = nil, limit: Int? = nil) throws -> Calibration {
    let files = MemoryFiles(["s.json5": text])
    let read = try ScenarioReader.read(path: "s.json5", files: files)
    let model = ScenarioModel(
      parameters: try read.placedParameters(), paths: Calibration.paths(of: targets), seed: 1, replications: 1,
      read: { try? ScenarioReader.read(path: "s.json5", settings: $0, files: files).scenario })
    let figures = model.figures(at: truth) ?? []
    let aimed = zip(targets, figures).map { target, figure in
      var target = target
      target.value = figure
      return target
    }
    return Calibration(
      model: model, targets: aimed, catalogue: FigureCatalogue(plan: Plan(read.scenario)), jobs: jobs, limit: limit,
      confirmations: 3)
  }
}
