import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readOwnField } from '../../src/forms/own-fields.ts';
import { parsePolicy } from '../../src/policy/format/parse.ts';
import { deskShop } from '../desk/desk-shop.ts';
import { furnitureFolder, furnitureShop, furnitureText } from '../fixtures/furniture.ts';
import { findingsIn, lampShop } from '../policy/check/small.ts';
import { words } from '../wording.ts';
import { chat } from './form-shop.ts';
import { rmaOf, visitor } from './visitor.ts';

const settings = { POLICIES_DIR: furnitureFolder, DEFAULT_POLICY: 'furniture-shop' };
const sofa = {
  shop: 'furniture-shop',
  facts: { reason: 'changed-mind', size: 'bulky', assembled: false, receivedOn: '2026-11-10', choose: 'money' },
};
const chair = { shop: 'furniture-shop', facts: { ...sofa.facts, size: 'parcel' } };
const { formFields } = furnitureShop().file;

function read(id: string, raw: string) {
  const field = formFields[id];
  if (!field) throw new Error(`there is no field ${id}`);
  return readOwnField(words, field, raw);
}

describe('a field of the shop’s own', () => {
  it.each([
    ['collectionDay', '2026-12-01', '2026-12-01'],
    ['floor', ' 3 ', 3],
    ['floor', '2,5', 2.5],
    ['floor', '0', 0],
    ['floor', '40', 40],
    ['lift', 'yes', true],
    ['lift', 'no', false],
    ['lift', '', undefined],
    ['parcelSize', 'small', 'small'],
    ['remarks', 'Ring twice.\r\nThank you.', 'Ring twice.\nThank you.'],
    ['remarks', '', undefined],
  ])('%s takes "%s"', (id, raw, value) => {
    expect(read(id, raw)).toEqual({ value });
  });

  it.each([
    ['collectionDay', '', 'Day of collection: please fill this in.'],
    ['collectionDay', '31 November', 'Day of collection: please enter a day, such as 2026-11-21.'],
    ['floor', 'first', 'Floor: please enter a number, such as 12 or 12.5.'],
    ['floor', '-1', 'Floor: please enter 0 or more.'],
    ['floor', '41', 'Floor: please enter 40 or less.'],
    ['floor', '1e3', 'Floor: please enter a number, such as 12 or 12.5.'],
    ['lift', 'perhaps', 'Is there a lift?: please choose yes or no.'],
    ['parcelSize', 'huge', 'Size of the parcel: please choose one of the answers.'],
    ['parcelSize', 'constructor', 'Size of the parcel: please choose one of the answers.'],
    ['remarks', 'x'.repeat(301), 'Remarks: please use at most 300 characters.'],
    ['remarks', 'a\u202eb', 'Remarks: this has characters that cannot be read. Please type it again.'],
  ])('%s does not take "%s"', (id, raw, mistake) => {
    expect(read(id, raw)).toEqual({ mistake });
  });
});

describe('the form of a shop with fields of its own', () => {
  it('asks for those of the case, and for no others', async () => {
    const { base } = await deskShop(settings);
    const asked = async (customer: typeof sofa) => {
      const { token } = await chat({ base }, customer);
      const { html } = await visitor(base).open(token);
      return Object.keys(formFields).filter((id) => html.includes(`name="${id}"`));
    };
    expect(await asked(sofa)).toEqual(['collectionDay', 'floor', 'lift', 'remarks']);
    expect(await asked(chair)).toEqual(['parcelSize', 'remarks']);
  });

  it('brings what was filled in to the people who have the case', async () => {
    const shop = await deskShop(settings);
    const { conversation, reference, token } = await chat(shop, sofa);
    const { open, fill } = visitor(shop.base);
    const page = await open(token);
    const { activities } = await conversation.read();
    expect(JSON.stringify(activities.at(-1))).toContain('2. Have it ready on the day that you choose in the form.');
    expect(JSON.stringify(activities)).not.toContain('Take it to a parcel shop.');
    expect(page.html).toContain('Remarks (optional)');
    expect(page.html).toContain('We collect bulky furniture at the kerb.');

    const answers = { refundMethod: 'original', collectionDay: '2026-12-01', lift: 'no', accept: 'yes' };
    const again = await fill(token, page, { ...answers, floor: 'third', parcelSize: 'small' });
    expect([again.status, again.html.includes('Floor: please enter a number')]).toEqual([422, true]);
    expect(again.html).toContain('value="2026-12-01"');

    const done = await fill(token, again, {
      ...answers,
      floor: '3',
      remarks: '<b>Ring</b> twice',
      parcelSize: 'small',
    });
    expect([done.status, rmaOf(done)]).toEqual([200, expect.stringMatching(/^RMA-/)]);

    await conversation.say('I want to talk to a human');
    const { submitted } = viewSchema.parse((await shop.get(`cases/${reference}`)).body).case;
    expect(submitted?.rma).toBe(rmaOf(done));
    expect(submitted?.fields.map(({ label, answer }) => [label, answer])).toEqual([
      [words.say('decision.refundAs'), words.say('form.refundMethod.original')],
      ['Day of collection', 'Tuesday 1 December 2026'],
      ['Floor', '3'],
      ['Is there a lift?', 'no'],
      ['Remarks', '<b>Ring</b> twice'],
    ]);
  });
});

const viewSchema = z.object({
  case: z.object({
    submitted: z
      .object({ rma: z.string(), fields: z.array(z.object({ label: z.string(), answer: z.string() })) })
      .optional(),
  }),
});

describe('mistakes in the fields of a form', () => {
  const problemsIn = (text: string) => {
    try {
      parsePolicy(text, text.startsWith('---') ? 'furniture-shop' : 'lamps.yaml');
    } catch (error) {
      return String(error);
    }
    return 'none';
  };

  it.each([
    ['- { field: lift }', '- { field: elevator }', 'forms.return.ask[3].field: there is no field "elevator"'],
    ['- { field: lift }', '- { field: floor }', '"floor" is asked twice'],
    [
      'when: { size: parcel }\n    values',
      'when: { size: huge }\n    values',
      'formFields.parcelSize.when.size: size is never "huge"',
    ],
    ['min: 0, max: 40', 'min: 41, max: 40', 'expected a min that is not above max'],
    ['type: date, required', 'type: day, required', 'formFields.collectionDay.type: expected one of text, choice'],
  ])('%s as %s', (from, to, message) => {
    expect(problemsIn(furnitureText('policy.yaml', from, to))).toContain(message);
  });

  it.each([
    ['defect: { type: yes-no, label: Defect }', 'lamps.yaml:73:3: formFields.defect: "defect" is a field already'],
    ['shade: { type: choice, label: Shade, values: { red: { title: Red } } }', 'expected at least two values'],
    ['shade: { type: text, label: Shade, maxLength: 5000 }', 'formFields.shade.maxLength'],
  ])('a field %s', (field, message) => {
    expect(problemsIn(lampShop({ moreSource: `formFields:\n  ${field}` }))).toContain(message);
  });

  it('check names a field that no customer is asked for', () => {
    const moreFacts = `formFields:
  shade: { type: text, label: Shade, when: { reason: other } }
  bulb: { type: text, label: Bulb }
forms:
  return: { ask: [{ field: shade }] }`;
    const idle = findingsIn(
      lampShop({ lastDecision: `  - { id: too-late, resolution: not-eligible, clauses: [window] }\n${moreFacts}` }),
    );
    expect(idle.map(({ code, path }) => [code, path])).toEqual([
      ['dead-field', 'formFields.shade'],
      ['dead-field', 'formFields.bulb'],
    ]);
  });
});
