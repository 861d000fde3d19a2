// The newest head of a pull request, as GitHub tells it now.
import { setTimeout as sleep } from 'node:timers/promises';
import type { GitHub, Repository } from '../github.ts';

export interface Tip {
  head: string;
  base: { sha: string; ref: string };
  open: boolean;
  /** When the pull request was so, as GitHub writes dates. */
  at: string;
}

export interface TipPlace {
  readGithub: GitHub;
  repository: Repository;
  number: number;
  head: string;
}

/** GitHub may not know a head that was pushed a moment ago. In milliseconds. */
export const SETTLING = 2_000;

/** A read that says that `head` is not the newest may be older than the push: it is asked twice. */
export async function tipOf(place: TipPlace): Promise<Tip> {
  const first = await look(place);
  if (first.head === place.head && first.open) return first;
  await sleep(SETTLING);
  return look(place);
}

export const isTip = async (place: TipPlace): Promise<boolean> => {
  const { head, open } = await tipOf(place);
  return head === place.head && open;
};

async function look({ readGithub, repository, number }: TipPlace): Promise<Tip> {
  const { data } = await readGithub.request('GET /repos/{owner}/{repo}/pulls/{pull_number}', {
    owner: repository.owner,
    repo: repository.name,
    pull_number: number,
  });
  const { sha, ref } = data.base;
  return { head: data.head.sha, base: { sha, ref }, open: data.state === 'open', at: data.updated_at };
}
