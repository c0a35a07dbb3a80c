import { describe, expect, it } from 'vitest';
import { canonicalNumber, spellingsOf } from '../../src/orders/spelling.ts';

describe('two spellings of a number', () => {
  it.each(['kx-2040', 'KX 2040', 'KX2040', 'KX.2040', '#KX-2040', 'KX – 2040', 'ＫＸ－２０４０'])(
    'are the same: "%s"',
    (spelling) => expect(canonicalNumber(spelling)).toBe(canonicalNumber('KX-2040')),
  );

  it.each(['KX-20-40', 'KX-2040-A', 'KX-204', 'XK-2040', '2040'])('are not the same: "%s"', (spelling) =>
    expect(canonicalNumber(spelling)).not.toBe(canonicalNumber('KX-2040')),
  );
});

describe('the spellings that a system is asked for', () => {
  it('begin with the one that was written', () => {
    expect(spellingsOf('kx 2040')).toEqual(['kx 2040', 'KX-2040', 'KX2040']);
  });

  it.each(['KX-2040', '2040', 'AB12-CD34'])('are no more where it has its dash, or needs none: "%s"', (number) =>
    expect(spellingsOf(number)).toEqual([number]),
  );
});
