// A repository that was renamed or moved since the webhook: what it is called now.
import type { GitHub } from '../../github.ts';
import type { Wanted } from '../../queue/lane.ts';

type Repository = Wanted['repository'];

/** GitHub redirects from the old name. `null`: it is called as the webhook said, or cannot be seen. */
export async function currentName(github: GitHub, repository: Repository): Promise<Repository | null> {
  try {
    const { data } = await github.request('GET /repos/{owner}/{repo}', { owner: repository.owner, repo: repository.name });
    const [owner, name] = [data.owner.login, data.name];
    const same = owner === repository.owner && name === repository.name;
    return same || data.id !== repository.id ? null : { owner, name, id: repository.id };
  } catch {
    return null;
  }
}
