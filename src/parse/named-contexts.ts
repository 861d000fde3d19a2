// Build contexts that Compose files give by name: `COPY --from` may mean one of them.
import type { Compose } from './compose/model.ts';

export const isNamedContext = ({ composeFiles }: { readonly composeFiles: readonly Compose[] }, wanted: string): boolean =>
  composeFiles.some(({ services }) =>
    services.some(({ build }) => build?.additionalContexts.some(({ name }) => name === wanted)),
  );
