extension PageStyle {
  /// The player.
  static let player: StaticString = #"""
    .controls { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; }
    .controls .play { min-width: 5.4em; background: var(--accent); border-color: var(--accent); color: var(--paper); }
    .controls .play:hover { color: var(--paper); filter: brightness(1.1); }
    .controls .clock { font-size: 1.15rem; font-weight: 600; font-variant-numeric: tabular-nums; margin-left: auto; }
    .controls input[type="range"] { flex: 1 1 100%; padding: 0; accent-color: var(--accent); min-height: 30px; }
    .jumps { margin: 6px 0; font-size: .9rem; color: var(--soft); }
    .ask { display: flex; flex-wrap: wrap; gap: 6px; align-items: center; font-size: .9rem; color: var(--soft); }
    .ask .number { width: 7em; }
    .chip { font-size: .85rem; min-height: 28px; padding: 1px 9px; border-radius: 99px; margin: 2px 0; }
    .link {
      border: 0; padding: 0 2px; min-height: 0; background: none; color: var(--accent); text-decoration: underline;
      font-variant-numeric: tabular-nums;
    }
    .nights { margin-top: 12px; }
    .nights.two { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 440px), 1fr)); gap: 24px; }
    .night { min-width: 0; }
    .night > h3 { margin-bottom: 6px; }
    .halves { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 400px), 1fr)); gap: 16px 30px; }
    .halves > div { min-width: 0; }
    .halves > .right:empty { display: none; }
    .lane { border-bottom: 1px solid var(--line); padding: 4px 0 2px; }
    .lane .head { margin: 0; font-size: .92rem; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
    .lane .words { color: var(--soft); }
    .night canvas { display: block; width: 100%; cursor: pointer; }
    .swatch { width: 14px; height: 14px; flex: none; display: inline-block; }
    .swatch.busy { background: var(--busy); } .swatch.finishing {
      background: linear-gradient(to top right, var(--finishing) 44%, var(--paper) 44% 56%, var(--finishing) 56%);
    }
    .swatch.ready { border: 2px solid var(--ready); } .swatch.resting { background: var(--resting); height: 5px; }
    .swatch.person { border-radius: 50%; border: 2px solid var(--c1); }
    .swatch.person.late { background: var(--bad); border-color: var(--bad); }
    .night .keys canvas { flex: none; cursor: default; }
    .story {
      margin-top: 12px; border: 1px solid var(--line); border-left: 4px solid var(--accent); border-radius: 6px;
      padding: 10px 14px; max-height: 340px; overflow: auto;
    }
    .story :is(h3, h4), .lists :is(h3, h4) { margin: 0; font-size: .98rem; }
    .story p { margin: 0; } .story ol { margin: 4px 0 0; padding-left: 22px; } .story small { color: var(--soft); }
    .lists { display: flex; flex-wrap: wrap; gap: 6px 34px; margin-top: 10px; min-height: 62px; }
    .lists p { margin: 2px 0 0; }

    """#
}
