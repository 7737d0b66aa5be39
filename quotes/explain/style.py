"""The look of the page: readable at any width, in the dark, in print and without colours."""

STYLE = """
:root { color-scheme: light dark; --ink: #1c1b19; --paper: #fffdf8; --soft: #5d5850;
  --line: #cfc8ba; --quote: #7a4b00; --cue: #a3123f; --speaker: #0b5394; --name: #0b5394;
  --title: #1d6b2f; --other: #5b3a8c; }
@media (prefers-color-scheme: dark) { :root { --ink: #ece8df; --paper: #1b1a18; --soft: #b4ad9f;
  --line: #4a463f; --quote: #f0b75b; --cue: #ff8aa8; --speaker: #8ec2f5; --name: #8ec2f5;
  --title: #86d39a; --other: #c8a8f5; } }
body { margin: 0 auto; max-width: 62rem; padding: 1rem 1.25rem 4rem; background: var(--paper);
  color: var(--ink); font: 1rem/1.5 Georgia, serif; overflow-wrap: break-word; }
h1, h2, h3, h4, table, figcaption, svg, nav, .legend, .facts {
  font-family: system-ui, sans-serif; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.25rem; margin-top: 2.5rem; }
h3 { font-size: 1.1rem; margin: 2.5rem 0 0; border-top: 2px solid var(--ink);
  padding-top: .75rem; }
h4 { font-size: 1rem; margin: 1.25rem 0 .25rem; }
p { margin: .25rem 0; } .facts, figcaption { color: var(--soft); font-size: .875rem; }
.rule { margin: .5rem 0 .5rem .75rem; } details { margin: .5rem 0 0 .75rem; }
code { font-size: .9em; } a { color: inherit; }
:focus-visible { outline: 3px solid var(--speaker); outline-offset: 2px; }
table { border-collapse: collapse; font-size: .875rem; margin: .5rem 0; }
th, td { text-align: left; vertical-align: top; padding: .15rem .75rem .15rem 0;
  border-bottom: 1px solid var(--line); }
figure { margin: .75rem 0; }
.scroll { overflow-x: auto; border: 1px solid var(--line); padding: .25rem; }
.scroll svg { display: block; font-size: .875rem; }
.displacy-arc, .displacy-arrowhead, .displacy-label { color: var(--soft); }
.displacy-label { font-size: .75rem; }
.displacy-tag, .displacy-lemma { fill: var(--soft); font-size: .75rem; }
.node .displacy-word { font-weight: bold; text-decoration: underline; }
.node .displacy-tag { fill: inherit; font-style: italic; }
.node, .mark { fill: var(--other); color: var(--other); }
.mark { font-weight: bold; text-decoration: underline; }
.node-quote { fill: var(--quote); color: var(--quote); }
.node-cue { fill: var(--cue); color: var(--cue); }
.node-speaker { fill: var(--speaker); color: var(--speaker); }
.node-name { fill: var(--name); color: var(--name); }
.node-title { fill: var(--title); color: var(--title); }
.legend ul { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; list-style: none; padding: 0; }
@media print { .scroll { overflow: visible; } .scroll svg { width: 100%; height: auto; } }
"""
