// What services run in their own containers after they start and before they stop: `post_start` and `pre_stop`.
// https://github.com/compose-spec/compose-spec/blob/main/05-services.md#post_start
import type { Service } from './model.ts';
import type { MapNode } from './node.ts';

export const hooksOf = ({ get }: Service): MapNode[] =>
  ['post_start', 'pre_stop'].flatMap((key) => {
    const list = get(key);
    return list?.kind === 'list' ? list.items.filter((item) => item.kind === 'map') : [];
  });
