import { entryRemoval, isForSwarm, isGenerated, isOnlyKept, remove, rule } from '#rule';

export default rule({
  id: 'no-obsolete-version',
  on: 'compose',
  title: 'The Compose file names no version',
  severity: 'info',
  category: 'maintainability',
  fixes: 'safe',
  also: ['dclint/no-version-field', 'compose-go/version'],
  *check(file) {
    const { root } = file;
    const version = root?.entry('version');
    // `docker stack deploy` of older engines refuses a file without it, and of files that are loaded together all or none have it.
    if (!root || !version || file.legacy || file.fragment || isForSwarm(file)) return;
    if (/podman/i.test(file.path) || isOnlyKept(file.path) || isGenerated(file.source.text)) return;
    const cut = entryRemoval(file, root, version);
    const { text } = file.source;
    // A version at the top takes the blank line below it along.
    const blank =
      cut && !root.flow && /(?:^|\n)[ \t]*\r?\n?$/.test(text.slice(0, cut.start))
        ? /^(?:[ \t]*\r?\n)*/.exec(text.slice(cut.end, cut.end + 100))
        : null;
    yield {
      at: version.key.range,
      message: '`version` is obsolete: Compose ignores it and warns about it at every start.',
      fix: cut
        ? { title: 'Remove `version`', edits: [remove({ start: cut.start, end: cut.end + (blank?.[0].length ?? 0) })] }
        : undefined,
    };
  },
});
