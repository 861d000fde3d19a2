// The App's private key in the forms that environments carry it: PEM, PEM with \n written out or lost, base64 of PEM.
import { createPrivateKey } from 'node:crypto';

/** The key as PKCS#8 PEM; `null` when the text holds no usable RSA key. */
export function readPrivateKey(given: string): string | null {
  const text = given.includes('-----BEGIN') ? given : Buffer.from(given, 'base64').toString('utf8');
  const [, label, body] = /-----BEGIN ((?:RSA )?PRIVATE KEY)-----([^-]{1,20000})-----END \1-----/.exec(text) ?? [];
  if (label === undefined || body === undefined) return null;
  const lines =
    body
      .replaceAll('\\n', '')
      .replace(/\s/g, '')
      .match(/.{1,64}/g) ?? [];
  try {
    const key = createPrivateKey([`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n'));
    return key.asymmetricKeyType === 'rsa' ? key.export({ type: 'pkcs8', format: 'pem' }).toString() : null;
  } catch {
    return null;
  }
}
