import DiscreteEvents

/// What an outcome opens, as plain data.
package struct OpeningRule: BitwiseCopyable {
  /// The grade of the incident, or ``ResponseTables/noGrade``.
  package var grade: UInt8
  /// Whether it opens a while after the answer, rather than when the conversation is over.
  package var isEarly: Bool
  /// How long after the answer.
  package var after: Sampler
}
