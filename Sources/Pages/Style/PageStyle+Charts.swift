extension PageStyle {
  /// Drawings, and the page on paper.
  static let charts: StaticString = #"""
    .charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 420px), 1fr)); gap: 26px 34px; }
    figure { margin: 0; min-width: 0; max-width: 620px; }
    figure.tall { grid-row: span 2; }
    figcaption { min-height: 2.6em; }
    figcaption .note { margin: 0; }
    .drawing { display: block; width: 100%; height: auto; margin-top: 6px; overflow: visible; }
    .drawing text { font-size: 13px; fill: var(--soft); font-variant-numeric: tabular-nums; unicode-bidi: plaintext; }
    .drawing text.small { font-size: 12px; fill: var(--ink); }
    .drawing text.halo { paint-order: stroke; stroke: var(--paper); stroke-width: 3px; stroke-linejoin: round; }
    .keys {
      list-style: none; display: flex; flex-wrap: wrap; gap: 2px 16px; margin: 4px 0 0; padding: 0; font-size: .86rem;
    }
    .keys li { display: flex; align-items: center; gap: 6px; min-width: 0; overflow-wrap: anywhere; }
    .keys svg { width: 22px; height: 12px; flex: none; }
    .rule { stroke: var(--line); stroke-width: 1; fill: none; }
    .axis { stroke: var(--soft); stroke-width: 1; fill: none; }
    .line { fill: none; stroke-width: 2.2; stroke-linejoin: round; stroke-linecap: round; }
    .line.target { stroke: var(--ink); stroke-width: 1.4; stroke-dasharray: 5 4; }
    .band { stroke: none; fill-opacity: .2; }
    .dot { stroke: var(--paper); stroke-width: 1; }
    .column { fill: var(--resting); }
    .area { stroke: var(--paper); stroke-width: .3; }
    .line.c1 { stroke: var(--c1); } .line.c2 { stroke: var(--c2); stroke-dasharray: 7 4; }
    .line.c3 { stroke: var(--c3); stroke-dasharray: 2 4; } .line.c4 { stroke: var(--c4); stroke-dasharray: 9 3 2 3; }
    .line.c5 { stroke: var(--c5); } .line.c6 { stroke: var(--c6); stroke-dasharray: 7 4; }
    .line.c7 { stroke: var(--c7); stroke-dasharray: 2 4; } .line.c8 { stroke: var(--c8); stroke-dasharray: 9 3 2 3; }
    .line.dash1 { stroke-dasharray: none; } .line.dash2 { stroke-dasharray: 7 4; }
    .line.dash3 { stroke-dasharray: 2 4; } .line.dash4 { stroke-dasharray: 9 3 2 3; }
    .c1:not(.line) { fill: var(--c1); } .c2:not(.line) { fill: var(--c2); } .c3:not(.line) { fill: var(--c3); }
    .c4:not(.line) { fill: var(--c4); } .c5:not(.line) { fill: var(--c5); } .c6:not(.line) { fill: var(--c6); }
    .c7:not(.line) { fill: var(--c7); } .c8:not(.line) { fill: var(--c8); }
    .busy { fill: var(--busy); } .finishing { fill: var(--finishing); } .ready { fill: var(--ready); }
    .resting { fill: var(--resting); } .late { fill: var(--resting); } .heat { fill: var(--heat); stroke: var(--line); }
    .loss { fill: var(--c1); stroke: var(--line); } .minus { stroke: var(--ink); stroke-width: 1.6; fill: none; }
    .sure { fill: none; stroke: var(--ink); stroke-width: 2; }
    .absent { fill: var(--nothing); stroke: var(--line); }
    .void { fill: var(--paper); }
    .thread { fill: none; stroke: var(--paper); stroke-width: 1; stroke-linecap: round; stroke-opacity: .6; }
    .thread.faint { stroke: var(--soft); stroke-width: .8; stroke-opacity: .7; }
    /* Not on paper: browsers print patterns slowly, and in large files. */
    @media screen {
      .absent { fill: url(#absent); }
      .area.finishing { fill: url(#finishing-area); } .area.ready { fill: url(#ready-area); }
      .area.resting { fill: url(#resting-area); }
      .area.c2 { fill: url(#c2-area); } .area.c3 { fill: url(#c3-area); } .area.c4 { fill: url(#c4-area); }
      .area.c5 { fill: url(#c5-area); } .area.c6 { fill: url(#c6-area); } .area.c7 { fill: url(#c7-area); }
      .area.c8 { fill: url(#c8-area); }
    }
    .nothing { fill: var(--nothing); }
    .place { fill: var(--nothing); fill-opacity: .55; stroke: var(--soft); stroke-width: .8; }
    .spot { fill-opacity: .75; stroke: var(--paper); stroke-width: .4; }
    .hub { fill: var(--ink); stroke: var(--paper); stroke-width: 1; }
    .suite { fill: var(--paper); stroke: var(--ink); stroke-width: 1.6; }
    .zero { stroke: var(--ink); stroke-width: 1.2; }
    .interval { stroke-width: 2; fill: none; }
    .interval.better, .mark.better { stroke: var(--good); } .mark.better { fill: var(--good); }
    .interval.worse, .mark.worse { stroke: var(--bad); } .mark.worse { fill: var(--bad); }
    .interval.unclear, .mark.unclear { stroke: var(--soft); } .mark.unclear { fill: var(--paper); stroke-width: 2; }
    .mark.untold { fill: var(--soft); }
    @media (max-width: 560px) { .drawing text, .drawing text.small { font-size: 16px; } }
    @media print {
      :root {
        --paper: #ffffff; --ground: #ffffff; --ink: #17212b; --soft: #51606e; --line: #c5ced6; --accent: #14549c;
        --good: #0b6b4f; --good-ground: #ffffff; --bad: #a8321a; --bad-ground: #ffffff; --doubt: #745000;
        --doubt-ground: #ffffff; --c1: #1c5fa8; --c2: #b85309; --c3: #0a7a63; --c4: #96357c; --c5: #5d6b78;
        --c6: #7d6600; --c7: #2b86ab; --c8: #5b43a5; --busy: #1c5fa8; --finishing: #b85309; --ready: #3f9f86;
        --resting: #8793a6; --heat: #8f2d12; --nothing: #e7ebef;
        color-scheme: light;
      }
      @page { size: A4; margin: 14mm 12mm; }
      body { font-size: 10.5pt; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
      .paper { display: block; }
      nav, .skip, .save, details.numbers, #figures, section:has(.player) { display: none !important; }
      header, main, footer { max-width: none; padding: 0; }
      main > section {
        border: 0; border-top: 1px solid var(--line); border-radius: 0; padding: 10px 0 0; margin: 12px 0;
      }
      .charts { grid-template-columns: 1fr 1fr; gap: 14px 20px; }
      .cards { grid-template-columns: repeat(3, 1fr); gap: 8px; }
      .big { font-size: 1.5rem; }
      figure, .card, tr { break-inside: avoid; }
      h2, h3 { break-after: avoid; }
      .area { stroke-width: 1; }
      .assumptions { columns: 2; font-size: 9pt; }
      .assumptions section { break-inside: auto; }
      .assumptions dl div { break-inside: auto; orphans: 3; widows: 3; }
      .scroll { overflow: visible; max-height: none; background: none; }
    }

    """#
}
