import { rule, wholeServices } from '#rule';

export default rule({
  id: 'security-profile-named',
  on: 'compose',
  title: 'Services say how the kernel confines them',
  severity: 'info',
  category: 'security',
  presets: [],
  also: ['kics/610e266e', 'kics/security_opt_not_set'],
  cis: ['5.2', '5.3'],
  nist: ['4.4.3'],
  *check(file) {
    for (const { key, name, get } of wholeServices(file))
      if (!get('security_opt'))
        yield {
          at: key.range,
          message: `\`${name}\` has no \`security_opt\`, so that it runs under the default profiles only: a profile of AppArmor or SELinux that is made for it would allow less.`,
        };
  },
});
