// Begins to listen, or says in a sentence why that cannot be.
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

const REASONS: Readonly<Record<string, string>> = {
  EADDRINUSE: 'something else listens there already. Stop that, or set PORT to another number.',
  EACCES: 'this user may not listen there. Set PORT to a number above 1023.',
  EADDRNOTAVAIL: 'this machine has no such address. Set HOST to one that it has, or to 0.0.0.0 for all.',
  ENOTFOUND: 'no address is known for that name. Set HOST to an address of this machine.',
};

/** The address it listens at, as a URL without a path. Port 0 takes a free one. */
export function listen(server: Server, host: string, port: number): Promise<{ url: string } | { problem: string }> {
  const name = host.includes(':') ? `[${host}]` : host;
  return new Promise((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const reason = REASONS[error.code ?? ''] ?? `${error.message}.`;
      resolve({ problem: `Cannot listen at ${name}:${port}: ${reason}` });
    });
    server.listen(port, host, () => resolve({ url: `http://${name}:${(server.address() as AddressInfo).port}` }));
  });
}
