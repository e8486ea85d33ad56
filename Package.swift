// swift-tools-version: 6.2
import PackageDescription

// The floors of the house, lowest first: a target may depend only on targets above its own line in this list.
let package = Package(
  name: "watchroom",
  products: [
    .executable(name: "watchroom", targets: ["WatchroomCommand"]),
    .library(name: "Watchroom", targets: ["Watchroom"]),
  ],
  targets: [
    // Floor 1: time, the calendar of pending occurrences, keyed randomness, distributions, portable mathematics.
    .target(name: "DiscreteEvents"),
    // And what a misspelt name was meant to be.
    .target(name: "Spelling"),

    // Floor 2: the domain. What a scenario is, what can happen, how the world changes, how it decides.
    .target(name: "ContactCentre", dependencies: ["DiscreteEvents"]),

    // Floor 3: figures out of events.
    .target(name: "Metrics", dependencies: ["ContactCentre", "DiscreteEvents"]),
    // The log of a run as a file.
    .target(name: "Ledger", dependencies: ["ContactCentre", "DiscreteEvents"], exclude: ["Format.md"]),

    // Floor 4: text in, which may name the log of a run.
    .target(name: "ScenarioFile", dependencies: ["Ledger", "ContactCentre", "DiscreteEvents", "Spelling"]),
    // Many replications of one scenario.
    .target(
      name: "Experiments", dependencies: ["Ledger", "Metrics", "ContactCentre", "DiscreteEvents", "Spelling"]),

    // Floor 5: what a planner asks beyond one run; what records tell; and results as people and programs read them.
    .target(name: "Planning", dependencies: ["Experiments", "Metrics", "ContactCentre", "DiscreteEvents"]),
    .target(
      name: "Records", dependencies: ["Planning", "ScenarioFile", "ContactCentre", "DiscreteEvents", "Spelling"]),
    // What is moved until published figures are reproduced.
    .target(
      name: "Calibration",
      dependencies: ["Experiments", "Metrics", "ScenarioFile", "ContactCentre", "DiscreteEvents", "Spelling"]),
    .target(
      name: "Reporting",
      dependencies: [
        "Planning", "Records", "Calibration", "Experiments", "Metrics", "ScenarioFile", "ContactCentre",
        "DiscreteEvents",
      ]),

    // Floor 6: the two doors, a library and a command.
    .target(
      name: "Watchroom",
      dependencies: [
        "DiscreteEvents", "ContactCentre", "ScenarioFile", "Metrics", "Ledger", "Experiments", "Planning", "Records",
        "Calibration", "Reporting",
      ]),
    .executableTarget(name: "WatchroomCommand", dependencies: ["Watchroom", "Spelling"]),

    .testTarget(name: "DiscreteEventsTests", dependencies: ["DiscreteEvents"]),
    .testTarget(name: "SpellingTests", dependencies: ["Spelling"]),
    .testTarget(name: "ContactCentreTests", dependencies: ["ContactCentre", "DiscreteEvents"]),
    .testTarget(
      name: "ScenarioFileTests", dependencies: ["ScenarioFile", "Ledger", "ContactCentre", "DiscreteEvents"]),
    .testTarget(name: "MetricsTests", dependencies: ["Metrics", "ContactCentre", "DiscreteEvents"]),
    .testTarget(
      name: "LedgerTests", dependencies: ["Ledger", "ContactCentre", "DiscreteEvents"], exclude: ["Fixtures"]),
    .testTarget(name: "ExperimentsTests", dependencies: ["Watchroom"]),
    .testTarget(name: "PlanningTests", dependencies: ["Planning", "Watchroom"]),
    .testTarget(name: "RecordsTests", dependencies: ["Records", "Watchroom"]),
    .testTarget(name: "CalibrationTests", dependencies: ["Calibration", "Watchroom"]),
    .testTarget(name: "ReportingTests", dependencies: ["Watchroom"]),
    // As in a package of somebody's own: with one import.
    .testTarget(name: "LibraryTests", dependencies: ["Watchroom"]),
    .testTarget(
      name: "CommandTests", dependencies: ["WatchroomCommand", "Watchroom", "Ledger"],
      exclude: ["Hostile/Corpus"]),
  ],
  swiftLanguageModes: [.v6]
)
