import type { Outcome } from '../../outbox/outcome.ts';
import { retryAfterMs } from '../../outbox/retry-after.ts';
import { noteOf, readNote } from '../case/change-note.ts';
import type { Desk } from '../desk.ts';
import type { DeskNotifier } from '../notifier.ts';
import { eventBody, eventId } from './event.ts';
import { signatures } from './signature.ts';

/** The address that events of cases go to, and the keys they are signed with, the newest first. */
export interface WebhookSettings {
  url: string;
  keys: Uint8Array[];
}

const kind = 'webhook';
const ATTEMPT_MS = 10_000;

/** Tells another system of every change of a case, signed, those of one case in order. */
export function createWebhookNotifier(deps: {
  settings: WebhookSettings;
  desk: Pick<Desk, 'view'>;
  now(): Date;
}): DeskNotifier {
  const { settings, desk, now } = deps;

  async function post(id: string, body: string, signal: AbortSignal): Promise<Outcome> {
    const seconds = Math.floor(now().getTime() / 1_000);
    const response = await fetch(settings.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'user-agent': 'returns-assistant',
        'webhook-id': id,
        'webhook-timestamp': String(seconds),
        'webhook-signature': signatures({ id, seconds, body }, settings.keys),
      },
      body,
      // A redirect would carry a case to whoever it names; the standard counts it as a failure.
      redirect: 'manual',
      signal: AbortSignal.any([signal, AbortSignal.timeout(ATTEMPT_MS)]),
    });
    // Only the status counts; a body without an end must not hold us up.
    await response.body?.cancel();
    return outcomeOf(response, now());
  }

  return {
    kind,
    effects: (change) => [{ kind, key: `${kind} ${change.reference}`, payload: noteOf(change) }],
    async handler(effect, signal) {
      const note = readNote(effect.payload);
      const view = await desk.view(note.reference);
      if (!view) return { kind: 'refused' };
      return post(eventId(effect), eventBody(note, effect.at, view), signal);
    },
  };
}

/** A receiver that is set up wrongly for an hour loses nothing; only one that says it is gone is not asked again. */
function outcomeOf({ ok, status, headers }: Response, now: Date): Outcome {
  if (ok) return { kind: 'delivered' };
  if (status === 410) return { kind: 'refused', status };
  return { kind: 'later', status, afterMs: retryAfterMs(headers.get('retry-after'), now) };
}
