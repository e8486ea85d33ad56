// swift-tools-version: 6.2
import PackageDescription

// Puts many random scenarios to the tests that compare logs; nothing in the product depends on it. What is compared, and
// the reference itself, are the test suite's own files: the folders here lead there.
let package = Package(
  name: "watchroom-reference",
  dependencies: [.package(name: "watchroom", path: "../..")],
  targets: [
    .executableTarget(
      name: "watchroom-reference",
      dependencies: [.product(name: "Watchroom", package: "watchroom")])
  ],
  swiftLanguageModes: [.v6]
)
