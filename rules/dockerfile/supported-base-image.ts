import { type Dockerfile, endOfLife, familiarName, isService, knownBase, type Range, rule } from '#rule';

const DAYS = 365;

/** A folder or file that is called after a release is there for it: `python3.6/Dockerfile`, `Dockerfile.stretch`, `5.17/Dockerfile`, `Dockerfile-Oldest`. */
function isNamedAfter({ path }: Dockerfile, tag: string): boolean {
  const parts = path.toLowerCase().split('/');
  if (
    parts.slice(0, -1).some((part) => /^v?\d+\.\d/.test(part)) ||
    /(?:^|[/._-])(?:old|oldest|legacy|minimum|compat)(?:[/._-]|$)/i.test(path)
  )
    return true;
  const words = tag.toLowerCase().split(/[^a-z\d.]+/);
  const names = words.flatMap((word) => [word, /^[a-z]*(\d+(?:\.\d+)?)/.exec(word)?.[1] ?? word, word.replaceAll('.', '')]);
  return names.some((name) => name.length > 1 && parts.some((part) => part.includes(name)));
}

/** Whoever comments on the base has thought about it. */
const isCommented = ({ source }: Dockerfile, { start }: Range): boolean =>
  /#[^\n]{0,300}\b(?:because|compat\w*|eol|keep\w*|legacy|newer|old\w*|pin\w*|require\w*|support\w*|until|upgrad\w*|versions?)\b[^\n]{0,300}\n[^#\n]{0,60}$/i.test(
    source.text.slice(Math.max(0, start - 700), start),
  );

export default rule<{ images: 'services' | 'all' }>({
  id: 'supported-base-image',
  on: 'dockerfile',
  title: 'Base images still get security updates',
  severity: 'warning',
  category: 'security',
  also: ['openrewrite/FindEndOfLifeImages', 'tally/ruby/eol-ruby-version'],
  cis: ['4.4'],
  nist: ['4.1.1'],
  options: {
    properties: {
      images: {
        type: 'string',
        enum: ['services', 'all'],
        description:
          'Which bases are told: that of the final image of a service, a year after its end, where neither the path nor a comment says that it is meant; or all.',
        default: 'services',
        wider: 'all',
      },
    },
  },
  *check(file, { options, today }) {
    const all = options.images === 'all';
    const final = file.stages.at(-1);
    const base = final?.ancestors().at(-1) ?? final;
    const day = all ? today : new Date(Date.parse(today) - DAYS * 86_400_000).toISOString().slice(0, 10);
    const told = new Set<string>();
    for (const { image, ref } of all ? file.stages : base ? [base] : []) {
      const ended = ref && endOfLife(ref, day);
      if (!image || !ended || told.has(ref.text)) continue;
      const isBase = ref.registry !== null || knownBase(ref) !== null;
      if (!all && !(isBase && isService(file) && !isNamedAfter(file, ref.tag ?? '') && !isCommented(file, image.range))) continue;
      told.add(ref.text);
      yield {
        at: image.range,
        message: `${ended.release} has had no security updates since ${ended.date}: what has been found in it since then stays open in \`${familiarName(ref)}\`. Move to a release that is maintained.`,
      };
    }
  },
});
