// Names of services in a sentence or a list.

/** `total`: services of the project; where all of them are meant, they need not be named. */
export function namesText(names: readonly string[], total: number): string {
  if (names.length === total && total > 2) return `all ${total} services`;
  return names.join(', ');
}
