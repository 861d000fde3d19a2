// The second half of a registration: GitHub's code → the App's credentials.
import { Octokit } from '@octokit/rest';
import { refusal } from '../../github.ts';
import { type Credentials, readCredentials } from './credentials.ts';

export interface Registered {
  credentials: Credentials;
  /** The App's page, where it is installed from. */
  url: string;
}

/** The code works once, for an hour. https://docs.github.com/rest/apps/apps#create-a-github-app-from-a-manifest */
export async function convert(apiUrl: string, code: string): Promise<Registered | { problem: string }> {
  try {
    const octokit = new Octokit({ baseUrl: apiUrl });
    const { data } = await octokit.request('POST /app-manifests/{code}/conversions', {
      code,
      request: { signal: AbortSignal.timeout(30_000) },
    });
    const read = readCredentials({ APP_ID: String(data.id), PRIVATE_KEY: data.pem, WEBHOOK_SECRET: data.webhook_secret ?? '' });
    if (!read || 'problem' in read)
      return { problem: `GitHub registered the App, but: ${read?.problem ?? 'it told no credentials.'}` };
    return { credentials: read.credentials, url: data.html_url };
  } catch (error) {
    const { status } = refusal(error);
    return {
      problem: status === 0 ? 'GitHub did not answer.' : `GitHub did not take the code (${status}): it works once, for an hour.`,
    };
  }
}
