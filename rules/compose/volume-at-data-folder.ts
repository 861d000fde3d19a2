import { familiarName, misplacedData, replace, rule, writtenOnce } from '#rule';

export default rule({
  id: 'volume-at-data-folder',
  on: 'compose',
  title: 'Volumes of databases are mounted where their image keeps the data',
  severity: 'warning',
  category: 'reliability',
  fixes: 'unsafe',
  *check(file) {
    const misplaced = file.services.flatMap((service) =>
      misplacedData(service).map((found) => ({ ...found, ref: service.image?.ref })),
    );
    for (const { mount, target, folder, above, ref } of writtenOnce(misplaced, (one) => one.target.range)) {
      const image = ref ? familiarName(ref) : '';
      const former = target.text.startsWith(`${folder}/`);
      const what = former
        ? `PostgreSQL 18 and later keep their data below \`${folder}\`, in a folder for each release: \`${image}\` refuses to start with a volume at \`${target.text}\`, where earlier releases had it.`
        : above
          ? `\`${image}\` keeps its data in \`${folder}\`, which is a volume of its own: what is mounted above it at \`${target.text}\` stays empty, and a new container begins without the data.`
          : `\`${image}\` keeps its data in \`${folder}\`: what is mounted at \`${target.text}\` stays empty, and a new container begins without the data.`;
      const plain = !mount.via && file.source.text.slice(target.range.start, target.range.end) === target.text;
      yield {
        at: target.range,
        message: what,
        fix: plain
          ? {
              title: former
                ? `Mount it at \`${folder}\`; what an earlier release has written there has to be migrated`
                : `Mount it at \`${folder}\`; data that is in the other volume does not move by itself`,
              edits: [replace(target.range, folder)],
            }
          : undefined,
      };
    }
  },
});
