extension PageScript {
  /// What stands on the map, each thing a mark of its own; and the key, which is drawn by the same hands.
  ///
  /// Incidents have the colours and the forms of their grades (``SpotForm``); everything else is told by its form, in ink: so
  /// no colour means two things, and grades and what a unit does are clear without colours.
  static let marks: StaticString = #"""
    "use strict";
    Watchroom.marks = {
      area(context, x, y, radius) {
        context.beginPath();
        context.arc(x, y, Math.max(2, radius), 0, 7);
        context.globalAlpha = 0.55;
        context.fillStyle = Watchroom.colours.nothing;
        context.fill();
        context.globalAlpha = 1;
        context.lineWidth = 0.8;
        context.strokeStyle = Watchroom.colours.soft;
        context.stroke();
      },

      hub(context, x, y) {
        context.beginPath();
        context.moveTo(x, y - 7); context.lineTo(x + 7, y + 6); context.lineTo(x - 7, y + 6); context.closePath();
        context.fillStyle = Watchroom.colours.ink;
        context.fill();
      },

      suite(context, x, y) {
        context.lineWidth = 1.6;
        context.strokeStyle = Watchroom.colours.ink;
        context.strokeRect(x - 5, y - 5, 10, 10);
      },

      // The outline of an incident: the form of its grade, about as far to every side as a disc of that radius.
      form(context, x, y, grade, radius) {
        const corners = [null,
          [[0, 1.3], [-1.2, -0.9], [1.2, -0.9]],
          [[-0.4, -1.2], [0.4, -1.2], [0.4, -0.4], [1.2, -0.4], [1.2, 0.4], [0.4, 0.4], [0.4, 1.2], [-0.4, 1.2],
            [-0.4, 0.4], [-1.2, 0.4], [-1.2, -0.4], [-0.4, -0.4]],
          [[0, -1.4], [0.4, -0.4], [1.4, 0], [0.4, 0.4], [0, 1.4], [-0.4, 0.4], [-1.4, 0], [-0.4, -0.4]],
        ][(grade + Math.floor(grade / 8)) % 4];
        context.beginPath();
        if (corners) for (const [across, down] of corners) context.lineTo(x + across * radius, y + down * radius);
        else context.arc(x, y, radius, 0, 7);
        context.closePath();
      },

      // An incident: open while it waits for a unit, and the larger the longer; filled from when a unit is sent; dashed
      // before an appointment.
      incident(context, x, y, grade, state, wait) {
        const colour = Watchroom.colours["c" + (grade % 8 + 1)];
        this.form(context, x, y, grade, state === 1 ? Math.min(9, 4 + wait / 900000) : 5);
        if (state === 1 || state === 4) {
          context.lineWidth = state === 4 ? 1.4 : 2;
          context.setLineDash(state === 4 ? [2, 2] : []);
          context.strokeStyle = colour;
          context.stroke();
          context.setLineDash([]);
        } else {
          context.fillStyle = colour;
          context.fill();
        }
      },

      journey(context, x, y, toX, toY) {
        context.beginPath();
        context.moveTo(x, y); context.lineTo(toX, toY);
        context.lineWidth = 1;
        context.strokeStyle = Watchroom.colours.ink;
        context.globalAlpha = 0.4;
        context.stroke();
        context.globalAlpha = 1;
      },

      // A unit by its state as a number of `unitStates`: free ones are pale squares, those sent diamonds, at the scene a
      // full square, in custody a cross, at paperwork two bars, on a break one.
      unit(context, x, y, state) {
        const { colours } = Watchroom;
        const path = (draw) => {
          context.beginPath();
          draw();
          context.lineWidth = 2;
          context.strokeStyle = colours.paper;
          context.stroke();
          context.fillStyle = state < 2 ? colours.ready : state === 8 ? colours.resting : colours.ink;
          context.fill();
        };
        if (state === 0) {
          context.fillStyle = colours.ready;
          context.fillRect(x - 1.8, y - 1.8, 3.6, 3.6);
        } else if (state === 1) path(() => context.rect(x - 2.8, y - 2.8, 5.6, 5.6));
        else if (state <= 4) path(() => {
          context.moveTo(x, y - 4.8); context.lineTo(x + 4.8, y); context.lineTo(x, y + 4.8);
          context.lineTo(x - 4.8, y); context.closePath();
        });
        else if (state === 5) path(() => context.rect(x - 2.6, y - 2.6, 5.2, 5.2));
        else if (state === 7) path(() => { context.rect(x - 4, y - 3.4, 8, 2.2); context.rect(x - 4, y + 1.2, 8, 2.2); });
        else if (state === 8) path(() => context.rect(x - 4, y - 1.5, 8, 3));
        else {
          for (const [colour, width] of [[colours.paper, 4.4], [colours.ink, 2.2]]) {
            context.beginPath();
            context.moveTo(x - 3.4, y - 3.4); context.lineTo(x + 3.4, y + 3.4);
            context.moveTo(x + 3.4, y - 3.4); context.lineTo(x - 3.4, y + 3.4);
            context.lineWidth = width;
            context.strokeStyle = colour;
            context.stroke();
          }
        }
      },
    };

    // What all marks of a night's map stand for, as a list with a small drawing for each.
    Watchroom.MapKey = class {
      constructor(parent, response) {
        const { make, marks } = Watchroom, element = make("ul", { class: "keys" });
        this.swatches = [];
        const item = (words, draw, wide = 24) => {
          const canvas = make("canvas", { "aria-hidden": "true", style: `width: ${wide}px; height: 24px` });
          this.swatches.push({ canvas, draw, wide });
          element.append(make("li", {}, canvas, words));
        };
        const unit = (words, ...states) => item(words,
          (context) => states.forEach((state, index) => marks.unit(context, 12 + index * 14, 12, state)),
          10 + 14 * states.length);
        response.grades.forEach((grade, index) => item(make("bdi", {}, grade.name),
          (context) => marks.incident(context, 12, 12, index, 2, 0)));
        item("waits for a unit, the larger the longer", (context) => {
          marks.incident(context, 9, 12, 0, 1, 0);
          marks.incident(context, 25, 12, 0, 1, 5400000);
        }, 38);
        item("a unit is on its way, or there", (context) => marks.incident(context, 12, 12, 0, 2, 0));
        item("appointment to come", (context) => marks.incident(context, 12, 12, 0, 4, 0));
        unit("unit free: at its hub, on the way back", 0, 1);
        item("sent, and where to", (context) => {
          marks.journey(context, 8, 12, 36, 12);
          marks.unit(context, 10, 12, 4);
        }, 38);
        unit("at the scene", 5);
        unit("in custody", 6);
        unit("at paperwork", 7);
        unit("on a break", 8);
        item("hub", (context) => marks.hub(context, 12, 12));
        if (response.suites.length) item("custody suite", (context) => marks.suite(context, 12, 12));
        if (response.areas.length) item("area", (context) => marks.area(context, 12, 12, 9));
        parent.append(element);
      }

      // Draws it, sharp on any screen and in the colours of the page.
      paint() {
        const scale = window.devicePixelRatio || 1;
        for (const { canvas, draw, wide } of this.swatches) {
          canvas.width = Math.round(wide * scale);
          canvas.height = Math.round(24 * scale);
          const context = canvas.getContext("2d");
          context.setTransform(scale, 0, 0, scale, 0, 0);
          draw(context);
        }
      }
    };

    """#
}
