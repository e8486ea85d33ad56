import Writing

/// What an area is filled with besides its colour, so that neighbours are told apart without it.
///
/// A texture is a tile eight long and eight wide: a ground and threads on it. It stands once on a page, and whatever is
/// filled with it names it by ``id``.
struct Texture {
  /// The address of it on the page.
  let id: String
  /// The class of the ground.
  let ground: String
  /// The threads, as a path of SVG.
  let threads: String

  /// All there are. Fields without a value have one too.
  static let all = [
    Texture(id: "absent", ground: "void", threads: rising)
  ]

  private static let rising = "M-1 1L1 -1M0 8L8 0M7 9L9 7"
}

extension HTMLWriter {
  /// Writes all textures, for the drawings of a page to be filled with.
  mutating func textures() {
    element("svg", ["class": "unseen", "aria-hidden": "true"]) { html in
      for texture in Texture.all {
        html.element(
          "pattern", ["id": texture.id, "width": "8", "height": "8", "patternUnits": "userSpaceOnUse"]
        ) { html in
          html.box(texture.ground, 0, 0, 8, 8)
          html.shape("path", ["class": "thread", "d": texture.threads])
        }
      }
    }
    newline()
  }
}
