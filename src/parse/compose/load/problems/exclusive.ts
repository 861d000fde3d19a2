// Keys of a service that exclude each other, and services that lack what they need.
import { code } from '../../schema-words.ts';
import { type Checked, fields, items, number, text } from './context.ts';

export function missingParts({ model, name, tell }: Checked): void {
  if (model.build || text(model.image) || model.provider) return;
  const hint = 'Add `image` or `build`.';
  tell(
    'nothing-to-run',
    ['image'],
    `Service ${code(name)} has no \`image\`, \`build\` or \`provider\`: there is nothing to run.`,
    {
      hint,
      onKey: true,
    },
  );
}

export function exclusiveKeys({ model, name, tell }: Checked): void {
  const build = fields(model.build);
  if (text(build.dockerfile_inline) && text(build.dockerfile)) {
    tell(
      'exclusive-keys',
      ['build', 'dockerfile_inline'],
      `Service ${code(name)} has \`dockerfile\` and \`dockerfile_inline\`.`,
      { onKey: true, hint: 'Keep one of them.' },
    );
  }
  const [platforms, platform] = [items(build.platforms), text(model.platform)];
  if (platforms.length > 0 && platform && !platforms.includes(platform)) {
    const message = `Service ${code(name)} runs on ${code(platform)}, which \`build.platforms\` does not have.`;
    tell('missing-platform', ['platform'], message, { hint: 'Add it there.' });
  }
  if (text(model.network_mode) && Object.keys(fields(model.networks)).length > 0) {
    const message = `Service ${code(name)} has \`network_mode\` and \`networks\`: with a network mode it is in no network of the project.`;
    tell('networks-beside-mode', ['network_mode'], message, { onKey: true, hint: 'Keep one of them.' });
  }
  const first = items(fields(model.healthcheck).test)[0];
  if (first !== undefined && !['CMD', 'CMD-SHELL', 'NONE'].includes(text(first))) {
    const message = `A health check that is a list begins with \`CMD\`, \`CMD-SHELL\` or \`NONE\`, not with ${code(text(first))}.`;
    tell('bad-healthcheck', ['healthcheck', 'test', 0], message, { hint: 'Put `"CMD", ` in front.' });
  }
  for (const [index, trigger] of items(fields(model.develop).watch).entries()) {
    const { target, action } = fields(trigger);
    if (text(target) || action === 'rebuild' || action === 'restart') continue;
    tell(
      'missing-target',
      ['develop', 'watch', index],
      `${code(text(action))} copies files into the container and needs a \`target\`.`,
    );
  }
}

/** Old keys of a service and new ones of `deploy` say the same, and must agree. */
export function conflictingAmounts({ model, name, tell }: Checked): void {
  const deploy = fields(model.deploy);
  const [scale, replicas] = [number(model.scale), number(deploy.replicas)];
  if (scale !== undefined && replicas !== undefined && scale !== replicas) conflict('scale', 'deploy.replicas');
  for (const [key, count] of [
    ['scale', scale],
    ['deploy.replicas', replicas],
  ] as const) {
    if (count !== undefined && count < 0)
      tell('negative-count', key.split('.'), `${code(key)} of service ${code(name)} is less than zero.`);
  }
  const { limits, reservations } = fields(deploy.resources);
  const pairs = [
    ['cpus', 'cpus', 'limits', limits],
    ['mem_limit', 'memory', 'limits', limits],
    ['mem_reservation', 'memory', 'reservations', reservations],
    ['pids_limit', 'pids', 'limits', limits],
  ] as const;
  for (const [old, key, kind, resource] of pairs) {
    const written = model[old];
    if (written !== undefined && resource !== undefined && fields(resource)[key] !== written)
      conflict(old, `deploy.resources.${kind}.${key}`);
  }
  const copies = scale ?? replicas ?? 1;
  if (copies > 1 && text(model.container_name)) {
    const message = `Service ${code(name)} has ${copies} containers, and \`container_name\` names one: names are unique.`;
    tell('fixed-name', ['container_name'], message, { onKey: true, hint: 'Remove `container_name`.' });
  }

  function conflict(old: string, key: string): void {
    const message = `${code(old)} and ${code(key)} of service ${code(name)} differ.`;
    tell('conflicting-values', [old], message, { hint: `Keep ${code(key)}.` });
  }
}

export function repeatedMounts({ model, name, tell }: Checked): void {
  const seen = new Set<string>();
  const check = (target: string, keys: readonly (string | number)[]) => {
    if (seen.has(target))
      tell('repeated-mount', keys, `Two mounts of service ${code(name)} have the target ${code(target)}.`, {
        hint: 'Remove one of them.',
      });
    seen.add(target);
  };
  for (const [index, mount] of items(model.tmpfs).entries()) check(text(mount).split(':', 1)[0] ?? '', ['tmpfs', index]);
  for (const [index, mount] of items(model.volumes).entries()) check(text(fields(mount).target), ['volumes', index, 'target']);
}
