// The page's style: plain, readable, light or dark as the reader prefers.
export const STYLE = `
:root { color-scheme: light dark; --line: #d1d9e0; --muted: #59636e; --soft: #f6f8fa; --ins: #dafbe1; --del: #ffebe9; --hunk: #ddf4ff; --link: #0969da;
  --good: #1a7f37; --bad: #cf222e; --warn: #9a6700; --page: #fff; --text: #1f2328; }
@media (prefers-color-scheme: dark) { :root { --line: #3d444d; --muted: #9198a1; --soft: #151b23; --ins: #12261e; --del: #301b1e; --hunk: #121d2f; --link: #4493f8;
  --good: #3fb950; --bad: #f85149; --warn: #d29922; --page: #0d1117; --text: #f0f6fc; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 1012px; padding: 24px 16px 64px; background: var(--page); color: var(--text); font: 14px/1.5 system-ui, sans-serif; overflow-wrap: break-word; }
h1 { font-size: 26px; font-weight: 400; margin: 0 0 8px; } h1 small { color: var(--muted); font-size: inherit; }
h2 { font-size: 18px; margin: 32px 0 12px; padding-bottom: 6px; border-bottom: 1px solid var(--line); }
a { color: var(--link); text-decoration: none; }
.state { display: inline-block; padding: 3px 12px; border-radius: 999px; color: #fff; background: var(--good); font-weight: 600; } .state.closed { background: var(--bad); } .state.draft { background: var(--muted); }
.muted { color: var(--muted); } code, pre, .path { font: 12px/1.5 ui-monospace, SFMono-Regular, Menlo, monospace; }
.box { border: 1px solid var(--line); border-radius: 6px; margin: 12px 0; overflow: hidden; background: var(--page); } .box > header { background: var(--soft); padding: 8px 12px; border-bottom: 1px solid var(--line); }
.body { padding: 4px 12px; } .body > :first-child { margin-top: 6px; } .body code { background: var(--soft); padding: 1px 5px; border-radius: 4px; } .body pre { background: var(--soft); padding: 10px; overflow-x: auto; } .body pre code { padding: 0; }
.body table:not(.diff) { border-collapse: collapse; display: block; width: max-content; max-width: 100%; overflow: auto; } .body table:not(.diff) :is(td, th) { border: 1px solid var(--line); padding: 4px 10px; } blockquote { margin: 0; padding-left: 12px; border-left: 3px solid var(--line); color: var(--muted); }
.badge { border: 1px solid var(--line); border-radius: 999px; padding: 0 8px; font-size: 12px; color: var(--muted); } .mention { font-weight: 600; color: var(--link); }
.success { color: var(--good); } .failure, .timed_out { color: var(--bad); } .neutral, .cancelled, .skipped, .notice { color: var(--muted); } .warning, .action_required, .in_progress, .queued { color: var(--warn); }
.annotation { padding: 8px 12px; border-top: 1px solid var(--line); } .annotation p { margin: 2px 0; white-space: pre-wrap; }
table.diff { border-collapse: collapse; width: 100%; } table.diff pre { margin: 0; padding: 0; white-space: pre-wrap; overflow-wrap: anywhere; background: none; } table.diff td { padding: 0 8px; vertical-align: top; }
table.diff td.number { width: 1%; min-width: 40px; color: var(--muted); text-align: right; user-select: none; font: 12px/1.5 ui-monospace, monospace; } td.sign { width: 1%; user-select: none; font: 12px/1.5 ui-monospace, monospace; }
tr.ins { background: var(--ins); } tr.del { background: var(--del); } tr.hunk { background: var(--hunk); color: var(--muted); } tr.said > td { padding: 4px 12px !important; border-block: 1px solid var(--line); background: var(--soft); }
.suggestion { border: 1px solid var(--line); border-radius: 6px; overflow: hidden; margin: 8px 0; } .suggestion p { margin: 0; padding: 4px 10px; background: var(--soft); border-bottom: 1px solid var(--line); font-size: 12px; color: var(--muted); }
.said .annotation { border: 0; padding: 4px 0; } .thread .box { margin: 8px 0; } button { font: inherit; font-size: 12px; border: 1px solid var(--line); border-radius: 6px; background: var(--soft); color: inherit; padding: 3px 12px; margin: 0 6px 10px 0; }
`;
