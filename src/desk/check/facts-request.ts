import { z } from 'zod';

/** Facts as requests bring them; the policy judges them. */
export const factsRequestSchema = z.record(z.string(), z.json()).describe('As `returns decide` takes them');
