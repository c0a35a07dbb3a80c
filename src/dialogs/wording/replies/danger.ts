import type { DangerKind } from '../../../machines/events.ts';
import type { Policy } from '../../../policy/format/load.ts';
import type { Words } from '../catalog/words.ts';

/** What to do now, with the number and the helpline that the shop names, or in general words where it names none. */
export function dangerAdvice(words: Words, kind: DangerKind, { file }: Policy): string {
  const { emergencyNumber: number, helpline = words.say('danger.helpline') } = file;
  const emergency =
    number === undefined ? words.say('danger.emergency') : words.say('danger.emergency.number', { number });
  return words.say(`danger.${kind}`, { emergency, helpline });
}
