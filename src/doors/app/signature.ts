// Whether a webhook comes from GitHub: https://docs.github.com/webhooks/using-webhooks/validating-webhook-deliveries
import { createHmac, timingSafeEqual } from 'node:crypto';

export interface Verifier {
  update(chunk: Buffer): void;
  /** Compares in constant time. Call once. */
  matches(): boolean;
}

/** `header` is `X-Hub-Signature-256`; `null` when it has not the form of one. */
export function verifier(secret: string, header: unknown): Verifier | null {
  const [, hex] = typeof header === 'string' ? (/^sha256=([0-9a-f]{64})$/.exec(header) ?? []) : [];
  if (hex === undefined) return null;
  const hmac = createHmac('sha256', secret);
  return {
    update: (chunk) => void hmac.update(chunk),
    matches: () => timingSafeEqual(hmac.digest(), Buffer.from(hex, 'hex')),
  };
}
