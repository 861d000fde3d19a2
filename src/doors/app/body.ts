// Reads the body of one webhook while checking its size and signature; JSON is not looked at before both are right.
import type { IncomingMessage } from 'node:http';
import { WEBHOOK_BYTES } from '../../limits.ts';
import { verifier } from './signature.ts';

/** Bytes that all webhooks together may hold in memory while they come in. */
const BYTES_AT_ONCE = 8 * WEBHOOK_BYTES;

/** What all webhooks together hold now. */
export interface Held {
  bytes: number;
}

/** The body as text, or the status of the refusal: 401 not signed by GitHub, 408 broken off, 413 too large, 429 too many at once. */
export async function signedBody(request: IncomingMessage, secret: string, held: Held): Promise<string | number> {
  const signature = verifier(secret, request.headers['x-hub-signature-256']);
  if (!signature) return 401;
  if (Number(request.headers['content-length'] ?? 0) > WEBHOOK_BYTES) return 413;
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      size += chunk.length;
      held.bytes += chunk.length;
      if (size > WEBHOOK_BYTES) return 413;
      if (held.bytes > BYTES_AT_ONCE) return 429;
      signature.update(chunk);
      chunks.push(chunk);
    }
  } catch {
    return 408;
  } finally {
    held.bytes -= size;
  }
  return signature.matches() ? Buffer.concat(chunks).toString('utf8') : 401;
}
