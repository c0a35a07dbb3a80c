import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readLeniently, textOrNumber } from '../src/lenient.ts';

const schema = z.object({
  id: textOrNumber(z.string().min(1)),
  note: z.string().min(1).max(5).optional(),
  sender: z.object({ id: z.string(), name: z.string().optional() }).optional(),
  parts: z.array(z.object({ kind: z.string(), size: z.number().optional() })).default([]),
});
const read = (json: unknown) => readLeniently(schema, json);

describe('a lenient reading', () => {
  it('takes what is right as it is', () => {
    expect(read({ id: 'a', note: 'hello' })).toEqual({
      kind: 'read',
      value: { id: 'a', note: 'hello', parts: [] },
      odd: [],
    });
  });

  it.each([[null], ['']])('takes %o for absent, without a word', (nothing) => {
    expect(read({ id: 'a', note: nothing, sender: nothing, parts: nothing })).toEqual({
      kind: 'read',
      value: { id: 'a', parts: [] },
      odd: [],
    });
  });

  it('names what it could not use, as far inside as the mistake is', () => {
    const json = { id: 7, note: 5, sender: { id: 'x', name: {} }, parts: [{ kind: 'a', size: '3' }] };
    expect(read(json)).toEqual({
      kind: 'read',
      value: { id: '7', sender: { id: 'x' }, parts: [{ kind: 'a' }] },
      odd: ['note', 'sender.name', 'parts.size'],
    });
  });

  it('loses of a list what cannot be read, and what needs something that is missing', () => {
    const parts = [{ kind: 'a' }, { kind: 1 }, 'b', null, { size: 2 }, { kind: 'c' }];
    expect(read({ id: 'a', sender: {}, parts })).toEqual({
      kind: 'read',
      value: { id: 'a', parts: [{ kind: 'a' }, { kind: 'c' }] },
      odd: ['sender.id', 'parts.kind', 'parts'],
    });
  });

  it('says what is needed and missing, or was wrong there', () => {
    expect(read({ note: 5 })).toMatchObject({ kind: 'wrong', at: 'id' });
    expect(read({ id: '' })).toMatchObject({ kind: 'wrong', at: 'id' });
    expect(read([])).toMatchObject({ kind: 'wrong', at: '' });
    expect(read(Array(10).fill(null))).toMatchObject({ kind: 'wrong' });
  });

  it('keeps the mistakes that are final, and changes nothing that it was given', () => {
    const json = { id: 'a', note: 'much too long' };
    expect(readLeniently(schema, json, ({ code }) => code === 'too_big')).toMatchObject({ kind: 'wrong', at: 'note' });
    expect(read(json)).toMatchObject({ kind: 'read', odd: ['note'] });
    expect(json).toEqual({ id: 'a', note: 'much too long' });
  });

  it('gives up on what is wrong throughout', () => {
    expect(read({ id: 'a', parts: Array(1_000).fill(5) })).toMatchObject({ kind: 'wrong', at: 'parts.0' });
  });
});
