// REST routes for SARIF uploads.
import { randomUUID } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { notFound, Problem, refused } from '../problem.ts';
import { ok, type Routes, text } from '../route.ts';
import { repositoryApi } from '../shapes/repository.ts';

/** https://docs.github.com/code-security/code-scanning/troubleshooting-sarif-uploads/file-too-large */
const MOST_BYTES = 10 * 1024 * 1024;

function unpack(sarif: string): string | null {
  try {
    const json = gunzipSync(Buffer.from(sarif, 'base64'), { maxOutputLength: 200 * 1024 * 1024 }).toString('utf8');
    const parsed = JSON.parse(json) as { version?: unknown; runs?: unknown };
    return parsed.version === '2.1.0' && Array.isArray(parsed.runs) ? json : null;
  } catch {
    return null;
  }
}

export const codeScanningRoutes: Routes = {
  'code-scanning/upload-sarif': {
    of: 'repository',
    needs: 'security_events=write',
    handle: async ({ world, repository, body }) => {
      const packed = String(body.sarif);
      if (repository.private) throw refused(403, 'Code Security must be enabled for this repository to use code scanning.');
      if (Buffer.byteLength(packed, 'base64') > MOST_BYTES) throw new Problem(413, { message: 'Payload Too Large' });
      const sarif = unpack(packed);
      if (sarif === null)
        throw refused(
          400,
          'Invalid SARIF. JSON syntax error or unsupported version, or the content is not gzipped and Base64-encoded.',
        );
      const commit = String(body.commit_sha);
      if (!(await repository.git.commitOf(commit))) throw refused(400, `commit not found: ${commit}`);
      const id = randomUUID();
      repository.sarifs.set(id, { ref: String(body.ref), commit, sarif, tool: text(body.tool_name) ?? null });
      return { status: 202, body: { id, url: `${repositoryApi(world, repository)}/code-scanning/sarifs/${id}` } };
    },
  },
  'code-scanning/get-sarif': {
    of: 'repository',
    needs: 'security_events=read',
    handle: ({ world, repository, params }) => {
      if (!repository.sarifs.has(params.sarif_id ?? '')) throw notFound();
      return ok({
        processing_status: 'complete',
        analyses_url: `${repositoryApi(world, repository)}/code-scanning/analyses?sarif_id=${params.sarif_id}`,
        errors: null,
      });
    },
  },
};
