// Names of networks, volumes, configs, secrets, models and services that nothing defines.
import { code } from '../../schema-words.ts';
import { type Checked, fields, items, text } from './context.ts';

export function undefinedReferences(service: Checked): void {
  const { model, name, project, tell } = service;
  const check = (section: string, what: string, used: string, keys: readonly (string | number)[], onKey = false) => {
    if (used === '' && section !== 'configs' && section !== 'secrets') return;
    if (project.has(section, used) && !(section === 'networks' && used.startsWith('x-'))) return;
    const message = `Service ${code(name)} uses the ${what} ${code(used)}, which is defined nowhere.`;
    tell('undefined-reference', keys, message, { hint: `Define it under \`${section}\`, or correct the name.`, onKey });
  };
  for (const network of Object.keys(fields(model.networks))) check('networks', 'network', network, ['networks', network], true);
  for (const [index, mount] of items(model.volumes).entries()) {
    const { type, source } = fields(mount);
    if (type === 'volume') check('volumes', 'volume', text(source), ['volumes', index, 'source']);
  }
  for (const [section, what] of [
    ['configs', 'config'],
    ['secrets', 'secret'],
  ] as const) {
    for (const [index, use] of items(model[section]).entries())
      check(section, what, text(fields(use).source), [section, index, 'source']);
  }
  for (const [index, use] of items(fields(model.build).secrets).entries()) {
    check('secrets', 'secret', text(fields(use).source), ['build', 'secrets', index, 'source']);
  }
  undefinedModels(service);
  undefinedServices(service);
}

function undefinedModels({ model, name, project, tell }: Checked): void {
  const defined = project.root.fields.get('models')?.value;
  for (const used of Object.keys(fields(model.models))) {
    if (defined?.kind === 'map' && defined.fields.has(used)) continue;
    const message = `Service ${code(name)} uses the model ${code(used)}, which is defined nowhere.`;
    tell('undefined-model', ['models', used], message, { hint: 'Define it under `models`.', onKey: true });
  }
}

function undefinedServices({ model, name, project, tell }: Checked): void {
  for (const used of Object.keys(fields(model.depends_on))) {
    if (project.has('services', used)) continue;
    const message = `Service ${code(name)} depends on the service ${code(used)}, which is defined nowhere.`;
    tell('undefined-reference', ['depends_on', used], message, { hint: 'Define it, or correct the name.', onKey: true });
  }
  for (const [context, value] of Object.entries(fields(fields(model.build).additional_contexts))) {
    const used = /^service:(.*)$/s.exec(text(value))?.[1];
    if (used === undefined) continue;
    const keys = ['build', 'additional_contexts', context];
    if (!project.has('services', used))
      tell('undefined-context', keys, `The context ${code(context)} is the image of ${code(used)}, which is no service.`);
    else if (!fields(fields(project.model.services)[used]).build) {
      tell('not-buildable', keys, `The context ${code(context)} is the image of service ${code(used)}, which is not built.`, {
        hint: `Give ${code(used)} a \`build\`.`,
      });
    }
  }
}
