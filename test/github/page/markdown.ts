// Comments as GitHub renders them: Markdown with a few harmless HTML tags, comments hidden, suggestions as small diffs.
import markdownIt from 'markdown-it';
import { escaped, Html } from './html.ts';

const ALLOWED = new Set(
  'a b blockquote br code dd del details div dl dt em h1 h2 h3 h4 h5 h6 hr i ins kbd li ol p pre s samp span strike strong sub summary sup table tbody td th thead tr tt ul var'.split(
    ' ',
  ),
);

/** Drops comments and every attribute; tags that are not allowed vanish, their text stays. */
function sanitised(text: string): string {
  return text.replace(
    /<!--[\s\S]*?(?:-->|$)|<(\/?)([a-zA-Z][\w-]*)[^<>]*>|[<>]/g,
    (all, slash: string | undefined, name: string | undefined) => {
      if (name === undefined) return all.startsWith('<!--') ? '' : escaped(all);
      const tag = name.toLowerCase();
      return ALLOWED.has(tag) ? `<${slash ?? ''}${tag}>` : '';
    },
  );
}

function rows(lines: readonly string[], kind: 'del' | 'ins'): string {
  const sign = kind === 'del' ? '-' : '+';
  return lines
    .map((line) => `<tr class="${kind}"><td class="sign">${sign}</td><td><pre>${escaped(line) || '&#8203;'}</pre></td></tr>`)
    .join('');
}

function suggestion(before: readonly string[], after: string): string {
  const lines = after === '' ? [] : after.replace(/\n$/, '').split('\n');
  return `<div class="suggestion"><p>Suggested change</p><table class="diff">${rows(before, 'del')}${rows(lines, 'ins')}</table></div>`;
}

interface Around extends Record<string, unknown> {
  /** The commented lines, which a suggestion would replace. */
  before?: readonly string[];
}

const md = markdownIt({ html: true, linkify: true, breaks: true });
const usualFence = md.renderer.rules.fence;
const usualText = md.renderer.rules.text;
md.renderer.rules.html_block = (tokens, at) => sanitised(tokens[at]?.content ?? '');
md.renderer.rules.html_inline = (tokens, at) => sanitised(tokens[at]?.content ?? '');
md.renderer.rules.fence = (tokens, at, options, env, self) => {
  const token = tokens[at];
  if (token?.info.trim() === 'suggestion') return suggestion((env as Around).before ?? [], token.content);
  return usualFence?.(tokens, at, options, env, self) ?? '';
};
md.renderer.rules.text = (tokens, at, options, env, self) => {
  const text = usualText?.(tokens, at, options, env, self) ?? escaped(tokens[at]?.content ?? '');
  return text.replace(/(^|[^\w&/.-])@([a-zA-Z\d](?:[a-zA-Z\d-]{0,38}))/g, '$1<span class="mention">@$2</span>');
};

export function markdown(text: string, around: Around = {}): Html {
  return new Html(md.render(text, { ...around }));
}
