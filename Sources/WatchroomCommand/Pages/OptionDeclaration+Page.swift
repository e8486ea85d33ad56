extension OptionDeclaration {
  static let reportPage = OptionDeclaration(
    name: "report", value: .path, placeholder: "FILE.html",
    help: "write a page with charts as well, one file that any browser opens", leaves: .file(.page))
  static let beside = OptionDeclaration(
    name: "beside", value: .path, placeholder: "LEDGER",
    help: "with --report, play another recorded night back beside this one")
}
