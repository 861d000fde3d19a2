// Image references after the distribution grammar: https://github.com/distribution/reference
import type { Range } from '../model.ts';

/** `[registry/]repository[:tag][@digest]`; ranges are relative to the text. */
export interface ImageRef {
  /** The whole text. */
  readonly text: string;
  /** As written: `null` means docker.io. */
  readonly registry: string | null;
  /** As written, without registry: `library/nginx`, `nginx`, `octo/shop`. */
  readonly repository: string;
  /** Last part of the repository. */
  readonly name: string;
  readonly tag: string | null;
  readonly digest: string | null;
  /** An official image of Docker Hub. */
  readonly official: boolean;
  /** Some part holds a variable, so that the others may not be what they seem. */
  readonly dynamic: boolean;
  readonly nameRange: Range;
  readonly tagRange: Range | null;
  readonly digestRange: Range | null;
}
