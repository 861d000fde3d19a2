import { replace, rule } from '#rule';

// What ADD does more than COPY: it fetches, it clones, and it unpacks tar archives in any compression.
const REMOTE = /^[a-z][a-z0-9+.-]{0,20}:\/\/|^git@|^(?:file|multi):|\.git(?:#|$)/i;
const ARCHIVE = /\.(?:tar|t?gz|t?bz2?|tbz2|t?xz|tlz|lzma|t?zst|t?z|tar\.\w{1,5})["']?$/i;
const MAY_MATCH_ARCHIVES = /[*?\]][^/.]*$|\.[^/]*[*?\]][^/]*$/;

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
    for (const add of file.instructions('ADD')) {
      const sources = (add.json ?? add.words).slice(0, -1);
      if (
        sources.length === 0 ||
        add.heredocs.length > 0 ||
        add.flags.some(({ name }) => /^(?:checksum|keep-git-dir|unpack)$/.test(name))
      )
        continue;
      if (
        sources.some(
          ({ value }) => /\$/.test(value) || REMOTE.test(value) || ARCHIVE.test(value) || MAY_MATCH_ARCHIVES.test(value),
        )
      )
        continue;
      const { start, end } = add.keywordRange;
      const lower = file.source.text.slice(start, end) === 'add';
      yield {
        at: add.keywordRange,
        message:
          '`ADD` only copies here, but would also fetch addresses and unpack archives: with `COPY` the reader and the build know that it never does.',
        subject: [file.subject(add.keywordRange), ...sources.slice(0, 4).map(({ text }) => text)].join(' '),
        fix: { title: 'Use `COPY`', edits: [replace(add.keywordRange, lower ? 'copy' : 'COPY')] },
      };
    }
  },
});
