// Installation tokens: made for one job, narrowed to one repository and to the permissions of one step, kept nowhere.
import { type GitHub, refusal } from '../../github.ts';
import { once } from '../../publish/once.ts';

export type Permissions = Readonly<Record<string, 'read' | 'write'>>;

export const READ: Permissions = { contents: 'read', metadata: 'read', pull_requests: 'read' };
export const PUBLISH: Permissions = { checks: 'write', metadata: 'read', pull_requests: 'write' };
/** Resolving a conversation takes the right to write contents. https://docs.github.com/graphql/reference/mutations#resolvereviewthread */
export const SETTLE: Permissions = { contents: 'write', metadata: 'read', pull_requests: 'write' };
export const CHECKS: Permissions = { checks: 'read', metadata: 'read' };

const RANK: Readonly<Record<string, number>> = { read: 1, write: 2, admin: 3 };

/** As much of `wanted` as the owner granted. */
export function granted(wanted: Permissions, has: Readonly<Record<string, unknown>>): Permissions {
  const rank = (value: unknown) => RANK[String(value)] ?? 0;
  return Object.fromEntries(
    Object.entries(wanted)
      .map(([name, level]) => [name, rank(has[name]) >= rank(level) ? level : 'read'] as const)
      .filter(([name]) => rank(has[name]) > 0),
  );
}

/** `app` speaks as the App itself. Rejects with GitHub's refusal: 403 suspended, 404 not installed there any more. */
export async function mintToken(app: GitHub, installation: number, repository: number, wanted: Permissions): Promise<string> {
  const mint = async (permissions: Permissions) => {
    const send = () =>
      app.request('POST /app/installations/{installation_id}/access_tokens', {
        installation_id: installation,
        repository_ids: [repository],
        permissions,
      });
    // A token whose answer was lost does no harm: it is just asked for again.
    const { data } = await once(send, async () => null);
    return data.token;
  };
  try {
    return await mint(wanted);
  } catch (error) {
    if (refusal(error).status !== 422) throw error;
    const { data } = await app.request('GET /app/installations/{installation_id}', { installation_id: installation });
    return mint(granted(wanted, data.permissions));
  }
}
