import Metrics
import Writing

extension Chart {
  /// How many colours there are for things beside each other.
  static let colours = 8

  /// Numbers over time, each below the other on a scale of its own: for more things than there are colours.
  ///
  /// Each lane is named where it is, so that nobody has to look up a colour in a key.
  static func lanes(
    file: String, name: String? = nil, title: String, note: String? = nil, moments: [String], marks: [Scale.Mark],
    layers: [Layer]
  ) -> Chart {
    let step = 52.0
    let words = [note, "Each on a scale of its own."].compactMap(\.self).joined(separator: " ")
    return Chart(
      file: file, name: name, title: title, note: words, height: Double(layers.count) * step + 30,
      numbers: table(moments, layers)
    ) { html in
      for (index, layer) in layers.enumerated() {
        let top = Double(index) * step
        let scale = Scale(.count, upTo: layer.values)
        let plot = Plot(
          top: top + 22, bottom: top + step, x: 0...Double(max(moments.count - 1, 1)), y: 0...scale.most)
        html.ends(of: scale, on: plot)
        let places = corners(of: [layer.values])
        let edge = places.map { (across: plot.across(Double($0)), down: plot.down(layer.values[$0])) }
        let floor = edge.map { (across: $0.across, down: plot.bottom) }
        html.path("area c1", Plot.band(edge, floor), title: layer.name)
        html.label(layer.name.fitted(to: 60), plot.left + 2, top + 17, "start", kind: "small halo")
        if index == layers.count - 1 { html.marks(plot, marks) }
      }
    }
  }
}
