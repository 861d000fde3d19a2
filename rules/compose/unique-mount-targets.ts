import { type Mount, rule, writtenOnce } from '#rule';

const targetOf = ({ target }: Mount) => target?.text.replace(/(?<=.)\/$/, '') ?? '';

export default rule({
  id: 'unique-mount-targets',
  on: 'compose',
  title: 'Nothing is mounted twice in one place',
  severity: 'warning',
  category: 'consistency',
  also: ['compose-go/semantic.conflicting-attributes'],
  *check(file) {
    const hidden = file.services.flatMap(({ volumes }) => {
      const last = new Map(volumes.map((mount) => [targetOf(mount), mount]));
      return volumes.flatMap((mount) => {
        const winner = last.get(targetOf(mount));
        return mount.target && winner && winner !== mount ? [{ target: mount.target, winner }] : [];
      });
    });
    for (const { target, winner } of writtenOnce(hidden, (one) => one.target.range))
      yield {
        at: target.range,
        message: `\`${target.text}\` is the target of a later mount, too: Compose drops this one without a word.`,
        related: [{ at: winner.range, message: 'Only this one is mounted.' }],
      };
  },
});
