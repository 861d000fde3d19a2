// What holds where nobody has said otherwise.
import type { Settings } from '../model.ts';

export const defaultSettings: Settings = {
  preset: 'recommended',
  rules: {},
  ignore: [],
  dockerfiles: [],
  composeFiles: [],
  failOn: 'error',
  maxComments: 15,
  ignoreComments: true,
};
