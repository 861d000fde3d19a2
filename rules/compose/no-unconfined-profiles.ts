import { itemRemoval, remove, rule, securityOptions, writtenOnce } from '#rule';

/** SELinux has no such option: it is meant to switch another profile off. */
const MISPLACED = /^(?:seccomp|apparmor|systempaths)[:=]unconfined$/;
const UNCONFINED: Readonly<Record<string, { value: string; meaning: string }>> = {
  seccomp: {
    value: 'unconfined',
    meaning: 'lets the container make every system call, also those by which kernels are broken into',
  },
  apparmor: {
    value: 'unconfined',
    meaning: 'switches AppArmor off for the container: what its profile forbids, such as mounting, is allowed',
  },
  label: {
    value: 'disable',
    meaning: 'switches off the separation by SELinux: the container may use files of the host and of other containers',
  },
  systempaths: { value: 'unconfined', meaning: 'shows the container the parts of /proc and /sys that are hidden from others' },
};

export default rule({
  id: 'no-unconfined-profiles',
  on: 'compose',
  title: 'Seccomp, AppArmor and SELinux confine every service',
  severity: 'warning',
  category: 'security',
  presets: ['security', 'strict'],
  fixes: 'unsafe',
  also: [
    'kics/404fde2c',
    'kics/default_seccomp_profile_disabled',
    'compose-lint/CL-0009',
    'semgrep/seccomp-confinement-disabled',
    'semgrep/selinux-separation-disabled',
    'docksec/unconfined',
  ],
  cis: ['5.2', '5.3', '5.22'],
  nist: ['4.4.3'],
  *check(file) {
    const options = file.services.flatMap((service) =>
      securityOptions(service).map((option) => ({ ...option, holder: service.get('security_opt') })),
    );
    for (const { name, value, node, holder } of writtenOnce(options, (one) => one.node.range)) {
      const known = Object.hasOwn(UNCONFINED, name) ? UNCONFINED[name] : undefined;
      const text = value?.trim() ?? '';
      const misplaced = name === 'label' && MISPLACED.test(text);
      const misspelt = known !== undefined && known.value !== value && known.value === text.toLowerCase();
      if (!misplaced && !misspelt && (!known || known.value !== value)) continue;
      const cut = holder?.kind === 'list' && !holder.via ? itemRemoval(file, holder.items, node) : null;
      yield {
        at: node.range,
        message: misplaced
          ? `\`${node.string}\` is meant to switch off \`${text.split(/[:=]/)[0]}\`, which \`label\` cannot: where SELinux is on, the service does not start.`
          : misspelt
            ? `\`${node.string}\` is meant as \`${name}:${known.value}\`, which ${known.meaning}. In this spelling the service does not start.`
            : `\`${node.string}\` ${known?.meaning}.`,
        fix: cut
          ? {
              title: `Remove \`${node.string}\`${misplaced || misspelt ? '' : ': the default profile applies'}`,
              edits: [remove(cut)],
            }
          : undefined,
      };
    }
  },
});
