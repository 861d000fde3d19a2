// `hullcheck init`: writes a settings file with a comment on every key, or the equal of another tool's.
import fs from 'node:fs';
import path from 'node:path';
import { isNotice } from '../../change/decode.ts';
import { readFile, reason } from '../../change/read.ts';
import { defaultSettings } from '../../config/defaults.ts';
import { PEER_SETTINGS, SETTINGS_PATH, type SettingsPeer, settingsAmong } from '../../config/paths.ts';
import { settingsText } from '../../config/write.ts';
import type { SourceFile } from '../../model.ts';
import { visible } from '../../report/escape.ts';
import { allOf, has, type Invocation } from './command.ts';
import { Refusal } from './refusal.ts';
import { allRules, loadCompose } from './supply.ts';
import type { Terminal } from './terminal.ts';

export async function run(invocation: Invocation, terminal: Terminal): Promise<number> {
  const { cwd } = terminal;
  const wanted = allOf(invocation, 'from') as SettingsPeer[];
  const there = new Map((Object.keys(PEER_SETTINGS) as SettingsPeer[]).map((tool) => [tool, settingsOf(tool, cwd)]));
  const taken = wanted.map((tool) => {
    const source = there.get(tool);
    if (source) return source;
    throw new Refusal(`There is no settings file of ${tool} here. Its name is ${PEER_SETTINGS[tool].join(', or ')}.`);
  });
  const target = path.join(cwd, SETTINGS_PATH);
  if (!has(invocation, 'stdout') && !has(invocation, 'force') && fs.existsSync(target))
    throw new Refusal(`${SETTINGS_PATH} is there already. To replace it: --force. To look first: --stdout`);
  const text = taken.length > 0 ? await equalOf(taken, terminal) : settingsText(defaultSettings);
  if (has(invocation, 'stdout')) {
    await terminal.print(text);
    return 0;
  }
  try {
    fs.mkdirSync(path.dirname(target), { recursive: true });
    fs.writeFileSync(target, text);
  } catch (error) {
    throw new Refusal(`${SETTINGS_PATH} cannot be written: ${reason(error)}.`);
  }
  await terminal.print(`Wrote ${SETTINGS_PATH}.\n`);
  const left = [...there].filter(([tool, source]) => source && !wanted.includes(tool)).map(([tool]) => tool);
  const all = [...wanted, ...left].map((tool) => `--from ${tool}`).join(' ');
  for (const tool of left)
    await terminal.complain(`${there.get(tool)?.path} is no longer read. To take it over: hullcheck init ${all} --force`);
  return 0;
}

/** The first of a tool's settings files that is there. */
function settingsOf(tool: SettingsPeer, cwd: string): SourceFile | null {
  const found = PEER_SETTINGS[tool].flatMap((shown) => {
    const read = readFile(path.join(cwd, shown), shown, [cwd]);
    return isNotice(read) && read.message.includes('does not exist') ? [] : [{ path: shown, read }];
  });
  const [first] = settingsAmong(found);
  if (!first) return null;
  if (isNotice(first.read)) throw new Refusal(`${first.path}: ${first.read.message}`);
  return first.read;
}

async function equalOf(sources: readonly SourceFile[], terminal: Terminal): Promise<string> {
  const { readPeer, together } = await loadCompose();
  const rules = await allRules();
  let settings = defaultSettings;
  const reasons = new Map<string, string>();
  const end: string[] = [];
  for (const source of sources) {
    const read = readPeer(source, rules);
    settings = together(settings, read.settings);
    for (const [id, reason] of read.reasons) reasons.set(id, [reasons.get(id), reason].filter(Boolean).join(', '));
    const lost = [...read.problems, ...read.left];
    for (const one of lost) await terminal.complain(`not carried over from ${source.path}: ${visible(one)}`);
    if (lost.length > 0) end.push(`Not carried over from ${source.path}:`, ...lost.map((one) => `- ${one}`));
  }
  return settingsText(settings, { rules: reasons, end });
}
