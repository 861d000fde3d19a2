import { addedSecurityOption, isInterpolated, quotedLike, replace, rule, securityOptions, usedAt } from '#rule';

/** As Go reads them: https://pkg.go.dev/strconv#ParseBool */
const TRUE = /^(?:1|t|T|TRUE|true|True)$/;
const FALSE = /^(?:0|f|F|FALSE|false|False)$/;

export default rule({
  id: 'no-new-privileges',
  on: 'compose',
  title: 'Processes cannot gain privileges',
  severity: 'info',
  category: 'security',
  presets: ['security', 'strict'],
  fixes: 'unsafe',
  also: [
    'kics/27fcc7d6',
    'kics/no_new_privileges_not_set',
    'compose-lint/CL-0003',
    'semgrep/no-new-privileges',
    'docksec/no-new-privileges',
  ],
  cis: ['5.26'],
  nist: ['4.4.3'],
  *check(file) {
    for (const service of file.services) {
      if (!service.node || service.get('extends') || service.get('provider')) continue;
      const option = securityOptions(service).findLast(({ name }) => name === 'no-new-privileges');
      if (option && (option.value === null || TRUE.test(option.value) || isInterpolated(option.value))) continue;
      const title = 'Set `no-new-privileges`: programs with the setuid bit no longer give root';
      if (option) {
        const fix = option.node.via
          ? undefined
          : { title, edits: [replace(option.node.range, quotedLike(file, option.node, 'no-new-privileges:true'))] };
        yield {
          at: usedAt(option.node),
          message: FALSE.test(option.value ?? '')
            ? `\`${option.node.string}\` lets programs with the setuid bit make their caller root. Write \`no-new-privileges:true\`.`
            : `\`${option.node.string}\` is neither true nor false to the engine, so that the service does not start.`,
          fix,
        };
        continue;
      }
      // What a fragment is merged into may say it.
      if (file.fragment) continue;
      const added = addedSecurityOption(file, service, 'no-new-privileges:true');
      yield {
        at: service.key.range,
        message: `Processes of \`${service.name}\` can gain privileges: a program with the setuid bit makes its caller root. \`no-new-privileges:true\` in \`security_opt\` stops that.`,
        fix: added ? { title, edits: [replace(added.range, added.text)] } : undefined,
      };
    }
  },
});
