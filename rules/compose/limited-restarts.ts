import { deployed, rule, usedAt, wholeServices } from '#rule';

export default rule({
  id: 'limited-restarts',
  on: 'compose',
  title: 'A service that fails is restarted five times at most',
  severity: 'info',
  category: 'reliability',
  presets: [],
  also: ['kics/2fc99041', 'kics/restart_policy_on_failure_not_set_to_5'],
  cis: ['5.15'],
  *check(file) {
    for (const service of wholeServices(file)) {
      const { scalar, key, name } = service;
      const message = `\`${name}\` lacks \`restart: on-failure:5\`, with which a service that fails is started again and one that keeps failing stays down.`;
      const restart = scalar('restart');
      const attempts = deployed(service, 'restart_policy', 'max_attempts');
      const wrong = [
        ...(restart && !restart.interpolated && restart.string !== 'on-failure:5' && restart.string !== 'no' ? [restart] : []),
        ...(attempts && !attempts.interpolated && attempts.string !== '5' ? [attempts] : []),
      ];
      for (const node of wrong)
        yield {
          at: usedAt(node),
          message,
          subject: `services.${name}.${node === restart ? 'restart' : 'deploy.restart_policy.max_attempts'}/${node.string}`,
        };
      if (!restart && !service.get('deploy')) yield { at: key.range, message };
    }
  },
});
