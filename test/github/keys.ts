// The App's RSA key: made once a process, since making one takes a while.
import { createPrivateKey, createPublicKey, generateKeyPair, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';

export interface AppKey {
  publicKey: KeyObject;
  /** PEM in both forms in which keys are found: PKCS#8, and PKCS#1 as GitHub hands it out. */
  pkcs8: string;
  pkcs1: string;
}

let made: Promise<AppKey> | null = null;

async function make(): Promise<AppKey> {
  const options = {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  } as const;
  const { privateKey, publicKey } = await promisify(generateKeyPair)('rsa', options);
  const pkcs1 = createPrivateKey(privateKey).export({ type: 'pkcs1', format: 'pem' }).toString();
  return { publicKey: createPublicKey(publicKey), pkcs8: privateKey, pkcs1 };
}

export function appKey(): Promise<AppKey> {
  made ??= make();
  return made;
}
