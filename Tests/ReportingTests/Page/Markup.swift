/// The elements of a page, read as strictly as a page of Watchroom is written: every attribute quoted, every element ended.
struct Markup {
  struct Fault: Error {
    let message: String
  }

  private(set) var tags: [String] = []
  private(set) var text = ""
  private static let endless = ["meta", "input", "!DOCTYPE"]

  init(_ html: String) throws {
    var rest = Substring(html)
    var open: [String] = []
    while let start = rest.firstIndex(of: "<") {
      text += rest[..<start]
      rest = rest[start...].dropFirst()
      guard let end = rest.firstIndex(of: ">") else { throw Fault(message: "a tag does not end") }
      let tag = rest[..<end]
      rest = rest[end...].dropFirst()
      if tag.hasPrefix("/") {
        guard open.popLast() == String(tag.dropFirst()) else { throw Fault(message: "</\(tag)> ends nothing") }
        continue
      }
      let name = String(tag.prefix { !$0.isWhitespace && $0 != "/" })
      tags.append(String(tag))
      guard tag.filter({ $0 == "\"" }).count.isMultiple(of: 2) else { throw Fault(message: "<\(tag)> is not quoted") }
      if tag.hasSuffix("/") || Self.endless.contains(name) { continue }
      if name == "script" || name == "style" {
        guard let close = rest.firstRange(of: "</\(name)>") else { throw Fault(message: "<\(name)> does not end") }
        rest = rest[close.upperBound...]
        continue
      }
      open.append(name)
    }
    guard open.isEmpty else { throw Fault(message: "\(open) do not end") }
  }

  func count(_ beginning: String) -> Int { tags.count { $0.hasPrefix(beginning) } }
}
