// Installation tokens: made for one job, narrowed to one repository and to the permissions of one step, kept nowhere.
import { type GitHub, refusal, Uninstalled } from '../../github.ts';
import { isLimit } from '../../publish/pace.ts';

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

/** `app` speaks as the App itself. Rejects with `Uninstalled`, and with GitHub's other refusals. */
export async function mintToken(app: GitHub, installation: number, repository: number, wanted: Permissions): Promise<string> {
  const mint = async (permissions: Permissions) => {
    const { data } = await app.request('POST /app/installations/{installation_id}/access_tokens', {
      installation_id: installation,
      repository_ids: [repository],
      permissions,
    });
    return data.token;
  };
  try {
    return await mint(wanted);
  } catch (error) {
    const { status } = refusal(error);
    if (status === 404) throw new Uninstalled('The App is not installed there any more.');
    if (status !== 422 && (status !== 403 || isLimit(error))) throw error;
    const { data } = await app.request('GET /app/installations/{installation_id}', { installation_id: installation });
    if (data.suspended_at) throw new Uninstalled('The App is suspended there.');
    return mint(granted(wanted, data.permissions));
  }
}
