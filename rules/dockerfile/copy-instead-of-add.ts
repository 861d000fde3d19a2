import { isOnlyKept, replace, rule, withTriggers } from '#rule';

// What ADD does more than COPY: it fetches, it clones, and it unpacks tar archives in any compression.
const REMOTE = /^[a-z][a-z0-9+.-]{0,20}:\/\/|^git@|^(?:file|multi):|\.git(?:#|$)/i;
const ARCHIVE = /\.(?:tar|t?gz|t?bz2?|tbz2|t?xz|t?lz|tb2|tpz|lzma|t?zst|t?z|tar\.\w{1,5})["']?$/i;
const MAY_MATCH_ARCHIVES = /[*?\]][^/.]*$|\.[^/]*[*?\]][^/]*$/;

/** `ADD ${JAR_FILE} app.jar`: the target has a name of its own, so that nothing is unpacked, and the variable is not called an address. */
const namesFile = (source: string, target: string) =>
  /\.[a-z]{2,5}$/i.test(target) && !ARCHIVE.test(target) && !/\$.{0,100}(?:ur[il]|link|repo|remote|download)/i.test(source);

export default rule({
  id: 'copy-instead-of-add',
  on: 'dockerfile',
  title: 'Local files are copied with COPY',
  severity: 'info',
  category: 'maintainability',
  fixes: 'safe',
  also: [
    'hadolint/DL3020',
    'trivy/DS-0005',
    'kics/9513a694',
    'kics/add_instead_of_copy',
    'checkov/CKV_DOCKER_4',
    'semgrep/prefer-copy-over-add',
    'sonar-iac/S7029',
  ],
  cis: ['4.9'],
  *check(file) {
    if (isOnlyKept(file.path)) return;
    for (const add of withTriggers(file, 'ADD')) {
      const sources = (add.json ?? add.words).slice(0, -1);
      const target = (add.json ?? add.words).at(-1)?.value ?? '';
      if (
        sources.length === 0 ||
        add.heredocs.length > 0 ||
        add.flags.some(({ name }) => /^(?:checksum|keep-git-dir|unpack)$/.test(name))
      )
        continue;
      if (
        sources.some(
          ({ value }) =>
            (/\$/.test(value) && !namesFile(value, target)) ||
            REMOTE.test(value) ||
            ARCHIVE.test(value) ||
            MAY_MATCH_ARCHIVES.test(value),
        )
      )
        continue;
      const variable = sources.find(({ value }) => value.includes('$'));
      const { start, end } = add.keywordRange;
      const lower = file.source.text.slice(start, end) === 'add';
      yield {
        at: add.keywordRange,
        message:
          '`ADD` only copies here, but would also fetch addresses and unpack archives: with `COPY` the reader and the build know that it never does.',
        subject: [file.subject(add.keywordRange), ...sources.slice(0, 4).map(({ text }) => text)].join(' '),
        fix: {
          title: variable ? `Use \`COPY\`, which does not fetch \`${variable.text}\` if that is an address` : 'Use `COPY`',
          ...(variable && { safety: 'unsafe' as const }),
          edits: [replace(add.keywordRange, lower ? 'copy' : 'COPY')],
        },
      };
    }
  },
});
