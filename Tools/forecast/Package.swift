// swift-tools-version: 6.2
import PackageDescription

// Makes histories to try forecasts on; nothing in the product depends on it.
let package = Package(
  name: "watchroom-histories",
  dependencies: [.package(name: "watchroom", path: "../..")],
  targets: [
    .executableTarget(
      name: "watchroom-histories",
      dependencies: [.product(name: "Watchroom", package: "watchroom")])
  ],
  swiftLanguageModes: [.v6]
)
