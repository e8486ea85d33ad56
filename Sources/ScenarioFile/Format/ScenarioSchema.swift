import Reading

/// The scenario format as a JSON Schema, for editors.
///
/// Written from the same table as the decoder reads by, so the two know the same keys. It is looser than the reader where
/// a schema cannot follow: names that must resolve, shares that must sum, durations too long.
///
/// A file with `extends` is held to the looser `partialScenario`, in which nothing is required and anything may be null,
/// because its base may say the rest; overlays, which may be lists of patches, can be checked by naming `overlay`.
public enum ScenarioSchema {
  /// The schema (draft 2020-12) as JSON text.
  public static let json: String = tree.text(isIndented: true) + "\n"

  private static var tree: JSONTree {
    .object([
      ("$schema", .text("https://json-schema.org/draft/2020-12/schema")),
      ("title", .text("Watchroom scenario")),
      ("description", .text(ScenarioFormat.scenario.description)),
      ("if", .object([("type", .text("object")), ("required", .list([.text("extends")]))])),
      ("then", SchemaWriter(isPartial: true).reference(ScenarioFormat.scenario)),
      ("else", SchemaWriter(isPartial: false).reference(ScenarioFormat.scenario)),
      ("$defs", .object(definitions)),
    ])
  }

  private static var definitions: [(String, JSONTree)] {
    let formats = ScenarioFormat.scenario.withEverythingInside
    let patch = SchemaWriter(isPartial: true).reference(ScenarioFormat.scenario)
    let overlay = JSONTree.object([
      ("anyOf", .list([patch, .object([("type", .text("array")), ("items", patch)])]))
    ])
    return [("overlay", overlay)]
      + [false, true].flatMap { isPartial in
        let writer = SchemaWriter(isPartial: isPartial)
        return formats.map { (writer.name($0), writer.schema($0)) }
      }
  }
}

/// Writes what shapes and formats look like in JSON Schema.
private struct SchemaWriter {
  /// Whether values are parts of a merge patch.
  let isPartial: Bool

  func name(_ format: ObjectFormat) -> String {
    isPartial ? "partial\(format.name.prefix(1).uppercased())\(format.name.dropFirst())" : format.name
  }

  func reference(_ format: ObjectFormat) -> JSONTree {
    .object([("$ref", .text("#/$defs/\(name(format))"))])
  }

  func schema(_ format: ObjectFormat) -> JSONTree {
    let properties = format.keys.map { key in
      (key.name, member(key.shape()).adding([("description", .text(key.description))]))
    }
    var parts: [(String, JSONTree)] = [
      ("description", .text(format.description)), ("type", .text("object")), ("properties", .object(properties)),
      ("additionalProperties", .flag(false)),
    ]
    if !isPartial {
      let required = format.keys.filter { key in
        key.isRequired && !format.alternatives.contains { $0.contains(key.name) }
      }
      if !required.isEmpty { parts.append(("required", .list(required.map { .text($0.name) }))) }
      if !format.alternatives.isEmpty {
        parts.append(("oneOf", .list(format.alternatives.map { alternative($0, of: format) })))
      }
    }
    return .object(parts)
  }

  /// The required keys of one alternative, and none of the others'.
  private func alternative(_ names: [String], of format: ObjectFormat) -> JSONTree {
    let required = names.filter { format.key($0)?.isRequired == true }
    let others = format.alternatives.filter { $0 != names }.joined()
    let properties = ("properties", JSONTree.object(others.map { ($0, .flag(false)) }))
    let spared = required.map { format.key($0)?.unless ?? $0 }
    if spared == required { return .object([("required", .list(required.map { .text($0) })), properties]) }
    let ways = [required, spared].map { JSONTree.object([("required", .list($0.map { .text($0) }))]) }
    return .object([("anyOf", .list(ways)), properties])
  }

  /// A value of a key, which a patch may also remove.
  private func member(_ shape: Shape) -> JSONTree {
    let schema = schema(shape)
    return isPartial ? .object([("anyOf", .list([schema, .object([("type", .text("null"))])]))]) : schema
  }

  private func schema(_ shape: Shape) -> JSONTree {
    switch shape {
    case .text: return .object([("type", .text("string"))])
    case .choice(let words): return .object([("enum", .list(words.map { .text($0) }))])
    case .flag: return .object([("type", .text("boolean"))])
    case .number(let range): return number(range)
    case .whole(let range):
      return .object([
        ("type", .text("integer")), ("minimum", .number(Double(range.lowerBound))),
        ("maximum", .number(Double(range.upperBound))),
      ])
    case .duration(let range): return .object([("anyOf", .list([number(range), string(DurationText.pattern)]))])
    case .instant: return string(InstantText.pattern)
    case .date: return string(InstantText.datePattern)
    case .clock: return string(InstantText.clockPattern)
    case .list(let element, let count):
      // A patch replaces a list as a whole, so what is in one is never partial.
      return .object([
        ("type", .text("array")), ("items", SchemaWriter(isPartial: false).schema(element)),
        ("minItems", .number(Double(count.lowerBound))), ("maxItems", .number(Double(count.upperBound))),
      ])
    case .tuple(let elements):
      return .object([
        ("type", .text("array")), ("prefixItems", .list(elements.map(schema))), ("items", .flag(false)),
        ("minItems", .number(Double(elements.count))),
      ])
    case .dictionary(let value, let limit):
      return .object([
        ("type", .text("object")), ("additionalProperties", member(value)), ("maxProperties", .number(Double(limit))),
      ])
    case .named(let names, let value):
      return .object([
        ("type", .text("object")), ("properties", .object(names.map { ($0, member(value)) })),
        ("additionalProperties", .flag(false)),
      ])
    case .object(let format): return reference(format)
    case .distribution: return reference(ScenarioFormat.distribution)
    case .staff: return staff
    case .orNull(let shape): return .object([("anyOf", .list([schema(shape), .object([("type", .text("null"))])]))])
    case .either(let first, let second): return .object([("anyOf", .list([schema(first), schema(second)]))])
    }
  }

  private var staff: JSONTree {
    let reserved = ScenarioFormat.reservedShiftNames.map { JSONTree.text($0) }
    let byShift = JSONTree.object([
      ("type", .text("object")), ("propertyNames", .object([("not", .object([("enum", .list(reserved))]))])),
      ("additionalProperties", member(ScenarioFormat.shiftHeads)),
    ])
    let others = [ScenarioFormat.staffByHour, ScenarioFormat.staffFromFile, ScenarioFormat.staffInRotation]
    return .object([("anyOf", .list([byShift] + others.map(reference)))])
  }

  private func number(_ range: NumberRange) -> JSONTree {
    .object([
      ("type", .text("number")),
      (range.excludesLower ? "exclusiveMinimum" : "minimum", .number(range.lower)),
      ("maximum", .number(range.upper)),
    ])
  }

  private func string(_ pattern: String) -> JSONTree {
    .object([("type", .text("string")), ("pattern", .text(pattern))])
  }
}

extension ObjectFormat {
  /// This format and all that can be reached from it, each once, in the order they are met.
  var withEverythingInside: [ObjectFormat] {
    var found: [ObjectFormat] = []
    func visit(_ shape: Shape) {
      switch shape {
      case .object(let format): visit(format)
      case .distribution: visit(ScenarioFormat.distribution)
      case .staff:
        visit(ScenarioFormat.staffByHour)
        visit(ScenarioFormat.staffFromFile)
        visit(ScenarioFormat.staffInRotation)
      case .list(let inner, _), .dictionary(let inner, _), .named(_, let inner), .orNull(let inner): visit(inner)
      case .tuple(let inner): inner.forEach { visit($0) }
      case .either(let first, let second):
        visit(first)
        visit(second)
      case .text, .choice, .flag, .number, .whole, .duration, .instant, .date, .clock: break
      }
    }
    func visit(_ format: ObjectFormat) {
      guard !found.contains(where: { $0 === format }) else { return }
      found.append(format)
      for key in format.keys { visit(key.shape()) }
    }
    visit(self)
    return found
  }
}

/// Values made here, not read.
extension JSONTree {
  private static let nowhere = Place(origin: .file("schema"))

  fileprivate static func object(_ members: [(String, JSONTree)]) -> JSONTree {
    JSONTree(.object(members.map { Member(name: $0, namePlace: nowhere, value: $1) }), at: nowhere)
  }

  fileprivate static func list(_ elements: [JSONTree]) -> JSONTree { JSONTree(.array(elements), at: nowhere) }

  fileprivate static func text(_ text: String) -> JSONTree { JSONTree(.string(text), at: nowhere) }

  fileprivate static func flag(_ flag: Bool) -> JSONTree { JSONTree(.bool(flag), at: nowhere) }

  fileprivate static func number(_ value: Double) -> JSONTree {
    JSONTree(.number(JSONNumber(text: "\(value)", value: value)), at: nowhere)
  }

  fileprivate func adding(_ more: [(String, JSONTree)]) -> JSONTree {
    guard case .object(let members) = value else { return self }
    return .object(members.map { ($0.name, $0.value) } + more)
  }
}
