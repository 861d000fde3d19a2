// What a finding is about, in words that survive moves: stage, instruction, the text at its place.
import type { Range } from '../../model.ts';
import type { Dockerfile, Stage } from './model.ts';

const MAX_WORDS = 80;

/** `build/RUN/apt-get install`: no line numbers, and the image's repository (without its tag) where a stage has no name. */
export function subjectOf(file: Dockerfile, range: Range): string {
  const instruction = file.instructionAt(range.start);
  const stage = file.stageAt(range.start);
  const text = file.source.text.slice(range.start, Math.min(range.end, range.start + 4 * MAX_WORDS));
  const words = text.replace(/\s+/g, ' ').trim().slice(0, MAX_WORDS);
  return [stage ? stageSubject(stage) : '', instruction?.keyword ?? '', words].join('/');
}

function stageSubject(stage: Stage): string {
  if (stage.name) return stage.name.value;
  if (stage.ref) return [stage.ref.registry, stage.ref.repository].filter(Boolean).join('/');
  return stage.image?.text ?? '';
}
