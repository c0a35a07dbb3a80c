import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { INTENTS } from '../../../src/language/intents/intents.ts';
import model from '../../../src/language/intents/model.json' with { type: 'json' };
import { decoded, scoresOf } from '../../../src/language/intents/model.ts';
import { readExamples } from '../../../training/examples.ts';
import { digestOf, modelOf } from '../../../training/model-file.ts';
import { counted } from '../../../training/regression.ts';

const MODEL = fileURLToPath(new URL('../../../src/language/intents/model.json', import.meta.url));

describe('the model in the repository', () => {
  test('is made of the examples as they are', () => {
    expect(model.made, 'the examples or what is noticed in them changed: npm run train').toBe(
      digestOf(counted(readExamples())),
    );
    expect(model.labels).toEqual([...INTENTS]);
  });

  test('is right in 19 of 20 messages it had not seen and is sure of', () => {
    expect(model.rightWhenSure).toBeGreaterThanOrEqual(0.95);
  });

  test('is smaller than 600 kB', () => {
    expect(statSync(MODEL).size).toBeLessThan(600_000);
  });
});

describe('the examples', () => {
  const examples = readExamples();

  test('show every intent many times', () => {
    for (const intent of INTENTS) {
      expect(examples.filter((example) => example.intent === intent).length, intent).toBeGreaterThan(80);
    }
  });

  test('never call one sentence by two names', () => {
    const intents = new Map<string, string>();
    for (const { text, intent } of examples) {
      const words = text
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim();
      expect(intents.get(words) ?? intent, text).toBe(intent);
      intents.set(words, intent);
    }
  });
});

describe('training', () => {
  const few = readExamples().filter((_, at) => at % 12 === 0);
  const made = modelOf(few);
  const ready = decoded(made);

  test('makes the same model of the same examples every time', () => {
    expect(modelOf(few)).toEqual(made);
  });

  test('makes a model that knows nearly all it has learnt', () => {
    const known = few.filter(({ intent, text }) => {
      const shares = scoresOf(ready, text) ?? [];
      return INTENTS[shares.indexOf(Math.max(...shares))] === intent;
    });
    expect(known.length / few.length).toBeGreaterThan(0.95);
  });
});
