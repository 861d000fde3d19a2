import { knownBase, lineEnd, type Range, replace, rule, type Stage, withTriggers } from '#rule';

/** Variables outside of single quotes, not escaped; with a fallback they are meant to be unset. */
const VARIABLE = /'[^']{0,2000}'|[\\`]\$|\$\{?(\w{1,200})(:?[-+])?/g;

/** Ends the ENV in front of a pair and begins another one with it; comments between them stay. */
function split(text: string, between: Range, keyword: string): readonly ReturnType<typeof replace>[] | null {
  const lines = text.slice(between.start, between.end).split('\n').slice(1, -1);
  if (lines.some((line) => !/^\s*(?:#|$)/.test(line))) return null;
  return [replace(between, `${lineEnd(text)}${lines.map((line) => `${line}\n`).join('')}${keyword} `)];
}

/** Where the base is known to leave a variable unset, or sets none at all. */
function isUnset(stage: Stage | null, name: string): boolean {
  const chain = stage ? [stage, ...stage.ancestors()] : [];
  const base = chain.at(-1);
  if (!base?.image || (base.image.value !== 'scratch' && !(base.ref && knownBase(base.ref)))) return false;
  return !/^(?:PATH|HOME|LANG|JAVA_HOME|GOPATH)$/.test(name);
}

export default rule<{ bases: 'known' | 'all' }>({
  id: 'no-self-referring-env',
  on: 'dockerfile',
  title: 'An ENV does not use what it sets itself',
  severity: 'warning',
  category: 'reliability',
  fixes: 'unsafe',
  also: ['hadolint/DL3044', 'datadog/env_no_refer_envvar'],
  options: {
    properties: {
      bases: {
        type: 'string',
        enum: ['known', 'all'],
        description: 'On top of which base images it is told: those that are known to set nothing of the name, or all.',
        default: 'known',
        wider: 'all',
      },
    },
  },
  *check(file, { options }) {
    const { text } = file.source;
    for (const env of withTriggers(file, 'ENV')) {
      const names = new Map(env.pairs.map((pair, i) => [pair.name.value, i]));
      for (const [i, pair] of env.pairs.entries()) {
        const used = [...(pair.value?.text ?? '').matchAll(VARIABLE)].map(([, name = '', fallback]) => (fallback ? '' : name));
        const own = used.find((name) => names.has(name) && name !== pair.name.value);
        const previous = env.pairs[i - 1];
        if (!own || pair.legacy || (options.bases === 'known' && !isUnset(env.stage, own))) continue;
        const earlier = (names.get(own) ?? i) < i;
        const between = previous && { start: previous.range.end, end: pair.range.start };
        const keyword = text.slice(env.keywordRange.start, env.keywordRange.end);
        const edits = earlier && between && !env.onbuild ? split(text, between, keyword) : null;
        yield {
          at: pair.name.range,
          message: `\`$${own}\` in \`${pair.name.value}\` is the value from before this ENV, because all of its variables are set at once at its end.`,
          subject: `${file.subject(pair.name.range)} ${own}`,
          fix: edits ? { title: `Begin another ENV here, which sees the new \`${own}\``, edits } : undefined,
        };
      }
    }
  },
});
