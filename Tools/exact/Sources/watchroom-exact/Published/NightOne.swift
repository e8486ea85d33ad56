import Watchroom

/// The model Watchroom is timed on, Scenarios/night-1.json5, against what other programs found for it: a C++ loop, Cimba,
/// SimPy, Ciw, salabim and simmer, which agree. Means of 10 runs of 365 days, and half-widths of 95 % intervals.
func proveNightOne(scenarios: String, jobs: Int) throws(ScenarioError) -> Bool {
  let runs = 10
  let scenario = try ScenarioReader.read(path: "\(scenarios)/night-1.json5", settings: ["calendar.days=365"]).scenario
  let result = Experiment(plan: Plan(scenario), seed: 1, replications: runs, jobs: jobs).run()
  var comparison = Comparison()
  for (name, metric, mean, halfWidth) in [
    ("999 in time, of offered", "channels.999.serviceLevel.ofOffered", 0.9874, 0.0003),
    ("999 give up", "channels.999.abandonmentRate", 0.00179, 0.00005),
    ("999 mean wait of answered, s", "channels.999.speedOfAnswer.mean", 0.297, 0.007),
    ("101 in time, of offered", "channels.101.serviceLevel.ofOffered", 0.9977, 0.0002),
    ("101 give up", "channels.101.abandonmentRate", 0.00184, 0.00007),
    ("101 mean wait of answered, s", "channels.101.speedOfAnswer.mean", 1.57, 0.05),
  ] {
    let estimate = result.estimate(metric) ?? Estimate(mean: .nan)
    let half = estimate.halfWidth ?? .nan
    comparison.compare(
      name, Measured(estimate.mean, estimate.mean - half, estimate.mean + half, runs: runs),
      with: Measured(mean, mean - halfWidth, mean + halfWidth, runs: runs))
  }
  return comparison.holds
}
