// swift-tools-version: 6.2
import PackageDescription

// Proves Watchroom against queueing theory and published results; nothing in the product depends on it.
let package = Package(
  name: "watchroom-exact",
  dependencies: [.package(name: "watchroom", path: "../..")],
  targets: [
    .executableTarget(
      name: "watchroom-exact",
      dependencies: [.product(name: "Watchroom", package: "watchroom")])
  ],
  swiftLanguageModes: [.v6]
)
