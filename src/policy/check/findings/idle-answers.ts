import { FALSE } from '../../engine/diagram/diagram.ts';
import { readFacts } from '../../engine/facts.ts';
import type { Example } from '../../format/schema.ts';
import type { Finding } from '../finding.ts';
import type { Space } from '../space.ts';
import { witnessOf } from './examples.ts';

/**
 * Examples that tell a fact which does not concern their customer: the example was meant otherwise, or the fact's
 * `applies` leaves somebody out. Each example once, where it stands first.
 */
export function idleAnswerFindings(space: Space): Finding[] {
  const { clauses } = space.policy.file;
  const seen = new Set<string>();
  return Object.entries(clauses).flatMap(([clause, { examples }]) =>
    (['in', 'out'] as const).flatMap((side) =>
      examples[side].flatMap((example, at) => {
        const key = JSON.stringify(example);
        if (seen.has(key)) return [];
        seen.add(key);
        return idleFacts(space, example).map((fact) => idle(['clauses', clause, 'examples', side, at], fact));
      }),
    ),
  );
}

function idleFacts(space: Space, example: Example): string[] {
  const { facts, today, now } = witnessOf(space.policy, example);
  const situation = readFacts(space.policy, facts, today, now);
  if ('code' in situation) return [];
  const { diagram } = space.policy;
  return Object.keys(facts).filter(
    (fact) => diagram.restrictAll(space.concernedBy(fact), situation.assignment) === FALSE,
  );
}

function idle(path: PropertyKey[], fact: string): Finding {
  const message = `"${fact}" does not concern this customer, by its own applies, so what the example says of it counts for nothing`;
  return { severity: 'warning', code: 'idle-answer', path, message };
}
