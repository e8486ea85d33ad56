/// A column of a table, or a field of an object, and what stands in it.
struct ExportColumn {
  var name: String
  /// What it means, beginning with its unit where it has one.
  var meaning: String

  init(_ name: String, _ meaning: String) {
    self.name = name
    self.meaning = meaning
  }
}
