import { rule, wholeServices } from '#rule';

const MANY = 4;

export default rule({
  id: 'separate-networks',
  on: 'compose',
  title: 'Services only share networks with those that they talk to',
  severity: 'info',
  category: 'security',
  presets: [],
  also: ['docksec/network-segmentation'],
  cis: ['5.30'],
  nist: ['4.3.3'],
  *check(file) {
    const services = wholeServices(file);
    const open = services.flatMap(({ name, ports }) => (ports.length > 0 ? [name] : [])).sort();
    if (services.length < MANY || open.length === 0) return;
    if (services.some(({ get, scalar }) => get('networks') || (get('network_mode') && scalar('network_mode')?.string !== 'host')))
      return;
    const entry = file.root?.entry('services');
    if (entry)
      yield {
        at: entry.key.range,
        message: `No network keeps the ${services.length} services apart: who breaks into \`${open[0]}\`, which is open to others, reaches all of them. Give those behind it a network of their own.`,
      };
  },
});
