import { builtServices, composePath, entryRemoval, remove, rule, signalName, usedAt, writtenOnce } from '#rule';

export default rule({
  id: 'stop-signal-of-image',
  on: 'project',
  title: 'A service is stopped with the signal that its image names',
  severity: 'info',
  category: 'reliability',
  presets: ['strict'],
  fixes: 'unsafe',
  *check(project) {
    const signals = [...builtServices(project).values()].flatMap((built) => {
      const signal = built.service.scalar('stop_signal');
      return signal && built.stage && !signal.interpolated ? [{ ...built, signal, stage: built.stage }] : [];
    });
    for (const { file, service, dockerfile, stage, signal } of writtenOnce(signals, (one) => one.signal.range, composePath)) {
      const last = [stage, ...stage.ancestors()].map((link) => link.instructionsOf('STOPSIGNAL').at(-1)).find((one) => one);
      const said = last && signalName(dockerfile.expand(last.text, last) ?? '');
      const wanted = signalName(signal.string);
      // With a program of its own the service may well need a signal of its own.
      if (!last || !said || !wanted || said === wanted || service.get('command') || service.get('entrypoint')) continue;
      const entry = service.entryOf('stop_signal');
      const cut = service.node && entry && !signal.via ? entryRemoval(file, service.node, entry) : null;
      yield {
        path: file.path,
        at: usedAt(signal),
        message: `${dockerfile.path} says that its program is stopped with \`${said}\`; \`stop_signal: ${signal.string}\` sends it another one, on which it may break off or not react.`,
        related: [{ path: dockerfile.path, at: last.arguments, message: 'The signal of the image.' }],
        fix: cut
          ? { title: `Remove \`stop_signal\`: the service is then stopped with \`${said}\``, edits: [remove(cut)] }
          : undefined,
      };
    }
  },
});
