"""How the page looks, by day and by night."""

STATES = ("reviewed", "outdated", "machine", "untranslated")
"""The states of segments, best first: the layers of the chart from its ground up."""

CSS = """
:root { color-scheme: light dark;
  --ink: #1b1f23; --dim: #57606a; --paper: #fff; --line: #d0d7de; --soft: #f6f8fa; --error: #b3261e;
  --reviewed: #1a7f37; --outdated: #bf8700; --machine: #54a0e8; --untranslated: #c3cad2; }
@media (prefers-color-scheme: dark) { :root {
  --ink: #e6edf3; --dim: #9aa4af; --paper: #0d1117; --line: #30363d; --soft: #161b22; --error: #ff7b72;
  --reviewed: #3fb950; --outdated: #d29922; --machine: #2f6fb5; --untranslated: #484f58; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.5rem 1rem 4rem; max-width: 80rem;
  background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
h1 { font-size: 1.6rem; margin: 0; }
h2 { font-size: 1.2rem; margin: 2.5rem 0 .75rem; }
p.about { color: var(--dim); margin: .25rem 0 1.5rem; }
p.stopped, .error { color: var(--error); font-weight: 600; }
dl.totals { display: flex; flex-wrap: wrap; gap: .75rem; margin: 0; }
dl.totals div { background: var(--soft);
  border: 1px solid var(--line); border-radius: .5rem; padding: .6rem .9rem; }
dl.totals dt { color: var(--dim); font-size: .85rem; }
dl.totals dd { margin: 0; font-size: 1.4rem; font-variant-numeric: tabular-nums; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .85rem; }
caption { text-align: left; color: var(--dim); padding-bottom: .4rem; }
th, td { text-align: left; vertical-align: top; padding: .35rem .5rem; border-bottom: 1px solid var(--line); }
thead th { vertical-align: bottom; border-bottom: 2px solid var(--line); }
thead th.number { white-space: normal; }
tbody th { font-weight: 400; overflow-wrap: anywhere; min-width: 15rem; }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
svg { display: block; width: 100%; height: auto; }
svg text { fill: var(--dim); font: 12px system-ui, sans-serif; }
@media (max-width: 40rem) { svg text { font-size: 20px; } }
svg .grid { stroke: var(--line); }
ul.legend { display: flex; flex-wrap: wrap; gap: 1.25rem;
  list-style: none; padding: 0; margin: .5rem 0 1rem; }
ul.legend svg { display: inline-block; width: .9em; height: .9em;
  margin-right: .4em; vertical-align: -.08em; }
ul.findings { padding-left: 1.2rem; }
ul.findings code { color: var(--dim); font-size: .85em; }
summary { cursor: pointer; padding: .3rem 0; }
""" + "".join(f".{state} {{ fill: var(--{state}); }}\n" for state in STATES)
