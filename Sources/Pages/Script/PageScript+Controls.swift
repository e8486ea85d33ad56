extension PageScript {
  /// The clock and the buttons, and what puts everything together.
  static let controls: StaticString = #"""
    "use strict";
    Watchroom.Player = class {
      constructor(root, nights) {
        const { make } = Watchroom;
        this.nights = nights;
        this.speed = 300;
        this.isPlaying = false;
        const { data } = nights[0];
        this.first = data.start;
        this.last = Math.max(...nights.map((night) => night.data.length));
        const seek = (time) => { this.stop(); this.seek(time); };
        const jumps = nights.flatMap((night) => night.worst().map((minute) => ({ ...minute, night })));
        this.button = make("button", { type: "button", class: "play", onclick: () => this.toggle() }, "Play");
        this.slider = make("input", { type: "range", min: String(this.first), max: String(this.last), step: "60000",
          "aria-label": "Time", oninput: () => this.seek(Number(this.slider.value)) });
        // While the night plays nobody wants to hear each change; the slider says the time when asked.
        this.clock = make("output", { class: "clock", "aria-live": "off" });
        const speeds = [[1, "as it was"], [10, "10 times"], [60, "1 min a second"], [300, "5 min a second"],
          [900, "15 min a second"]];
        const choose = () => { this.speed = Number(this.select.value); };
        this.select = make("select", { "aria-label": "Speed", onchange: choose }, ...speeds.map(([value, text]) =>
          make("option", value === this.speed ? { value, selected: "" } : { value }, text)));
        const step = (text, label, minutes) => make("button", { type: "button", "aria-label": label,
          onclick: () => this.seek(this.now + minutes * 60000) }, text);
        const input = make("input", { type: "number", min: "0", "aria-label": "Number", class: "number" });
        const things = [["0", "contact"], ...(data.response ? [["3", "incident"], ["2", "unit"]] : [])];
        const what = make("select", { "aria-label": "What" },
          ...things.map(([value, text]) => make("option", { value }, text)));
        const ask = make("form", { class: "ask", onsubmit: (event) => {
          event.preventDefault();
          if (input.value !== "") for (const stage of this.stages) stage.tell(Number(what.value), Number(input.value));
        } }, make("span", {}, "Story of "), what, input, make("button", { type: "submit" }, "Show"));
        root.append(make("div", { class: "controls" }, this.button, step("−15 min", "A quarter of an hour back", -15),
          step("−1", "A minute back", -1), step("+1", "A minute on", 1),
          step("+15 min", "A quarter of an hour on", 15), this.select, this.clock, this.slider));
        if (jumps.length) {
          const words = (jump) => jump.name === "late" ? `${jump.count} waiting too long`
            : `${jump.count} incident${jump.count === 1 ? "" : "s"} waiting`;
          root.append(make("p", { class: "jumps" }, "Worst minutes: ", ...jumps.flatMap((jump) => [make("button",
            { type: "button", class: "chip", onclick: () => seek(jump.time) },
            `${jump.night.minute(jump.time)} ${words(jump)}${jump.night.data.title ? " (" : ""}`,
            ...(jump.night.data.title ? [make("bdi", {}, jump.night.data.title), ")"] : [])), " "])));
        }
        root.append(ask);
        const stagesElement = make("div", { class: nights.length > 1 ? "nights two" : "nights" });
        root.append(stagesElement);
        Watchroom.readColours();
        this.stages = nights.map((night) => new Watchroom.Stage(stagesElement, night, seek));
        root.addEventListener("keydown", (event) => this.press(event));
        root.querySelectorAll("details").forEach((item) => item.addEventListener("toggle", () => this.show(true)));
        new ResizeObserver(() => { this.fit(); }).observe(stagesElement);
        matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
          Watchroom.readColours();
          this.fit();
        });
        this.seek(this.first);
        this.fit();
      }

      press(event) {
        const name = event.target.tagName;
        if (name === "SELECT" || event.target.type === "number") return;
        // With these a key is the browser's.
        if (event.altKey || event.ctrlKey || event.metaKey) return;
        const minutes = event.shiftKey ? 15 : 1;
        if (event.key === "ArrowLeft") this.seek(this.now - minutes * 60000);
        else if (event.key === "ArrowRight") this.seek(this.now + minutes * 60000);
        else if (event.key === " " && name !== "BUTTON" && name !== "SUMMARY") this.toggle();
        else return;
        event.preventDefault();
      }

      toggle() { if (this.isPlaying) this.stop(); else this.play(); }

      stop() {
        this.isPlaying = false;
        this.button.textContent = "Play";
      }

      play() {
        if (this.now >= this.last) this.seek(this.first);
        this.isPlaying = true;
        this.button.textContent = "Stop";
        let before = performance.now();
        const frame = (moment) => {
          if (!this.isPlaying) return;
          // After a pause of the browser the night does not leap.
          const passed = Math.min(Math.max(moment - before, 0), 250);
          before = moment;
          this.go(Math.min(this.now + passed * this.speed, this.last), false);
          this.frames = (this.frames ?? 0) + 1;
          if (this.now >= this.last) { this.stop(); this.show(true); } else requestAnimationFrame(frame);
        };
        requestAnimationFrame(frame);
      }

      seek(time) { this.go(Math.min(Math.max(time, this.first), this.last), true); }

      go(time, isExact) {
        this.now = time;
        for (const night of this.nights) night.seek(time);
        this.show(isExact);
      }

      show(isExact) {
        if (!this.stages) return;
        for (const stage of this.stages) stage.paint();
        const moment = performance.now();
        if (!isExact && moment - (this.said ?? 0) < 200) return;
        this.said = moment;
        const night = this.nights[0];
        this.clock.textContent = `${night.date(this.now)}, ${night.clock(this.now)}`;
        this.slider.value = String(this.now);
        this.slider.setAttribute("aria-valuetext", this.clock.textContent);
        for (const stage of this.stages) stage.say();
      }

      fit() {
        for (const stage of this.stages) stage.fit();
        this.show(true);
      }
    };

    (() => {
      const nights = ["night-1", "night-2"].map((id) => document.getElementById(id)).filter(Boolean)
        .map((element) => new Watchroom.Night(JSON.parse(element.textContent)));
      Watchroom.player = new Watchroom.Player(document.getElementById("player"), nights);
      window.Watchroom = Watchroom;
    })();

    """#
}
