/// How pages look.
///
/// Colours come from a few variables: one set for light, one for dark, and the light one on paper. Text reaches the
/// contrast of WCAG AA on its ground, and so do marks that carry meaning; whatever a colour says, a word, a sign or a
/// pattern says too.
enum PageStyle {
  /// The page as a whole.
  static let sheet: StaticString = #"""
    :root {
      --paper: #ffffff; --ground: #f4f6f8; --ink: #17212b; --soft: #51606e; --line: #d5dce3; --accent: #14549c;
      --good: #0b6b4f; --good-ground: #e2f3ec; --bad: #a8321a; --bad-ground: #fbe9e4; --doubt: #745000;
      --doubt-ground: #fbf1d7; --c1: #1c5fa8; --c2: #b85309; --c3: #0a7a63; --c4: #96357c; --c5: #5d6b78; --c6: #7d6600;
      --c7: #2b86ab; --c8: #5b43a5; --busy: #1c5fa8; --finishing: #b85309; --ready: #3f9f86; --resting: #8793a6;
      --heat: #8f2d12; --nothing: #e7ebef;
      color-scheme: light dark;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --paper: #161c23; --ground: #0e1318; --ink: #e8edf2; --soft: #a9b6c2; --line: #35414d; --accent: #86b9f0;
        --good: #6fd2ae; --good-ground: #12342b; --bad: #ff9f88; --bad-ground: #431d15; --doubt: #ecc46a;
        --doubt-ground: #3a2f12;
        --c1: #6aa9ec; --c2: #f09a55; --c3: #4fc3a6; --c4: #dd8ac6; --c5: #a6b3bf; --c6: #d3b944;
        --c7: #7ccbe8; --c8: #ad9bf0; --busy: #5b9de4; --finishing: #f09a55; --ready: #2f7a69; --resting: #66727e;
        --heat: #ff9a76; --nothing: #242d36;
      }
    }
    * { box-sizing: border-box; }
    html { scroll-behavior: smooth; -webkit-text-size-adjust: 100%; }
    @media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
    body {
      margin: 0; background: var(--ground); color: var(--ink);
      font: 16px/1.5 system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, "Noto Sans", sans-serif;
    }
    header, main, footer, nav > ul { max-width: 1180px; margin: 0 auto; padding: 0 20px; }
    header { padding-top: 26px; padding-bottom: 10px; }
    .brand {
      margin: 0; color: var(--accent); font-weight: 650; letter-spacing: .09em; text-transform: uppercase;
      font-size: .8rem;
    }
    h1 { margin: .1em 0 .4em; font-size: 1.9rem; line-height: 1.2; overflow-wrap: anywhere; }
    h2 { margin: 0 0 .5em; font-size: 1.35rem; line-height: 1.25; overflow-wrap: anywhere; }
    h3 { margin: 0; font-size: 1.02rem; line-height: 1.35; overflow-wrap: anywhere; }
    p { margin: 0 0 .7em; }
    a { color: var(--accent); }
    :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 3px; }
    .skip { position: absolute; left: -9999px; }
    .skip:focus { left: 8px; top: 8px; background: var(--paper); padding: 8px 12px; z-index: 9; }
    .unseen {
      position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap;
    }
    .facts { display: flex; flex-wrap: wrap; gap: 4px 28px; margin: 0 0 .6em; }
    .facts dt { color: var(--soft); font-size: .82rem; }
    .facts dd { margin: 0; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
    nav { position: sticky; top: 0; z-index: 5; background: var(--ground); border-bottom: 1px solid var(--line); }
    nav > ul { list-style: none; display: flex; flex-wrap: wrap; gap: 2px 18px; padding-top: 8px; padding-bottom: 8px; }
    nav li { max-width: 100%; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
    nav a { text-decoration: none; font-size: .92rem; }
    nav a:hover { text-decoration: underline; }
    main > section {
      background: var(--paper); border: 1px solid var(--line); border-radius: 10px; padding: 20px; margin: 20px 0;
      scroll-margin-top: 52px;
    }
    .note { color: var(--soft); font-size: .9rem; max-width: 76ch; }
    .cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 240px), 1fr)); gap: 14px; }
    .card { border: 1px solid var(--line); border-top: 4px solid var(--line); border-radius: 8px; padding: 12px 14px; }
    .card.met { border-top-color: var(--good); }
    .card.missed { border-top-color: var(--bad); }
    .card h3 { display: flex; justify-content: space-between; gap: 8px; align-items: start; }
    .big { font-size: 2rem; font-weight: 640; line-height: 1.2; margin: 4px 0 0; font-variant-numeric: tabular-nums; }
    .big small { font-size: .95rem; font-weight: 400; color: var(--soft); }
    .meaning { margin: 0; color: var(--soft); font-size: .9rem; }
    .target { margin: 6px 0 2px; font-size: .82rem; color: var(--soft); text-align: right; }
    .bullet { display: block; width: 100%; height: 9px; margin-bottom: 10px; }
    .bullet .reached { fill: var(--accent); }
    .bullet .goal { fill: var(--ink); }
    .card dl, .assumptions dl { margin: 8px 0 0; font-size: .9rem; }
    .card dl div { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 10px; border-top: 1px solid var(--line); }
    .card dt { color: var(--soft); }
    .card dd { margin: 0 0 0 auto; font-variant-numeric: tabular-nums; text-align: right; white-space: nowrap; }
    .badge {
      font-size: .8rem; font-weight: 600; padding: 1px 8px; border-radius: 99px; white-space: nowrap; line-height: 1.6;
    }
    .badge.good { color: var(--good); background: var(--good-ground); }
    .badge.bad { color: var(--bad); background: var(--bad-ground); }
    .badge.doubtful { color: var(--doubt); background: var(--doubt-ground); }
    .cards.wide { grid-template-columns: repeat(auto-fill, minmax(min(100%, 340px), 1fr)); }
    .cards + h3 { margin: 20px 0 6px; }
    .scroll + .charts { margin-top: 22px; }
    .assumptions { columns: 2 420px; column-gap: 36px; }
    .assumptions section { break-inside: avoid-column; margin-bottom: 18px; }
    .assumptions dl div { border-top: 1px solid var(--line); padding: 5px 0; break-inside: avoid; }
    .assumptions dt { font-weight: 600; overflow-wrap: anywhere; }
    .assumptions dd { margin: 0; overflow-wrap: anywhere; }
    table { border-collapse: collapse; font-size: .88rem; font-variant-numeric: tabular-nums; }
    th, td { padding: 3px 12px 3px 0; text-align: right; border-bottom: 1px solid var(--line); white-space: nowrap; }
    th:first-child, .words td, .words th { text-align: left; }
    thead th { color: var(--soft); font-weight: 600; }
    tbody th { font-weight: 400; white-space: normal; min-width: 8em; overflow-wrap: anywhere; }
    /* A shade at the side where there is more to see, which what is there covers when it is scrolled to its end. */
    .scroll {
      overflow: auto; max-height: 420px;
      background:
        linear-gradient(to right, var(--paper) 40%, transparent) left / 36px 100% no-repeat local,
        linear-gradient(to left, var(--paper) 40%, transparent) right / 36px 100% no-repeat local,
        linear-gradient(to right, var(--soft), transparent) left / 10px 100% no-repeat scroll,
        linear-gradient(to left, var(--soft), transparent) right / 10px 100% no-repeat scroll;
    }
    details.numbers { margin-top: 6px; font-size: .92rem; }
    details.numbers summary {
      cursor: pointer; color: var(--accent); width: max-content; max-width: 100%; padding: 2px 0;
    }
    button, select, input {
      font: inherit; color: var(--ink); background: var(--paper); border: 1px solid var(--soft); border-radius: 6px;
      padding: 4px 12px; min-height: 34px;
    }
    button { cursor: pointer; max-width: 100%; overflow-wrap: anywhere; }
    dt, dd, li, summary { overflow-wrap: break-word; min-width: 0; }
    bdi { overflow-wrap: anywhere; }
    button:hover { border-color: var(--accent); color: var(--accent); }
    .save { margin: 4px 0 8px; font-size: .85rem; min-height: 28px; padding: 2px 10px; }
    pre {
      background: var(--ground); border: 1px solid var(--line); border-radius: 6px; padding: 10px 12px;
      overflow-x: auto;
    }
    code { font: .88rem/1.45 ui-monospace, "Cascadia Mono", "DejaVu Sans Mono", Menlo, monospace; }
    .whole { white-space: nowrap; }
    .paper { display: none; }
    footer { color: var(--soft); font-size: .85rem; padding-bottom: 26px; }
    @media (max-width: 560px) {
      header, main, footer, nav > ul { padding-left: 12px; padding-right: 12px; }
      main > section { padding: 14px 12px; margin: 12px 0; }
      h1 { font-size: 1.5rem; }
      nav > ul { flex-wrap: nowrap; overflow-x: auto; }
      nav li { flex: none; }
    }

    """#
}
