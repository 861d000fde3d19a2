// Services that are nothing but a database, cache or broker.
import { dataPlace } from '../known-data.ts';
import type { Service } from './model.ts';

/** By an image that is known; what is built on one may do more. */
export const isDatabase = ({ image, build }: Service): boolean => !build && image?.ref != null && dataPlace(image.ref) !== null;
