import Foundation
import Reading
import ScenarioFile
import Testing

@Suite("JSON5")
struct JSON5Tests {
  private func parse(_ text: String) throws -> JSONTree {
    try JSONTree(json5: Array(text.utf8), origin: .file("f"))
  }

  private func problem(_ bytes: [UInt8]) throws -> Problem {
    let error = try #require(throws: ScenarioError.self) { try JSONTree(json5: bytes, origin: .file("f")) }
    #expect(error.problems.count == 1 && error.cause == .invalid)
    return try #require(error.problems.first)
  }

  // The example on the front page of json5.org.
  @Test func kitchenSink() throws {
    let text = #"""
      {
        // comments
        unquoted: 'and you can quote me on that',
        singleQuotes: 'I can use "double quotes" here',
        lineBreaks: "Look, Mom! \
      No \\n's!",
        hexadecimal: 0xdecaf,
        leadingDecimalPoint: .8675309, andTrailing: 8675309.,
        positiveSign: +1,
        trailingComma: 'in objects', andIn: ['arrays',],
        "backwardsCompatible": "with JSON",
      }
      """#
    #expect(
      try parse(text).canonicalText
        == #"{"unquoted":"and you can quote me on that","singleQuotes":"I can use \"double quotes\" here","#
        + #""lineBreaks":"Look, Mom! No \\n's!","hexadecimal":912559,"leadingDecimalPoint":0.8675309,"#
        + #""andTrailing":8675309,"positiveSign":1,"trailingComma":"in objects","andIn":["arrays"],"#
        + #""backwardsCompatible":"with JSON"}"#)
  }

  @Test(arguments: [
    ("{}", "{}"), ("[]", "[]"), ("{a:1}", #"{"a":1}"#), ("[1,]", "[1]"), ("{a:1,}", #"{"a":1}"#),
    ("null", "null"), ("true", "true"), ("false", "false"), (" \t\r\n\u{0B}\u{0C}\u{A0}\u{2028}\u{2029}\u{3000}1", "1"),
    ("\u{FEFF}1", "1"), ("1\u{FEFF}", "1"), ("// a\n1", "1"), ("1 // a", "1"), ("/* a */ 1 /* b\n */", "1"),
    ("/**/1", "1"), ("/***/1", "1"), ("// a\r1", "1"), ("// a\u{2028}1", "1"), ("[/*1*/]", "[]"),
    ("0", "0"), ("-0", "0"), ("+0", "0"), ("0.0", "0"), ("1.5e3", "1500"), ("1.e2", "100"), (".5", "0.5"),
    ("-.5", "-0.5"),
    ("5.", "5"), ("1E-2", "0.01"), ("1e+2", "100"), ("0x0", "0"), ("0XFf", "255"), ("-0x10", "-16"), ("0xC8", "200"),
    ("123456789012345678901234567890", "1.2345678901234568e+29"), ("1e-400", "0"),
    (#""\u0041\x42\b\f\n\r\t\v\0""#, #""AB\u0008\u000c\n\r\t\u000b\u0000""#), (#"'\a\'\"'"#, #""a'\"""#),
    (#""\uD83D\uDE00""#, "\"😀\""), ("'a\\\r\nb'", #""ab""#), ("'a\\\u{2028}b'", #""ab""#),
    ("'a\u{2028}b'", "\"a\u{2028}b\""),
    ("\"\t\"", #""\t""#), ("{$_a1:1, é:2, ünïcödé: 3, \\u0061b: 4}", #"{"$_a1":1,"é":2,"ünïcödé":3,"ab":4}"#),
    ("{null:1,true:2,Infinity:3}", #"{"null":1,"true":2,"Infinity":3}"#), ("{'':1}", #"{"":1}"#),
    ("{a:{b:[{}]}}", #"{"a":{"b":[{}]}}"#), ("{\"a\"/**/:/**/1}", #"{"a":1}"#),
  ])
  func isRead(_ text: String, _ canonical: String) throws {
    #expect(try parse(text).canonicalText == canonical)
  }

  @Test(arguments: [
    ("Infinity", Double.infinity), ("-Infinity", -.infinity), ("+Infinity", .infinity), ("1e999", .infinity),
  ])
  func infinityIsANumber(_ text: String, _ value: Double) throws {
    guard case .number(let number) = try parse(text).value else {
      Issue.record("\(text) is not a number")
      return
    }
    #expect(number.value == value && number.text == text)
  }

  @Test func notANumberIsANumber() throws {
    guard case .number(let number) = try parse("-NaN").value else {
      Issue.record("not a number")
      return
    }
    #expect(number.value.isNaN)
  }

  /// Text, where the problem is, what it says, what would be right. § marks the place.
  @Test(arguments: [
    ("§", "nothing here", "write a value"), ("// only a comment§", "nothing here", "write a value"),
    ("{a: §240,000, b: 1}", "“240,000” has a comma in it", "write the number without: 240000"),
    ("{a: §1,240,000}", "“1,240,000” has a comma in it", "1240000"),
    ("{a: §240,000.5}", "“240,000.5” has a comma in it", "without: 240000.5"),
    ("{a: §-240,000}", "“-240,000” has a comma in it", "without: -240000"),
    ("{a: 1.5,§240}", "cannot be part of a key", "quotation"), ("{a: 0,§240}", "cannot be part of a key", "quotation"),
    ("{a: 1,§240: 2}", "cannot be part of a key", "quotation"),
    ("{a: 1,§24}", "cannot be part of a key", "quotation"),
    ("§{", "never closed", "close it with }"), ("§{a", "never closed", "}"), ("§{a:1", "never closed", "}"),
    ("§[", "never closed", "]"), ("§[1", "never closed", "]"), ("§[1,", "never closed", "]"),
    ("{a:§", "file ends", "finish"),
    ("{a §1}", "follows the key “a”", "a colon"), ("{a§}", "“}” follows the key", "a colon"),
    ("{a:1 §b:2}", "“b” follows the value of “a”", "a comma"), ("[1 §2]", "“2” follows an element", "a comma"),
    ("{§999: 1}", "“9” cannot be part of a key", "quotation marks"),
    ("{§live-chat: 1}", "“-” cannot be part of a key", "\"live-chat\""),
    ("{§,}", "“,” stands where a key", "write a key"), ("{a:1,§,}", "“,” stands where a key", "write a key"),
    ("[§,1]", "“,” stands where a value", "a number"), ("[1,§,2]", "“,” stands where a value", "a number"),
    ("{a: §}", "“}” stands where a value", "a number"),
    ("{a:1, §a:2}", "“a” is said twice; the first is on line 1", "keep one"),
    ("{a:1,\n 'b':2,\n  §\"a\":2}", "“a” is said twice; the first is on line 1", "keep one"),
    ("{\r\n\r\n §\\u0062: 1, b: 2}".replacing("§\\u0062: 1, b", with: "\\u0062: 1, §b"), "said twice", "keep one"),
    ("§\"abc", "never closed", "close it with \""), ("§'abc", "never closed", "close it with '"),
    ("§'abc\n'", "never closed", "on the same line"), ("§'abc\\", "never closed", "quotation mark"),
    ("'§\\x4'", "not finished", "2 hexadecimal"), ("'§\\u12G4'", "not finished", "4 hexadecimal"),
    ("'§\\1'", "a digit", "\\x"),
    ("'§\\01'", "a digit", "\\x"), ("'§\\uD83D'", "half of a surrogate pair", "both halves"),
    ("'§\\uDE00'", "half of a surrogate pair", "both halves"), ("'§\\uD83D\\u0041'", "half of a surrogate", "both"),
    ("{§\\x61: 1}", "must begin \\u", "quotation marks"),
    ("{§\\u002D: 1}", "cannot be part of a key", "quotation marks"),
    ("§5s", "“5s” is not a number", "\"5s\""), ("§01", "“01” is not a number", "write a number"),
    ("§1.2.3", "not a number", "write a number"), ("§1e", "not a number", "\"5s\""), ("§+-1", "not a number", "0.5"),
    ("§0x", "not a number", "\"5s\""), ("§0xG", "not a number", "\"5s\""), ("§-", "not a number", "0.5"),
    ("§.", "not a number", "0.5"), ("§1_000", "not a number", "0.5"), ("§--1", "not a number", "0.5"),
    ("{start: §2022-07-22}", "“2022-07-22” is not a number", "0.5"),
    ("{a: §yes}", "“yes” is not a value", "quotation marks"),
    ("§True", "“True” is not a value", "true, false, null"), ("§live-chat", "“live-chat” is not a value", "quotation"),
    ("§/* a", "comment is never closed", "*/"), ("§/* a *", "comment is never closed", "*/"),
    ("1 §/ 2", "stands alone", "//"),
    ("{} §{}", "“{” follows the end", "remove"), ("1 §2", "“2” follows the end", "remove"),
    ("[1]§]", "follows the end", "remove"),
    ("[1, §\u{7}]", "the character U+7 stands", "a number"), ("[§@]", "“@” stands", "a number"),
    ("{ é§: 1".replacing("§", with: "").replacing("{", with: "§{"), "never closed", "}"),
    ("{'é': 'é' §x}", "“x” follows", "a comma"),
    ("{'😀': §x}", "“x” is not a value", "quotation"), ("\u{FEFF}§x", "“x” is not a value", "quotation"),
    ("{\n\t§=1}", "“=” stands where a key", "write a key"), ("{a §= 1}", "“=” follows the key", "a colon"),
  ])
  func isReported(_ marked: String, _ message: String, _ remedy: String) throws {
    let marker = try #require(marked.unicodeScalars.firstIndex(of: "§"))
    let before = marked.unicodeScalars[..<marker]
    let line = before.count { $0 == "\n" } + 1
    let column = before.reversed().prefix { $0 != "\n" }.count { $0 != "\u{FEFF}" } + 1
    let problem = try problem(Array(marked.replacing("§", with: "").utf8))
    #expect(problem.place == Place(origin: .file("f"), line: line, column: column), "\(problem)")
    #expect(problem.message.contains(message), "\(problem)")
    #expect(problem.remedy.contains(remedy), "\(problem)")
  }

  @Test func pathOfASyntaxErrorIsTheValueItIsIn() throws {
    #expect(try problem(Array("{a: {b: [1, 2 3]}}".utf8)).path == "a.b")
    #expect(try problem(Array("{a: {b: [1, x]}}".utf8)).path == "a.b.1")
  }

  @Test func invalidUTF8IsPlaced() throws {
    let problem = try problem(Array("{\n 'é': '".utf8) + [0xC3, 0x28] + Array("'}".utf8))
    #expect(problem.description == "f:2:8: error: this is not UTF-8 — save the file as UTF-8")
  }

  @Test func depthIsLimitedNotTheStack() throws {
    let hundred = String(repeating: "[", count: 100) + String(repeating: "]", count: 100)
    #expect(try parse(hundred).canonicalText == hundred)
    for open in ["[", "{a:", "[{a:"] {
      let problem = try problem(Array(String(repeating: open, count: 200_000).utf8))
      #expect(problem.message.contains("nested more than 100 deep"))
    }
  }

  @Test func theDeepestNestingFitsASmallStack() {
    let done = DispatchSemaphore(value: 0)
    let thread = Thread {
      let text = String(repeating: "[{a:", count: 50) + "1" + String(repeating: "}]", count: 50)
      let tree = try? JSONTree(json5: Array(text.utf8), origin: .file("f"))
      #expect(tree.map { $0.merging(patch: $0).canonicalText.count } == text.count + 100)
      done.signal()
    }
    thread.stackSize = 1 << 20
    thread.start()
    done.wait()
  }

  @Test func numbersAreLimited() throws {
    let problem = try problem(Array(String(repeating: "9", count: 1_001).utf8))
    #expect(problem.message.contains("too long"))
  }

  @Test func oneLongLineIsReadInLinearTime() throws {
    let text = "[" + Array(repeating: "{a:1}", count: 20_000).joined(separator: ",") + "]"
    guard case .array(let elements) = try parse(text).value else {
      Issue.record("not a list")
      return
    }
    #expect(elements.last?.place == Place(origin: .file("f"), line: 1, column: text.count - 5))
  }

  @Test func placesCountScalarsAndEveryKindOfLineEnd() throws {
    let tree = try parse("{\r\n  é: 1,\r 'b': 2,\n\n\tc: [\"😀\", 3]}")
    guard case .object(let members) = tree.value, case .array(let list)? = tree["c"]?.value else {
      Issue.record("not an object")
      return
    }
    #expect(members.map { [$0.namePlace.line, $0.namePlace.column] } == [[2, 3], [3, 2], [5, 2]])
    #expect(members.map { [$0.value.place.line, $0.value.place.column] } == [[2, 6], [3, 7], [5, 5]])
    #expect(list.map(\.place.column) == [6, 11])
  }

  @Test func canonicalTextReadsBackTheSame() throws {
    let text = #"{a: [1e21, 1e-7, 0.1, 9007199254740993, "\u2028\"\\/"], b: {}, "": [[], null]}"#
    let once = try parse(text).canonicalText
    #expect(try parse(once).canonicalText == once)
  }
}
