// swift-tools-version: 6.2
import PackageDescription

// Measures the ledger; nothing in the product depends on it. A package of its own, so that building the product never
// builds it.
let package = Package(
  name: "watchroom-ledger-bench",
  dependencies: [.package(name: "watchroom", path: "../../..")],
  targets: [
    .executableTarget(
      name: "watchroom-ledger-bench",
      dependencies: [.product(name: "Watchroom", package: "watchroom")])
  ],
  swiftLanguageModes: [.v6]
)
