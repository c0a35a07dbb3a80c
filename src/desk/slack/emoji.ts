import { z } from 'zod';
import type { Json } from '../../json.ts';

/** The signs that people at a desk use most, by Slack's names; a message brings the code points of its others itself. */
const common: Record<string, string> = {
  '+1': '👍',
  '-1': '👎',
  thumbsup: '👍',
  thumbsdown: '👎',
  slightly_smiling_face: '🙂',
  smile: '😄',
  smiley: '😃',
  grinning: '😀',
  blush: '😊',
  wink: '😉',
  joy: '😂',
  sweat_smile: '😅',
  slightly_frowning_face: '🙁',
  disappointed: '😞',
  cry: '😢',
  thinking_face: '🤔',
  pray: '🙏',
  wave: '👋',
  clap: '👏',
  ok_hand: '👌',
  raised_hands: '🙌',
  heart: '❤️',
  tada: '🎉',
  warning: '⚠️',
  white_check_mark: '✅',
  heavy_check_mark: '✔️',
  x: '❌',
  package: '📦',
  truck: '🚚',
  email: '📧',
  telephone_receiver: '📞',
  hourglass_flowing_sand: '⏳',
  eyes: '👀',
  rocket: '🚀',
};
const tones = ['🏻', '🏼', '🏽', '🏾', '🏿'];

const emojiSchema = z.looseObject({ type: z.literal('emoji'), name: z.string(), unicode: z.string().optional() });
const parentSchema = z.looseObject({ elements: z.array(z.json()) });

/** Knows the sign of a name such as `+1::skin-tone-3` in a message with these blocks. */
export function emojiIn(blocks: readonly Json[]): (name: string) => string | undefined {
  const told = new Map(blocks.flatMap((block) => namedIn(block)));
  return (name) => {
    const [base = '', tone] = name.split('::skin-tone-');
    const plain = told.get(base) ?? (Object.hasOwn(common, base) ? common[base] : undefined);
    return told.get(name) ?? (plain && plain.replace('\ufe0f', '') + (tones[Number(tone) - 2] ?? '')) ?? undefined;
  };
}

function namedIn(block: Json): [string, string][] {
  const emoji = emojiSchema.safeParse(block).data;
  if (emoji?.unicode !== undefined) return [[emoji.name, signOf(emoji.unicode)]];
  return (parentSchema.safeParse(block).data?.elements ?? []).flatMap(namedIn);
}

/** Code points in hexadecimal with hyphens between them. */
function signOf(unicode: string): string {
  const points = unicode.split('-').map((point) => Number.parseInt(point, 16));
  return points.every((point) => point >= 0 && point <= 0x10_ff_ff) ? String.fromCodePoint(...points) : '';
}
