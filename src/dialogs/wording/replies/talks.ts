import type { TalkMatter } from '../../../machines/events.ts';
import type { Words } from '../catalog/words.ts';

/**
 * What is said of the ways back to a talk. Whether a reference is known, or has an e-mail address, is never told: with
 * every one the same is said.
 */
export function talkReply(words: Words, about: TalkMatter): string {
  const human = words.say('button.human');
  switch (about.kind) {
    case 'earlier-case': {
      const { reference, outcome = 'nowhere' } = about;
      return words.say(`talk.earlier.${outcome}`, { reference, human });
    }
    case 'mail-talk':
      return words.say(`talk.mail.${about.outcome ?? 'nowhere'}`, { human });
    case 'talk-code':
      return words.say(`talk.code.${about.outcome}`, { human });
  }
}
