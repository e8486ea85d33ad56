import Spelling

/// "did you mean …?" where a name is near, or else the list of those there are.
package func suggestion(for word: String, among names: [String], noun: String) -> String {
  if let near = nearestName(to: word, among: names) { return "did you mean “\(near)”?" }
  if names.isEmpty { return "there are no \(noun)" }
  let shown = names.prefix(24).joined(separator: ", ")
  return "the \(noun) are \(shown)\(names.count > 24 ? ", …" : "")"
}
