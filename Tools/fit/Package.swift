// swift-tools-version: 6.2
import PackageDescription

// Proves that what is learned from records made by Watchroom behaves as what made them; nothing in the product depends on
// it.
let package = Package(
  name: "watchroom-fit",
  dependencies: [.package(name: "watchroom", path: "../..")],
  targets: [
    .executableTarget(
      name: "watchroom-fit",
      dependencies: [.product(name: "Watchroom", package: "watchroom")])
  ],
  swiftLanguageModes: [.v6]
)
