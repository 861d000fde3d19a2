// The settings files of other tools, all that there are, as one of ours.
import type { Notice, RuleSetting, Settings, SourceFile } from '../model.ts';
import type { Rule } from '../rule.ts';
import { readComposeLint } from './compose-lint.ts';
import { readDclint } from './dclint.ts';
import { defaultSettings } from './defaults.ts';
import type { Equal } from './equal.ts';
import { readHadolint } from './hadolint.ts';
import { PEER_SETTINGS, type SettingsPeer } from './paths.ts';

type Reader = (source: SourceFile, all: readonly Rule[]) => Equal;
const READERS: Readonly<Record<SettingsPeer, Reader>> = {
  hadolint: readHadolint,
  dclint: readDclint,
  'compose-lint': readComposeLint,
};
const PEERS = Object.keys(READERS) as SettingsPeer[];

/** Whose settings a file of this name holds; `null`: our own. */
export function peerOf(path: string): SettingsPeer | null {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const paths = (peer: SettingsPeer): readonly string[] => PEER_SETTINGS[peer];
  return PEERS.find((peer) => paths(peer).some((one) => one === name || one === `.${name}`)) ?? null;
}

/** What one of these files says; all in it that is of no rule here is told. */
export const readPeer = (source: SourceFile, all: readonly Rule[]): Equal =>
  READERS[peerOf(source.path) ?? 'hadolint'](source, all);

/** What a file says that has nothing equal here is no failure: nobody asked this tool for it. */
export function readPeers(sources: readonly SourceFile[], all: readonly Rule[]): { settings: Settings; notices: Notice[] } {
  let settings = defaultSettings;
  const notices: Notice[] = [];
  for (const source of sources) {
    const read = readPeer(source, all);
    settings = together(settings, read.settings);
    notices.push(...read.problems.map((message) => ({ kind: 'limit' as const, about: source.path, message })));
  }
  return { settings, notices };
}

/** What the second says beyond the defaults wins; nothing is lost of either. */
export const together = (first: Settings, second: Settings): Settings => ({
  ...first,
  rules: merged(first.rules, second.rules),
  ignore: [...first.ignore, ...second.ignore],
  failOn: second.failOn === defaultSettings.failOn ? first.failOn : second.failOn,
  ignoreComments: first.ignoreComments && second.ignoreComments,
});

export function merged(file: Settings['rules'], said: Settings['rules']): Settings['rules'] {
  const rules: Record<string, RuleSetting> = { ...file };
  for (const [id, setting] of Object.entries(said)) rules[id] = { ...rules[id], ...setting };
  return rules;
}
