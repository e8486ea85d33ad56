import Writing

/// A part of a page, with a heading and an address.
struct PageSection {
  let id: String
  let title: String
  let body: (inout HTMLWriter) -> Void

  init(_ id: String, _ title: String, _ body: @escaping (inout HTMLWriter) -> Void) {
    self.id = id
    self.title = title
    self.body = body
  }
}

/// What all pages have in common: their head, the way about them, style and script.
struct PageFrame {
  /// What the page is about, which is anybody's to choose.
  var title: String
  /// What stands before the title, if anything.
  var prefix = ""
  /// When, how often and with which luck it was simulated.
  var facts: [(label: String, value: String)] = []
  var sections: [PageSection] = []
  /// Whether a night can be played back on it.
  var hasPlayer = false

  init(title: String) { self.title = title }

  /// The page.
  var html: String {
    var html = HTMLWriter()
    html.doctype()
    html.element("html", ["lang": "en-GB"]) { html in
      html.element("head") { head(&$0) }
      html.newline()
      html.element("body") { contents(&$0) }
    }
    html.newline()
    return html.html
  }

  private func head(_ html: inout HTMLWriter) {
    html.newline()
    html.void("meta", ["charset": "utf-8"])
    // Nothing on the page may ask the network for anything, whatever it holds.
    html.void(
      "meta",
      [
        "http-equiv": "Content-Security-Policy",
        "content": "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:",
      ])
    html.void("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
    html.void("meta", ["name": "color-scheme", "content": "light dark"])
    html.void("meta", ["name": "generator", "content": Engine.name])
    html.element("title", text: "\(prefix)\(title) \u{2013} Watchroom")
    html.newline()
    html.style(PageStyle.sheet)
    html.style(PageStyle.charts)
    if hasPlayer { html.style(PageStyle.player) }
  }

  private func contents(_ html: inout HTMLWriter) {
    html.element("a", ["class": "skip", "href": "#main"], text: "Skip to the contents")
    html.textures()
    html.element("header") { html in
      html.element("p", ["class": "brand"], text: "Watchroom")
      html.element("h1") { html in
        html.text(prefix)
        html.name(title)
      }
      html.element("dl", ["class": "facts"]) { html in
        for fact in facts {
          html.element("div") { html in
            html.element("dt", text: fact.label)
            html.element("dd", text: fact.value)
          }
        }
      }
    }
    html.newline()
    html.element("nav", ["aria-label": "Contents"]) { html in
      html.element("ul") { html in
        for section in sections {
          html.element("li") { html in html.element("a", ["href": "#\(section.id)"]) { $0.text(section.title) } }
        }
      }
    }
    html.newline()
    html.element("main", ["id": "main"]) { html in
      for section in sections {
        html.element("section", ["id": section.id, "aria-labelledby": "\(section.id)-title"]) { html in
          html.element("h2", ["id": "\(section.id)-title"]) { $0.text(section.title) }
          section.body(&html)
        }
        html.newline()
      }
    }
    html.element("footer") { html in
      html.element("p", text: "Made by \(Engine.name). This file holds everything it shows.")
      html.element(
        "p", ["class": "paper"],
        text: "On paper charts stand without their numbers: the file, opened in a browser, has a table below each.")
    }
    html.newline()
    html.script(PageScript.tables)
    if hasPlayer { PageScript.player.forEach { html.script($0) } }
  }
}
