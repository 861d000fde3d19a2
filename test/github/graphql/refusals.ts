// The errors that GitHub's GraphQL API gives, and who may do what there.
import { GraphQLError } from 'graphql';
import { may, sees } from '../callers.ts';
import { Problem } from '../problem.ts';
import type { Fields, Repository } from '../world.ts';
import type { Session } from './execute.ts';

export function refusal(type: string, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { type } });
}

export function need({ caller }: Session, repository: Repository, permissions: string): void {
  if (!sees(caller, repository)) throw refusal('NOT_FOUND', 'Could not resolve to a node with the global id.');
  if (!may(caller, repository, permissions)) throw refusal('FORBIDDEN', 'Resource not accessible by integration');
}

/** Turns what REST refuses with 422 into GraphQL's error for it. */
export async function translated<T>(work: () => Promise<T> | T): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const causes = (error.body.errors as (string | Fields)[] | undefined)?.map((one) =>
      typeof one === 'string' ? one : String(one.message ?? one.code),
    );
    throw refusal('UNPROCESSABLE', causes?.join(', ') ?? String(error.body.message));
  }
}
