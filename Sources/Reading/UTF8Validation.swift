/// How some programs begin a UTF-8 file. It says nothing and is passed over.
let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

/// The position of the first byte that cannot be part of UTF-8 text, or nil where all can. O(bytes).
func firstInvalidUTF8(in bytes: [UInt8]) -> Int? {
  do throws(UTF8.ValidationError) {
    _ = try UTF8Span(validating: bytes.span)
    return nil
  } catch {
    return error.byteOffsets.lowerBound
  }
}
