import { commandSubject, isForDevelopment, rule, shippedStages, uncleaned } from '#rule';

const FOLDERS = {
  apt: /\/var\/lib\/(?:apt|\{|\*)|\/var\/(?:\{|\*)/,
  apk: /\/(?:var\/(?:cache|\*)|etc\/apk\/cache)/,
  dnf: /\/var\/(?:cache|lib)\/(?:\{?dnf|\{?yum|\{?libdnf|tdnf|\*)|^\/var\/(?:cache|\{|\*)/,
  zypper: /\/var\/cache(?:\/zypp|\/\*|\/?$)|^\/var\/(?:\{|\*)/,
} as const;

export default rule({
  id: 'no-caches-in-any-stage',
  on: 'dockerfile',
  title: 'Stages that are not shipped keep no package cache either',
  severity: 'info',
  category: 'size',
  presets: [],
  also: [
    'hadolint/DL3019',
    'hadolint/DL3032',
    'hadolint/DL3036',
    'hadolint/DL3040',
    'trivy/DS-0015',
    'trivy/DS-0019',
    'trivy/DS-0020',
    'trivy/DS-0025',
    'trivy/DS-0027',
    'kics/00481784',
    'kics/yum_clean_all_missing',
    'kics/295acb63',
    'kics/missing_dnf_clean_all',
    'kics/38300d1a',
    'kics/missing_zypper_clean',
    'kics/ae9c56a6',
    'kics/apk_add_using_local_cache_path',
    'kics/df746b39',
    'kics/apt_get_install_lists_were_not_deleted',
  ],
  *check(file) {
    if (file.stages.length < 2 || isForDevelopment(file)) return;
    const shipped = shippedStages(file);
    const others = new Set(file.stages.filter((stage) => !shipped.has(stage)));
    for (const manager of ['apt', 'apk', 'dnf', 'zypper'] as const)
      for (const { command, action, packages, task } of uncleaned(file, manager, FOLDERS[manager], others)) {
        if (task === 'install' && packages.length === 0) continue;
        if (manager === 'apk' && command.has('--no-cache', '--no-network', '--cache-dir')) continue;
        yield {
          at: { start: command.nameRange.start, end: action.range.end },
          message:
            'What is downloaded about repositories stays in a layer of this stage. The final image does not get it; the build cache, and a registry that keeps one, do.',
          subject: commandSubject(file, command),
        };
      }
  },
});
