import Writing

extension ReportPage {
  /// The night played back; nothing if none is given and none was to be expected.
  var playbackSection: PageSection? {
    if playbacks.isEmpty {
      guard let playbackRemark else { return nil }
      return PageSection("night", "The night played back") { html in
        html.element("p", ["class": "note"]) { Self.write(playbackRemark, to: &$0) }
      }
    }
    return PageSection("night", playbacks.count > 1 ? "Two nights side by side" : "The night played back") { html in
      let which = result.replications > 1 ? " in the first of \(result.replications) replications" : ""
      html.element("p", ["class": "note"]) { html in
        html.text(
          """
          What happened\(which), event for event. In the player, Space plays and stops; the arrow keys go a minute back or \
          on, with Shift a quarter of an hour. Click on a person waiting, an incident or a unit for its whole story, or choose who \
          waits longest, and units, by number from the lists below.
          """)
      }
      html.element("noscript") { $0.element("p", text: "The player needs JavaScript; the rest of the page does not.") }
      html.element("div", ["class": "player", "id": "player"]) { _ in }
      for (index, playback) in playbacks.enumerated() {
        html.data(id: index == 0 ? "night-1" : "night-2", playback.value)
      }
    }
  }

  /// Writes a sentence with its options in one piece each: lines are broken after hyphens otherwise.
  private static func write(_ sentence: String, to html: inout HTMLWriter) {
    for (number, word) in sentence.split(separator: " ").enumerated() {
      if number > 0 { html.text(" ") }
      if word.hasPrefix("--") {
        html.element("code", ["class": "whole"], text: String(word))
      } else {
        html.text(String(word))
      }
    }
  }
}
