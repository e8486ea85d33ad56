// swift-tools-version: 6.2
import PackageDescription

// Throws hostile input at every parser; nothing in the product depends on it. The command's sources are linked in, because
// a program cannot import a program.
let package = Package(
  name: "watchroom-fuzz",
  dependencies: [.package(name: "watchroom", path: "../..")],
  targets: [
    .executableTarget(
      name: "watchroom-fuzz",
      dependencies: [.product(name: "Watchroom", package: "watchroom")],
      exclude: ["Command/Main.swift"])
  ],
  swiftLanguageModes: [.v6]
)
