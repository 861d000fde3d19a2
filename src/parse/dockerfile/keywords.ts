// The instructions that exist and the flags that each takes: https://docs.docker.com/reference/dockerfile/

export type FlagKind = 'text' | 'texts' | 'boolean';

type Flags = Readonly<Record<string, FlagKind>>;

const files: Flags = { chown: 'text', chmod: 'text', link: 'boolean', exclude: 'texts' };

/** Every instruction with its flags; `null`: flags are not looked at, they are taken and have no effect. */
export const INSTRUCTIONS: ReadonlyMap<string, Flags | null> = new Map<string, Flags | null>([
  ['ADD', { ...files, 'keep-git-dir': 'boolean', checksum: 'text', unpack: 'boolean' }],
  ['ARG', null],
  ['CMD', {}],
  ['COPY', { ...files, from: 'text', parents: 'boolean' }],
  ['ENTRYPOINT', {}],
  ['ENV', {}],
  ['EXPOSE', {}],
  ['FROM', { platform: 'text' }],
  ['HEALTHCHECK', { interval: 'text', timeout: 'text', 'start-period': 'text', 'start-interval': 'text', retries: 'text' }],
  ['LABEL', {}],
  ['MAINTAINER', {}],
  ['ONBUILD', {}],
  ['RUN', { mount: 'texts', network: 'text', security: 'text', device: 'texts' }],
  ['SHELL', {}],
  ['STOPSIGNAL', null],
  ['USER', {}],
  ['VOLUME', {}],
  ['WORKDIR', {}],
]);

export const KEYWORDS: readonly string[] = [...INSTRUCTIONS.keys()];
