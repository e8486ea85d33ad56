import Writing

/// What an area is filled with besides its colour, so that neighbours are told apart without it: by readers who
/// cannot tell the colours apart. On a screen only: on paper areas are plain, with lines between them.
///
/// A texture is a tile: a ground and threads on it. It stands once on a page; style sheets name it by ``id``.
struct Texture {
  /// The address of it on the page.
  let id: String
  /// The class of the ground.
  let ground: String
  /// The class of the threads.
  var thread = "thread"
  /// The threads, as a path of SVG.
  let threads: String

  /// How long and wide a tile is.
  static let side = 8.0

  /// All there are. What is busy or has the first colour is plain; a field without a value has one too.
  static let all = [
    Texture(id: "absent", ground: "void", thread: "thread faint", threads: rising),
    Texture(id: "finishing-area", ground: "finishing", threads: rising),
    Texture(id: "ready-area", ground: "ready", threads: dots),
    Texture(id: "resting-area", ground: "resting", threads: level),
    Texture(id: "c2-area", ground: "c2", threads: rising), Texture(id: "c3-area", ground: "c3", threads: dots),
    Texture(id: "c4-area", ground: "c4", threads: falling), Texture(id: "c5-area", ground: "c5", threads: level),
    Texture(id: "c6-area", ground: "c6", threads: upright),
    Texture(id: "c7-area", ground: "c7", threads: level + upright),
    Texture(id: "c8-area", ground: "c8", threads: rising + falling),
  ]

  private static let rising = "M-1 1L1 -1M0 8L8 0M7 9L9 7"
  private static let falling = "M-1 7L1 9M0 0L8 8M7 -1L9 1"
  private static let level = "M0 2h8M0 6h8"
  private static let upright = "M2 0v8M6 0v8"
  private static let dots = "M2 2h.6M6 6h.6"
}

extension HTMLWriter {
  /// Writes all textures, for the drawings of a page to be filled with.
  mutating func textures() {
    element("svg", ["class": "unseen", "aria-hidden": "true"]) { html in
      let side = Plot.number(Texture.side)
      for texture in Texture.all {
        html.element(
          "pattern", ["id": texture.id, "width": side, "height": side, "patternUnits": "userSpaceOnUse"]
        ) { html in
          html.box(texture.ground, 0, 0, Texture.side, Texture.side)
          html.shape("path", ["class": texture.thread, "d": texture.threads])
        }
      }
    }
    newline()
  }
}
