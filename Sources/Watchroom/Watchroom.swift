// The whole house under one name: `import Watchroom` is all a test of service levels needs.
@_exported import Calibration
@_exported import ContactCentre
@_exported import DiscreteEvents
@_exported import Erlang
@_exported import Experiments
@_exported import Export
@_exported import Findings
@_exported import Ledger
@_exported import Metrics
@_exported import Pages
@_exported import Planning
@_exported import Reading
@_exported import Records
@_exported import Reporting
@_exported import ScenarioFile
@_exported import Simulator
@_exported import Writing
