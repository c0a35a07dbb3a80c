import { stem } from '../words.ts';

/** Words that tell the same thing about what a message wants. */
const CLASSES: Readonly<Record<string, string>> = {
  'not-working':
    'broken broke breaks dead died defective defect faulty fault fails failed failing malfunction malfunctions malfunctioning kaput busted bricked stopped stops quit conked unusable useless crashed freezes frozen stuck jammed leaks leaking overheats overheating smokes sparks flickers flickering rattles buzzing cracked snapped shattered shuts crackles',
  works:
    'work works working worked function functions functioning operates runs charge charges charging boot boots booting start starts turn turns connect connects connecting pair pairs spins heats cools prints rings responds',
};

const CLASS_OF = new Map(
  Object.entries(CLASSES).flatMap(([kind, words]) => words.split(' ').map((word) => [stem(word), kind] as const)),
);

/** The kind of thing that a word stands for, if it is one of those listed. */
export function classesOf(token: string): string | undefined {
  return CLASS_OF.get(stem(token));
}
