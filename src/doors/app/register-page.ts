// The pages that register the App: plain HTML, no script, nothing from elsewhere.

const html = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

const STYLE = `body{font:1rem/1.5 system-ui,sans-serif;max-width:40rem;margin:3rem auto;padding:0 1rem;color:#1f2328}
h1{font-size:1.5rem}label{display:block;margin:1rem 0 .25rem}input{font:inherit;width:100%;padding:.4rem;box-sizing:border-box}
button{font:inherit;margin:1rem 0;padding:.5rem 1rem}.hint{color:#59636e;margin:.25rem 0}`;

const page = (title: string, body: string) => `<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${html(title)}</title>
<style>${STYLE}</style>
<h1>${html(title)}</h1>
${body}
</html>
`;

export interface Asked {
  /** Where people see GitHub. */
  webUrl: string;
  /** Owner of the new App; empty: the person at the browser. */
  organization: string;
  hook: string;
  manifest: string;
  state: string;
  problem: string | null;
}

export function askPage({ webUrl, organization, hook, manifest, state, problem }: Asked): string {
  const owner = organization === '' ? '' : `/organizations/${encodeURIComponent(organization)}`;
  return page(
    'Register Hullcheck on GitHub',
    `${problem === null ? '' : `<p role="alert">${html(problem)}</p>`}
<form method="get" action="/">
<label for="hook">Address at which GitHub reaches this server</label>
<input id="hook" name="hook" type="url" required value="${html(hook)}">
<p class="hint">GitHub sends webhooks there, so it must be reachable from GitHub.</p>
<label for="organization">Organization that owns the App</label>
<input id="organization" name="organization" value="${html(organization)}" pattern="[A-Za-z0-9][A-Za-z0-9\\-]{0,38}">
<p class="hint">Empty: you.</p>
<button>Use these</button>
</form>
<form method="post" action="${html(`${webUrl}${owner}/settings/apps/new?state=${state}`)}">
<input type="hidden" name="manifest" value="${html(manifest)}">
<p>The App will belong to ${organization === '' ? 'you' : `<b>${html(organization)}</b>`} and receive webhooks at <b>${html(hook)}</b>.</p>
<button>Register on ${html(new URL(webUrl).host)}</button>
</form>`,
  );
}

export const donePage = (installUrl: string): string =>
  page(
    'Hullcheck is registered',
    `<p>The App runs now, and its credentials are saved for the next start.</p>
<p><a href="${html(installUrl)}">Install it on your repositories</a></p>`,
  );

export const problemPage = (problem: string): string =>
  page('Hullcheck is not registered', `<p role="alert">${html(problem)}</p><p><a href="/">Try again</a></p>`);
