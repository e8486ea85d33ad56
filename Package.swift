// swift-tools-version: 6.2
import PackageDescription

// The floors of the house, lowest first: a target may depend only on targets above its own line in this list.
let package = Package(
  name: "watchroom",
  // The locks and atomics of Synchronization, and integers of 128 bits, came with macOS 15.
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "watchroom", targets: ["WatchroomCommand"]),
    .library(name: "Watchroom", targets: ["Watchroom"]),
  ],
  targets: [
    // Floor 1: time, the calendar of pending occurrences, keyed randomness, distributions, portable mathematics.
    .target(name: "DiscreteEvents"),
    // And what a misspelt name was meant to be.
    .target(name: "Spelling"),
    // Text on its way in: files, JSON5 and CSV, and what is wrong with them, with its place and a remedy.
    .target(name: "Reading", dependencies: ["Spelling"]),
    // Text on its way out: numbers and times as people read them, tables, JSON, markup.
    .target(name: "Writing", dependencies: ["DiscreteEvents"]),

    // Floor 2: the domain. What a contact centre is, who comes, who is rostered, and what can happen in it.
    .target(name: "ContactCentre", dependencies: ["DiscreteEvents"]),
    // What queues come to by formulas alone.
    .target(name: "Erlang", dependencies: ["Writing", "DiscreteEvents"]),

    // Floor 3: how the world changes, and how it decides what happens next.
    .target(name: "Simulator", dependencies: ["ContactCentre", "DiscreteEvents"]),
    // Figures out of events.
    .target(name: "Metrics", dependencies: ["ContactCentre", "DiscreteEvents"]),
    // The log of a run as a file.
    .target(name: "Ledger", dependencies: ["ContactCentre", "DiscreteEvents"], exclude: ["Format.md"]),
    // The events of a run for other programs.
    .target(name: "Export", dependencies: ["ContactCentre", "Writing", "DiscreteEvents"]),

    // Floor 4: scenarios out of text, which may name the log of a run.
    .target(
      name: "ScenarioFile",
      dependencies: ["Ledger", "ContactCentre", "Reading", "Writing", "DiscreteEvents", "Spelling"]),
    // Many replications of one scenario.
    .target(
      name: "Experiments",
      dependencies: ["Ledger", "Metrics", "Simulator", "ContactCentre", "DiscreteEvents", "Spelling"]),
    // What results come to: whether targets are met, which figures of a comparison matter, where they came from.
    .target(
      name: "Findings", dependencies: ["Experiments", "Metrics", "ContactCentre", "Writing", "DiscreteEvents"]),

    // Floor 5: what a planner asks beyond one run, and what records tell; each says its own answer.
    .target(
      name: "Planning",
      dependencies: [
        "Findings", "Experiments", "Metrics", "Simulator", "ContactCentre", "Erlang", "Writing", "DiscreteEvents",
      ]),
    .target(
      name: "Records",
      dependencies: ["ScenarioFile", "ContactCentre", "Erlang", "Reading", "Writing", "DiscreteEvents", "Spelling"]),
    // What is moved until published figures are reproduced.
    .target(
      name: "Calibration",
      dependencies: [
        "Findings", "ScenarioFile", "Experiments", "Metrics", "ContactCentre", "Reading", "Writing", "DiscreteEvents",
        "Spelling",
      ]),
    // Results of runs as text, JSON and JUnit.
    .target(
      name: "Reporting",
      dependencies: [
        "Findings", "ScenarioFile", "Experiments", "Metrics", "Simulator", "ContactCentre", "Reading", "Writing",
        "DiscreteEvents",
      ]),
    // Results as pages to look at.
    .target(
      name: "Pages",
      dependencies: [
        "Planning", "Findings", "Experiments", "Metrics", "Simulator", "ContactCentre", "Writing", "DiscreteEvents",
      ]),

    // Floor 6: the two doors, a library and a command.
    .target(
      name: "Watchroom",
      dependencies: [
        "DiscreteEvents", "Reading", "Writing", "ContactCentre", "Erlang", "Simulator", "Metrics", "Ledger", "Export",
        "ScenarioFile", "Experiments", "Findings", "Planning", "Records", "Calibration", "Reporting", "Pages",
      ]),
    .executableTarget(name: "WatchroomCommand", dependencies: ["Watchroom", "Spelling"]),

    .testTarget(name: "DiscreteEventsTests", dependencies: ["DiscreteEvents"]),
    .testTarget(name: "SpellingTests", dependencies: ["Spelling"]),
    .testTarget(name: "ErlangTests", dependencies: ["Erlang", "DiscreteEvents"]),
    .testTarget(name: "ContactCentreTests", dependencies: ["ContactCentre", "DiscreteEvents"]),
    // Its scenarios are those of the target above: a link leads there.
    .testTarget(name: "SimulatorTests", dependencies: ["Simulator", "ContactCentre", "DiscreteEvents"]),
    .testTarget(
      name: "ScenarioFileTests",
      dependencies: ["ScenarioFile", "Reading", "Ledger", "Simulator", "ContactCentre", "DiscreteEvents"]),
    .testTarget(name: "MetricsTests", dependencies: ["Metrics", "Simulator", "ContactCentre", "DiscreteEvents"]),
    .testTarget(
      name: "LedgerTests", dependencies: ["Ledger", "Simulator", "ContactCentre", "DiscreteEvents"],
      exclude: ["Fixtures"]),
    .testTarget(
      name: "ExperimentsTests",
      dependencies: ["Watchroom", "Experiments", "Metrics", "Simulator", "ContactCentre", "DiscreteEvents"]),
    .testTarget(name: "PlanningTests", dependencies: ["Watchroom", "Planning", "Experiments"]),
    .testTarget(
      name: "RecordsTests",
      dependencies: ["Records", "ScenarioFile", "Simulator", "ContactCentre", "Reading", "Writing", "DiscreteEvents"]),
    .testTarget(name: "CalibrationTests", dependencies: ["Watchroom", "Calibration", "ScenarioFile"]),
    .testTarget(
      name: "ReportingTests",
      dependencies: [
        "Watchroom", "Reporting", "Pages", "Findings", "ScenarioFile", "Experiments", "Export", "Metrics",
        "ContactCentre", "Writing", "DiscreteEvents",
      ]),
    // As in a package of somebody's own: with one import.
    .testTarget(name: "LibraryTests", dependencies: ["Watchroom"]),
    .testTarget(
      name: "CommandTests", dependencies: ["WatchroomCommand", "Watchroom", "Ledger"],
      exclude: ["Hostile/Corpus"]),
  ],
  swiftLanguageModes: [.v6]
)
