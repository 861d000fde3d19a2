// Which mounts of a service hold the data of its database.
import { dataFolder } from '../known-data.ts';
import type { Mount, Service } from './model.ts';

export interface DataMounts {
  folder: string;
  mounts: readonly Mount[];
  /** A mount cannot be told: a variable decides where it goes. */
  unknown: boolean;
}

/** `null` where the service is no database that is known. */
export function dataMounts(service: Service): DataMounts | null {
  const { image, build, volumes, list } = service;
  const folder = image?.ref && !build ? dataFolder(image.ref) : null;
  if (folder === null) return null;
  const holds = (target: string) => {
    const path = target.replace(/(?<=[^/])\/{1,20}$/, '');
    return path === folder || path.startsWith(`${folder}/`) || path.startsWith(`${folder}2`) || folder.startsWith(`${path}/`);
  };
  const temporary = list('tmpfs').some(({ string }) => holds(string.split(':')[0] ?? ''));
  const unknown =
    temporary || service.get('volumes_from') !== undefined || volumes.some(({ target }) => !target || target.text.includes('$'));
  return { folder, mounts: volumes.filter(({ target }) => target && holds(target.text)), unknown };
}
