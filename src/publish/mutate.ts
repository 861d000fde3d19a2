// Several GraphQL mutations in one request, each with an outcome of its own. All that is sent here may be sent twice.
import { type GitHub, refusal } from '../github.ts';
import { believed, once } from './once.ts';
import { isLimit } from './pace.ts';

export interface Mutation {
  /** Its name in GitHub's schema; that of its input's type follows from it. */
  name: 'resolveReviewThread' | 'unresolveReviewThread' | 'minimizeComment' | 'updatePullRequestReviewComment';
  input: Readonly<Record<string, unknown>>;
}

/** `gone`: what it is about is not there any more. */
export type Outcome = 'done' | 'forbidden' | 'gone' | 'failed';

/** Enough for nearly every push, few enough for GitHub's ten seconds. */
const PER_REQUEST = 25;

/** In the order given. Rejects when GitHub cannot be reached. */
export async function mutate(github: GitHub, mutations: readonly Mutation[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (let at = 0; at < mutations.length; at += PER_REQUEST)
    outcomes.push(...(await together(github, mutations.slice(at, at + PER_REQUEST))));
  return outcomes;
}

async function together(github: GitHub, mutations: readonly Mutation[]): Promise<Outcome[]> {
  const declared = mutations.map(({ name }, i) => `$i${i}: ${name.replace(/^./, (first) => first.toUpperCase())}Input!`);
  const fields = mutations.map(({ name }, i) => `m${i}: ${name}(input: $i${i}) { clientMutationId }`);
  const variables = Object.fromEntries(mutations.map(({ input }, i) => [`i${i}`, input]));
  const query = `mutation(${declared.join(', ')}) { ${fields.join(' ')} }`;
  try {
    // GraphQL names what it forbids in an answer: a refusal of the request as a whole may be over in a moment.
    await believed(() =>
      once(
        () => github.graphql(query, variables),
        async () => null,
      ),
    );
    return mutations.map(() => 'done');
  } catch (error) {
    const { errors } = Object(error) as { errors?: { type?: unknown; path?: unknown[] }[] };
    if (!errors) {
      const { status } = refusal(error);
      if ((status === 403 && !isLimit(error)) || status === 404) return mutations.map(() => 'forbidden');
      throw error;
    }
    return mutations.map((_, i) => {
      const own = errors.find(({ path }) => path === undefined || path[0] === `m${i}`);
      return own ? (OUTCOMES[String(own.type)] ?? 'failed') : 'done';
    });
  }
}

const OUTCOMES: Readonly<Record<string, Outcome>> = {
  FORBIDDEN: 'forbidden',
  INSUFFICIENT_SCOPES: 'forbidden',
  NOT_FOUND: 'gone',
};
