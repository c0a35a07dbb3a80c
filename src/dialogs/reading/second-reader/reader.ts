import { z } from 'zod';
import type { IsoDate } from '../../../policy/calendar.ts';
import type { PolicyFile } from '../../../policy/format/schema.ts';
import { answerSchema, type LlmReading, readAnswer } from './answer.ts';
import { type Completion, complete, type LlmEndpoint, type LlmFailure } from './completion.ts';
import { maskPersonalData } from './masking.ts';
import { promptOf } from './prompt.ts';

export type { LlmReading } from './answer.ts';
export type { LlmFailure } from './completion.ts';

export interface LlmReaderOptions extends LlmEndpoint {
  /** Time limit of a reading in all, in milliseconds; 3,000 if absent. */
  timeoutMs?: number;
  /** Called with the reason why there is no reading. */
  onFailure?(code: LlmFailure): void;
}

export interface LlmRequest {
  policy: PolicyFile;
  /** The message as the customer wrote it; it is masked here. */
  text: string;
  openQuestion?: { id: string; text: string } | undefined;
  today: IsoDate;
}

/**
 * Reads one message; undefined where there is no reading, for whatever reason. It never throws and asks no second time.
 */
export type LlmReader = (request: LlmRequest, signal?: AbortSignal) => Promise<LlmReading | undefined>;

const maxMessageLength = 4_000;
const takesNoSchema = new Set<LlmFailure>(['status-400', 'status-422']);

/** A reader of messages by any OpenAI-compatible endpoint; what it reads are facts of the policy, and nothing else. */
export function createLlmReader({ timeoutMs = 3_000, onFailure, ...endpoint }: LlmReaderOptions): LlmReader {
  let isStrict = true;

  /** With a schema first, and without one from the first time on that the server does not take it. */
  async function completion(messages: object, schema: () => object, signal: AbortSignal): Promise<Completion> {
    if (isStrict) {
      const strict = await complete(endpoint, { messages, ...schema() }, signal);
      if (!('failure' in strict && takesNoSchema.has(strict.failure))) return strict;
    }
    const plain = await complete(endpoint, { messages }, signal);
    // Only what works without is known to be the schema's fault.
    if (isStrict && 'content' in plain) isStrict = false;
    return plain;
  }

  return async ({ policy, text, openQuestion, today }, signal) => {
    const inTime = AbortSignal.timeout(timeoutMs);
    const message = maskPersonalData(text.slice(0, maxMessageLength));
    const answer = await completion(
      promptOf({ policy, message, openQuestion, today }),
      () => strictAnswer(policy, today),
      signal ? AbortSignal.any([signal, inTime]) : inTime,
    );
    const reading = 'content' in answer ? readAnswer(answer.content, { policy, message, today }) : undefined;
    if (!reading) onFailure?.('failure' in answer ? answer.failure : 'no-reading');
    return reading;
  };
}

/** The part of a request that not every server takes: an answer held to a schema, and no chance in it. */
function strictAnswer(policy: PolicyFile, today: IsoDate): object {
  const { $schema: _, ...schema } = z.toJSONSchema(answerSchema(policy, today));
  return {
    temperature: 0,
    response_format: { type: 'json_schema', json_schema: { name: 'reading', strict: true, schema } },
  };
}
