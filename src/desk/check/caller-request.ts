import { hash } from 'node:crypto';
import { z } from 'zod';
import type { CallerCase } from '../../dialogs/turns/caller.ts';
import type { Agent } from '../../machines/case.ts';
import type { Facts } from '../../policy/engine/facts.ts';
import { fillIn, words } from '../words/words.ts';
import { factsRequestSchema } from './facts-request.ts';

const line = (maxLength: number) => z.string().trim().max(maxLength).optional();

/** What an agent takes down of somebody on the phone, beside what the policy asks. */
export const callerDetailsSchema = z.strictObject({
  orderNumber: line(60),
  email: line(120),
  story: line(1_000).describe('What they say, and how to reach them'),
});

/** A case to be filed from a desk, as the API takes it. */
export const callerRequestSchema = z.strictObject({
  policy: z.string(),
  facts: factsRequestSchema,
  ...callerDetailsSchema.shape,
});

/** The case of somebody on the phone; the same `key` is the same case. */
export function callerCase(
  { policy, facts, orderNumber, email, story }: z.infer<typeof callerDetailsSchema> & { policy: string; facts: Facts },
  { by, key }: { by: Agent; key: string },
): CallerCase {
  const takenDown = fillIn(words.check.takenDownBy, { agent: by.name });
  return {
    id: hash('sha256', key).slice(0, 32),
    policyId: policy,
    facts,
    ...(orderNumber && { orderNumber }),
    ...(email && { email }),
    story: [story, takenDown].filter(Boolean).join(' '),
    by,
  };
}
