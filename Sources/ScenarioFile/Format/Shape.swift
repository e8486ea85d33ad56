import ContactCentre

/// What a value in a scenario file may look like. Decoder and schema both read it from here.
indirect enum Shape: Sendable {
  /// Any text.
  case text
  /// One of these words.
  case choice([String])
  /// `true` or `false`.
  case flag
  /// A number in a range.
  case number(NumberRange)
  /// A whole number in a range.
  case whole(ClosedRange<Int>)
  /// Seconds, or a text such as `"3m53s"`; the range is in seconds.
  case duration(NumberRange)
  /// A moment, such as `"2022-07-22T07:00"`.
  case instant
  /// A day, such as `"2022-07-18"`.
  case date
  /// A time of day, such as `"07:00"`.
  case clock
  /// So many values of one shape.
  case list(Shape, count: ClosedRange<Int>)
  /// A list of exactly these.
  case tuple([Shape])
  /// Values under names the author chooses, so many at most.
  case dictionary(Shape, limit: Int)
  /// Values under some of these names.
  case named([String], Shape)
  /// An object with known keys.
  case object(ObjectFormat)
  /// A distribution; `endless` where it may say that something never happens.
  case distribution(endless: Bool)
  /// Who is rostered: `byHour`, `csv`, `rotation`, or heads by shift.
  case staff
  /// This, or `null` for nothing.
  case orNull(Shape)
  /// Either of these.
  case either(Shape, Shape)
}

/// An interval of numbers.
struct NumberRange: Sendable {
  var lower: Double
  var upper: Double
  /// Whether `lower` itself is outside.
  var excludesLower = false

  init(_ range: ClosedRange<Double>) {
    lower = range.lowerBound
    upper = range.upperBound
  }

  /// More than zero, up to a bound.
  static func positive(to upper: Double) -> NumberRange {
    var range = NumberRange(0...upper)
    range.excludesLower = true
    return range
  }

  /// Zero up to a bound.
  static func nonNegative(to upper: Double) -> NumberRange {
    NumberRange(0...upper)
  }

  /// A share of something.
  static let share = NumberRange(0...1)

  /// Any duration, zero included.
  static let duration = nonNegative(to: Limits.seconds)

  /// Any duration but zero.
  static let positiveDuration = positive(to: Limits.seconds)

  /// False for what is not a number.
  func contains(_ value: Double) -> Bool {
    (excludesLower ? value > lower : value >= lower) && value <= upper
  }
}

/// The keys of one kind of object.
///
/// A class so that formats may contain one another, and their identity names them in the schema.
final class ObjectFormat: Sendable {
  /// A key and what stands behind it.
  struct Key: Sendable {
    var name: String
    var shape: @Sendable () -> Shape
    var isRequired: Bool
    /// Another key that spares a required one.
    var unless: String?
    /// What an author could write, where the shape's own example would be strange.
    var example: String?
    var description: String
  }

  /// What it is called in the schema and, in words, in messages, for example `channel`.
  let name: String
  /// What messages call it where its name in words would not do; nil where it does.
  let noun: String?
  let description: String
  let keys: [Key]
  /// Sets of keys of which only one may be used, and of which one must be; keys in none of them may always be.
  /// A required key in a set is required where the set is used.
  let alternatives: [[String]]
  /// Keys that people look for here and that are called otherwise: what to write instead.
  let synonyms: [String: String]

  init(
    _ name: String, _ description: String, noun: String? = nil, alternatives: [[String]] = [],
    synonyms: [String: String] = [:], keys: [Key]
  ) {
    self.name = name
    self.noun = noun
    self.description = description
    self.keys = keys
    self.alternatives = alternatives
    self.synonyms = synonyms
  }

  func key(_ name: String) -> Key? {
    keys.first { $0.name == name }
  }
}

extension ObjectFormat.Key {
  /// A key that may be left out.
  static func optional(
    _ name: String, _ shape: @autoclosure @escaping @Sendable () -> Shape, _ description: String
  ) -> ObjectFormat.Key {
    ObjectFormat.Key(name: name, shape: shape, isRequired: false, description: description)
  }

  /// A key that must be there, unless the key `unless` is.
  static func required(
    _ name: String, _ shape: @autoclosure @escaping @Sendable () -> Shape, unless: String? = nil,
    example: String? = nil, _ description: String
  ) -> ObjectFormat.Key {
    ObjectFormat.Key(
      name: name, shape: shape, isRequired: true, unless: unless, example: example, description: description)
  }
}
