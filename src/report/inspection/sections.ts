// An inspection as sections of tables and lists, which each format lays out in its own way.
import type { Inspection } from '../../inspect/inspection.ts';
import { advice } from './advice.ts';
import { dependencies } from './dependencies.ts';
import { networks } from './networks.ts';
import { resources } from './resources.ts';
import { volumes } from './volumes.ts';

export interface Table {
  head: readonly string[];
  rows: readonly (readonly string[])[];
  /** Rows at the end that sum up. */
  sums: readonly (readonly string[])[];
}

export interface Item {
  /** What it is about; names of the files as they are. */
  term: string;
  /** A backtick stands around code only where `sentence` says so. */
  text: string;
  sentence?: true;
  bad?: boolean;
}

export interface List {
  title?: string;
  items: readonly Item[];
}

export interface Section {
  title: string;
  table?: Table;
  lists: readonly List[];
}

/** Sections and lists without anything in them are left out. */
export function sections(inspection: Inspection): Section[] {
  const total = inspection.resources.services.length;
  return [
    resources(inspection.resources),
    networks(inspection.networks, total),
    volumes(inspection.volumes),
    dependencies(inspection.dependencies),
    advice(inspection.advice, total),
  ]
    .map((section) => ({ ...section, lists: section.lists.filter(({ items }) => items.length > 0) }))
    .filter(({ table, lists }) => table !== undefined || lists.length > 0);
}

/** What stands below the project's name. */
export function overview({ files, name, resources: { services }, networks: nets, volumes: { named } }: Inspection): string {
  const count = (number: number, word: string) => `${number} ${word}${number === 1 ? '' : 's'}`;
  const parts = [count(services.length, 'service'), count(nets.networks.length, 'network'), count(named.length, 'volume')];
  return [
    ...(name === null ? [] : [name]),
    parts.join(', '),
    ...(files.length > 1 ? [`with ${files.slice(1).join(', ')}`] : []),
  ].join(' · ');
}

/** What keeps the rest from being the whole truth. */
export const doubts = ({ refused, complete }: Inspection): string[] => [
  ...refused.map((reason) => `docker compose refuses this project: ${reason}`),
  ...(complete ? [] : ['Not all that belongs to this project could be read: there may be more than stands here.']),
];
