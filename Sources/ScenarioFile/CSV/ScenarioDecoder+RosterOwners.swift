import Reading

/// Whose the tours of a roster file are.
extension ScenarioDecoder {
  /// Notes that the people of a roster file would be rostered once more: by a second team, where the file does not say whose
  /// each tour is, or where two are of one name, as the officers and the diary of a hub are. `saysTeams` is whether it does,
  /// and `cursor` that of the value that names the file for `owner`.
  func checkOwner(_ owner: String, of file: NamedFile, saysTeams: Bool, _ cursor: Cursor) {
    let path = FilePath.normalised(file.path)
    let others = rosterOwners[path, default: []]
    rosterOwners[path] = others + [owner]
    guard let other = others.first(where: { !saysTeams || $0 == owner }) else { return }
    let isSameName = other == owner
    log.error(
      cursor.place, cursor.path,
      "everybody in “\(file.path)” is in “\(other.prefix(60))” already, and would be "
        + (isSameName ? "there twice" : "in “\(owner.prefix(60))” as well"),
      isSameName
        ? "give each a file of its own"
        : "add a column “team” that says whose each tour is, or give each team a file of its own")
  }
}
