"""How the page looks: by day and by night, on a phone, on paper."""

STATES = ("reviewed", "outdated", "machine", "untranslated")
"""The states of segments, best first: the layers of the chart from its ground up."""

CSS = """
:root { color-scheme: light dark;
  --ink: #1b1f23; --dim: #57606a; --paper: #fff; --line: #d0d7de; --soft: #f6f8fa;
  --error: #b3261e; --good: #116329; --link: #0550ae;
  --reviewed: #116329; --outdated: #c77700; --machine: #218bff; --untranslated: #87909a; }
@media screen and (prefers-color-scheme: dark) { :root {
  --ink: #e6edf3; --dim: #9aa4af; --paper: #0d1117; --line: #30363d; --soft: #161b22;
  --error: #ff7b72; --good: #56d364; --link: #79b8ff;
  --reviewed: #2ea043; --outdated: #f0c24b; --machine: #388bfd; --untranslated: #6e7681; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.5rem 1rem 4rem; max-width: 90rem; overflow-wrap: anywhere;
  background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
h1 { font-size: 1.25rem; margin: 0; }
h2 { font-size: 1.2rem; margin: 2.5rem 0 .75rem; }
a { color: var(--link); }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
p.about { color: var(--dim); margin: 0 0 1rem; }
p.outcome { color: var(--good); font-size: 1.6rem; font-weight: 600; line-height: 1.2; margin: 0 0 .75rem; }
p.stopped, .error, p.outcome.error { color: var(--error); font-weight: 600; }
ul { padding-left: 1.2rem; margin: .5rem 0; }
dl.totals { display: flex; flex-wrap: wrap; gap: .75rem; margin: 0; }
dl.totals div { background: var(--soft);
  border: 1px solid var(--line); border-radius: .5rem; padding: .6rem .9rem; }
dl.totals dt { color: var(--dim); font-size: .85rem; }
dl.totals dd { margin: 0; font-size: 1.4rem; font-variant-numeric: tabular-nums; }
.wide { overflow-x: auto; margin-bottom: 1rem; }
table { border-collapse: collapse; min-width: 20rem; font-size: .85rem; overflow-wrap: normal; }
caption { text-align: left; color: var(--dim); padding-bottom: .4rem; }
th, td { text-align: left; vertical-align: top; padding: .35rem .4rem; border-bottom: 1px solid var(--line); }
thead th { vertical-align: bottom; border-bottom: 2px solid var(--line); background: var(--paper); }
tbody th { font-weight: 400; overflow-wrap: anywhere; min-width: 10rem; background: var(--paper); }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
figure { margin: 1.5rem 0; max-width: 52rem; }
figcaption { font-weight: 600; margin-bottom: .5rem; }
svg { display: block; width: 100%; height: auto; }
svg text { fill: var(--dim); font: 11px system-ui, sans-serif; }
svg .grid { stroke: var(--line); stroke-opacity: .6; }
polygon { stroke: var(--paper); stroke-width: .5; }
ul.legend { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; list-style: none; padding: 0; }
ul.legend svg { display: inline-block; width: .9em; height: .9em;
  margin-right: .4em; vertical-align: -.08em; }
ul.findings code { color: var(--dim); font-size: .85em; }
summary { cursor: pointer; padding: .3rem 0; }
details details { margin-left: 1.2rem; }
@media (min-width: 80rem) {
  .wide { overflow: visible; }
  thead th { position: sticky; top: 0; }
  tbody th { min-width: 16rem; } }
@media (max-width: 40rem) {
  svg text { font-size: 21px; }
  svg .between { display: none; }
  tr > :first-child { position: sticky; left: 0; } }
@media print {
  :root { color-scheme: light; print-color-adjust: exact; }
  body { padding: 0; font-size: .8rem; }
  .wide { overflow: visible; }
  table { font-size: .7rem; }
  tbody th { min-width: 8rem; }
  tr, figure, li { break-inside: avoid; }
  h2, summary, caption { break-after: avoid; }
  thead th { position: static; } }
""" + "".join(f".{state} {{ fill: var(--{state}); }}\n" for state in STATES)
