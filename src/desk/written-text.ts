import { z } from 'zod';

/** A line or more without control characters or those that turn the direction of text round. */
export const writtenText = (maxLength: number) =>
  z
    .string()
    .transform((text) => text.replace(/\r\n?/g, '\n').normalize('NFC').trim())
    .pipe(
      z
        .string()
        .min(1, 'expected some text')
        .max(maxLength, `expected at most ${maxLength} characters`)
        .regex(/^(?:[^\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]|\n|\t)*$/u, 'expected text without control characters'),
    )
    .meta({ minLength: 1, maxLength });
