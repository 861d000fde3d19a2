// Variables that an instruction uses and that no ARG or ENV in front of it names.
import type { Range } from '../../model.ts';
import type { DockerfileView } from './dockerfile.ts';
import { type ExpandedText, expandedTexts } from './expanded.ts';
import type { InstructionNode } from './instruction.ts';
import type { Stage, UndefinedVariable } from './model.ts';
import { variablesIn } from './references.ts';

/** BuildKit's own settings, which are no variables: https://docs.docker.com/build/metadata/attestations/sbom/ */
const SETTINGS = new Set(['BUILDKIT_SBOM_SCAN_CONTEXT', 'BUILDKIT_SBOM_SCAN_STAGE']);
/** Their images set PATH and nothing else. */
const PLAIN_IMAGES = new Set(['alpine', 'amazonlinux', 'busybox', 'centos', 'debian', 'ubuntu']);

/** In the order of the text. EXPOSE is not looked at: there BuildKit drops what is empty. */
export function undefinedVariables(file: DockerfileView): UndefinedVariable[] {
  const names = file.stages.flatMap(({ name }) => name?.text.toLowerCase() ?? []).sort();
  return file.all
    .filter(({ keyword, stage }) => keyword === 'FROM' || (stage && keyword !== 'EXPOSE'))
    .flatMap((instruction) => undefinedIn(file, instruction, names));
}

function undefinedIn(file: DockerfileView, instruction: InstructionNode, stageNames: readonly string[]): UndefinedVariable[] {
  const { keyword, stage } = instruction;
  if (keyword !== 'FROM' && stage && mayBeStage(stage, stageNames)) return [];
  const found = new Map<string, UndefinedVariable>();
  for (const expanded of expandedTexts(instruction)) {
    for (const name of variablesIn(expanded)) {
      if (name === 'PATH' || SETTINGS.has(name) || found.has(name) || file.scopes.declares(name, instruction)) continue;
      const baseMaySet = keyword !== 'FROM' && stage !== null && mayBeSetBelow(stage);
      found.set(name, { name, range: placeOf(expanded, name, file.source.text), instruction, baseMaySet });
    }
  }
  return [...found.values()];
}

const lowest = (stage: Stage): Stage => stage.ancestors().at(-1) ?? stage;

/** `FROM build-$TARGETARCH`: which of the stages it is, and what that sets, is not known. */
function mayBeStage(stage: Stage, names: readonly string[]): boolean {
  const image = lowest(stage).image?.text ?? '';
  const fixed = image.slice(0, Math.max(0, image.indexOf('$')));
  if (fixed === '') return false;
  // Sorted, so that the first one that is not smaller begins with it, or none does.
  let low = 0;
  let high = names.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((names[middle] ?? '') < fixed) low = middle + 1;
    else high = middle;
  }
  return names[low]?.startsWith(fixed) ?? false;
}

function mayBeSetBelow(stage: Stage): boolean {
  const first = lowest(stage);
  if (first.base || first.image?.text === 'scratch') return first.base !== null;
  return !(first.ref?.official && PLAIN_IMAGES.has(first.ref.name));
}

/** Where `$NAME` or `${NAME` stands in a text, or the text where it is broken by a continuation. */
function placeOf({ range }: ExpandedText, name: string, source: string): Range {
  const text = source.slice(range.start, range.end);
  for (const form of [`\${${name}`, `$${name}`]) {
    for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1)) {
      if (/[\p{L}\p{Nd}_]/u.test(text.charAt(at + form.length))) continue;
      const start = range.start + at;
      return { start, end: start + form.length };
    }
  }
  return range;
}
