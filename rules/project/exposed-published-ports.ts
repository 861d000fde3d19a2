import {
  builtServices,
  composePath,
  type ExposedPort,
  exposedPorts,
  type Port,
  replace,
  rule,
  type Service,
  writtenOnce,
} from '#rule';

/** A command or a variable may choose the port. */
const listensElsewhere = ({ get, environment }: Service): boolean =>
  get('command') !== undefined || get('entrypoint') !== undefined || environment.some(({ name }) => /PORT/i.test(name));

/** `null` for ranges and variables. */
function isExposed({ target, protocol }: Port, exposed: readonly ExposedPort[]): boolean | null {
  const { from, to } = target?.ports ?? { from: 0, to: 1 };
  if (from !== to) return null;
  return exposed.some((one) => one.from <= from && from <= one.to && one.protocol === protocol);
}

export default rule({
  id: 'exposed-published-ports',
  on: 'project',
  title: 'Published ports are among those that the image exposes',
  severity: 'info',
  category: 'consistency',
  presets: ['strict'],
  fixes: 'unsafe',
  cis: ['5.9'],
  *check(project) {
    const ports = [...builtServices(project).values()].flatMap((built) => {
      const exposed = built.stage && built.service.ports.length > 0 ? exposedPorts(built.dockerfile, built.stage) : null;
      if (!exposed || exposed.length === 0 || listensElsewhere(built.service)) return [];
      const wrong = built.service.ports.filter((port) => isExposed(port, exposed) === false);
      // One that is right says that the program is as its image tells: others are further ones.
      return wrong.length === built.service.ports.length ? wrong.map((port) => ({ ...built, port, exposed })) : [];
    });
    for (const { file, service, dockerfile, port, exposed } of writtenOnce(ports, (one) => one.port.range, composePath)) {
      const { target } = port;
      if (!target) continue;
      const [only, ...others] = exposed;
      const one = others.length === 0 && only?.from === only?.to && service.ports.length === 1;
      const written = file.source.text.slice(target.range.start, target.range.end) === target.text;
      const meant = one && written && !port.via ? only : undefined;
      const listed = exposed.slice(0, 6).map(({ from, to }) => `\`${from === to ? from : `${from}-${to}`}\``);
      yield {
        path: file.path,
        at: port.via ?? target.range,
        message: `${dockerfile.path} exposes ${listed.join(', ')} and not \`${target.text}\`: either nothing listens on the port that is published, or EXPOSE tells something else than what the program does.`,
        fix: meant ? { title: `Publish the port ${meant.from}`, edits: [replace(target.range, String(meant.from))] } : undefined,
        subject: `services.${service.name}.ports/${target.text}/${port.protocol}`,
      };
    }
  },
});
