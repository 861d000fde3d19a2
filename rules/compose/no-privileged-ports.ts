import { rule, writtenOnce } from '#rule';

const FIRST_FREE = 1024;

export default rule({
  id: 'no-privileged-ports',
  on: 'compose',
  title: 'Ports are above 1023',
  severity: 'info',
  category: 'security',
  presets: [],
  also: ['kics/bc2908f3', 'kics/privileged_ports_mapped_in_container'],
  cis: ['5.8'],
  *check(file) {
    for (const { published, target, range } of writtenOnce(
      file.services.flatMap(({ ports }) => ports),
      (port) => port.range,
    )) {
      const low = [published, target].find((part) => part?.ports && part.ports.from < FIRST_FREE);
      if (!low) continue;
      const side = low === published ? 'of the host' : 'in the container';
      yield {
        at: low.range.end > low.range.start ? low.range : range,
        message: `Port ${low.text} ${side} is one that only root may open: a service on a higher one needs no root.`,
      };
    }
  },
});
