// What the caller did wrong, or what cannot be done: told in one sentence, without a stack, with exit code 2.
export class Refusal extends Error {}
