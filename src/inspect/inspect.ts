// All analyses of one Compose project.
import type { Budget } from '../model.ts';
import { adviceFor } from './advice.ts';
import { dependenciesOf } from './dependencies.ts';
import type { Inspection } from './inspection.ts';
import { networksOf } from './networks.ts';
import { resourcesOf } from './resources.ts';
import type { Stack } from './stack.ts';
import { volumesOf } from './volumes.ts';

export function inspect(stack: Stack, budget?: Budget): Inspection {
  const { path, files, name, complete, refused } = stack;
  const dependencies = dependenciesOf(stack);
  return {
    path,
    files,
    name,
    complete,
    refused,
    resources: resourcesOf(stack, budget),
    networks: networksOf(stack),
    volumes: volumesOf(stack),
    dependencies,
    advice: adviceFor(stack, dependencies),
  };
}
