// The comment that BuildKit takes for the description of an ARG or a stage: https://docs.docker.com/reference/build-checks/invalid-definition-description/
import type { Comment, Dockerfile, Instruction } from './model.ts';

/** The last comment between an instruction and the one in front of it; `null` when there is none, or an empty one. */
export function definitionComment(file: Dockerfile, instruction: Instruction): Comment | null {
  const start = instruction.keywordRange.start;
  const comment = file.comments[countBefore(file.comments, start) - 1];
  if (!comment || comment.text === '') return null;
  const previous = file.all[countBefore(file.all, start) - 1];
  return previous && comment.range.start < previous.range.end ? null : comment;
}

/** How many of them, in the order of the text, begin before an offset. */
function countBefore(list: readonly { readonly range: { readonly start: number } }[], offset: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle]?.range.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
