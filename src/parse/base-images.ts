// What is known about base images: one file of data, which `npm run refresh` brings up to date, read once.
import data from './base-images.json' with { type: 'json' };

/** What is not there is not known. */
export interface ImageFacts {
  /** Whom its last USER names; `other`: somebody who is not root. */
  readonly user?: 'other';
  /** Its entrypoint gives up root by itself, or it is a service that somebody configures and does not program. */
  readonly drops?: true;
  /** An unprivileged user that it brings for applications. */
  readonly application?: string;
  /** What /bin/sh is where its tag names no other base. */
  readonly shell?: 'dash' | 'busybox' | 'bash';
  /** Whether it has a HEALTHCHECK, in any tag. */
  readonly healthcheck?: boolean;
  /** All that it is offered for on Linux, where that are few. */
  readonly architectures?: readonly string[];
  /** Some of its tags are for Windows. */
  readonly windows?: true;
}

export interface Product {
  readonly title: string;
  /** Its name on endoflife.date; `null`: its dates come from elsewhere. */
  readonly source: string | null;
  /** Release → `YYYY-MM-DD`, the last day with updates. */
  readonly ends: Readonly<Record<string, string>>;
  readonly codenames?: Readonly<Record<string, string>>;
}

export interface BaseImages {
  readonly sources: Readonly<Record<'images' | 'endOfLife', { readonly url: string; readonly date: string }>>;
  readonly images: Readonly<Record<string, ImageFacts>>;
  readonly products: Readonly<Record<string, Product>>;
}

const known = data as BaseImages;

/** By the name of a Docker official image. */
export const imageFacts: ReadonlyMap<string, ImageFacts> = new Map(Object.entries(known.images));
/** By the name of a Docker official image; also `dotnet`. */
export const products: ReadonlyMap<string, Product> = new Map(Object.entries(known.products));
