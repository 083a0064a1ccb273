/** How the page of a report looks: in light and dark, on a screen and on paper. */
export const style = `
:root { color-scheme: light dark; --ground: #fff; --text: #1c2128; --soft: #57606a; --line: #d0d7de; --box: #f6f8fa; --mark: #0550ae; --bad: #b3261e; --good: #1a6b2f; }
@media (prefers-color-scheme: dark) { :root { --ground: #0d1117; --text: #e6edf3; --soft: #a3adb8; --line: #3d444d; --box: #161b22; --mark: #79b8ff; --bad: #ff8f85; --good: #6fdd8b; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--text); font: 16px/1.5 system-ui, sans-serif; }
header, main, footer { max-width: 84rem; margin: 0 auto; padding: 1rem 1.5rem; }
h1 { font-size: 1.6rem; margin: 0.5rem 0; }
h2 { font-size: 1.15rem; margin: 1.5rem 0 0.5rem; }
.sum { display: flex; flex-wrap: wrap; gap: 0.75rem; padding: 0; margin: 1rem 0; list-style: none; }
.sum li { background: var(--box); border: 1px solid var(--line); border-radius: 8px; padding: 0.5rem 1rem; }
.sum b { display: block; font-size: 1.5rem; line-height: 1.2; }
.soft { color: var(--soft); }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: 0.25rem 0.75rem 0.25rem 0; border-bottom: 1px solid var(--line); }
td.number { text-align: right; white-space: nowrap; }
code { font: 0.9em ui-monospace, monospace; overflow-wrap: anywhere; }
td code { white-space: nowrap; }
summary::before { content: '\\25B8'; }
details[open] > summary::before { content: '\\25BE'; }
form { position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; gap: 0.75rem; align-items: end; padding: 0.75rem 0; background: var(--ground); border-bottom: 1px solid var(--line); }
label { display: grid; font-size: 0.85rem; color: var(--soft); }
input, select, button { font: inherit; color: var(--text); background: var(--box); border: 1px solid var(--line); border-radius: 6px; padding: 0.3rem 0.5rem; max-width: 18rem; }
:focus-visible { outline: 3px solid var(--mark); outline-offset: 2px; }
details { border-bottom: 1px solid var(--line); content-visibility: auto; contain-intrinsic-size: auto 2.75rem; }
summary { cursor: pointer; padding: 0.5rem 0.25rem; display: grid; grid-template-columns: 1rem minmax(12rem, 2fr) minmax(8rem, 2fr) minmax(10rem, 1fr); gap: 0.25rem 1rem; }
summary:hover { background: var(--box); }
.bad { color: var(--bad); font-weight: 600; }
.good { color: var(--good); }
.pictures { display: grid; grid-template-columns: repeat(auto-fit, minmax(18rem, 1fr)); gap: 1rem; padding: 0.5rem 0; }
figure { margin: 0; border: 1px solid var(--line); border-radius: 8px; padding: 0.75rem; background: var(--box); }
figure img { display: block; max-width: 100%; max-height: 30rem; margin: 0.5rem auto 0; }
.body { padding: 0 0.25rem 1rem; }
[hidden] { display: none !important; }
@media (max-width: 45rem) { summary { grid-template-columns: 1rem 1fr; } summary > :not(:first-child) { grid-column: 2; } header, main, footer { padding: 1rem; } }
@media print { form, .keys { display: none; } details { break-inside: avoid; content-visibility: visible; } body { font-size: 11pt; } }
`
