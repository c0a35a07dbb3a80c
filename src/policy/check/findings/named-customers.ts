import type { Finding } from '../finding.ts';

/**
 * The findings, with one for each named customer who fails as an example, and in it the clauses that show the customer
 * in vain; `customerAt` names the customer of an example's path, see `JoinedPolicy`.
 */
export function namedOnce(
  findings: readonly Finding[],
  customerAt: (path: Finding['path']) => string | undefined,
): Finding[] {
  const byCustomer = Map.groupBy(findings, ({ code, path }) =>
    code === 'failing-example' ? customerAt(path) : undefined,
  );
  return [...byCustomer].flatMap(([name, list]) => (name === undefined ? list : joined(name, list)));
}

function joined(name: string, failing: Finding[]): Finding[] {
  const clauses = [...new Set(failing.map(({ path }) => String(path[1])))];
  const mistakes = [...new Set(failing.map(({ message }) => message))];
  const message = `"${name}", shown by ${clauses.join(', ')}: ${mistakes.join('; ')}`;
  return failing.slice(0, 1).map((first) => ({ ...first, message }));
}
