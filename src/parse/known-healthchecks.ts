// Official images of Docker Hub that have no HEALTHCHECK, in any tag.
import { imageFacts } from './base-images.ts';
import type { ImageRef } from './image.ts';

/** Whether an image is known to have no health check of its own; of others nothing is known. */
export const knownWithoutHealthcheck = (ref: ImageRef): boolean =>
  ref.official && !ref.dynamic && imageFacts.get(ref.name)?.healthcheck === false;
