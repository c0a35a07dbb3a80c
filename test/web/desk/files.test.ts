import { beforeEach, expect, test } from 'vitest';
import { Refusal } from '../../../web/desk/model/refusal.js';
import { emptyDesk } from '../../../web/desk/model/state.js';
import { Files } from '../../../web/desk/speak/files.js';

let isAnswered: boolean;
let answered: string[][];
let refusal: Refusal | undefined;
let files: Files;

beforeEach(() => {
  [isAnswered, answered, refusal] = [true, [], undefined];
  files = new Files({
    api: {
      async upload(_, { name }) {
        if (refusal) throw refusal;
        return { id: `desk-${name}`, name, contentType: 'application/pdf' };
      },
    },
    desk: {
      state: { ...emptyDesk(0), selected: 'AAAA-AAAA' },
      async answer(sent = []) {
        answered.push(sent.map(({ id }) => id));
        return isAnswered;
      },
    },
    words: { tooLarge: 'Too large.' },
    show: () => undefined,
  });
});

const named = (name: string, bytes = 3) => new File([new Uint8Array(bytes)], name);
const ready = () => files.state.files['AAAA-AAAA']?.map(({ name }) => name);

test('files go with the next answer, and with that alone', async () => {
  await files.add([named('a.pdf'), named('b.pdf')]);
  files.leaveOut('desk-a.pdf');
  await files.answer();
  await files.answer();
  expect(answered).toEqual([['desk-b.pdf'], []]);
});

test('files stay where the answer was refused', async () => {
  isAnswered = false;
  await files.add([named('a.pdf')]);
  await files.answer();
  expect(ready()).toEqual(['a.pdf']);
});

test('a file that is refused is named with its reason, and the others stay', async () => {
  await files.add([named('a.pdf')]);
  refusal = new Refusal({ code: 'wrong-kind', message: 'Only pictures.' });
  await files.add([named('b.exe')]);
  expect(files.state).toMatchObject({ refusal: 'Only pictures.', isUploading: false });
  expect(ready()).toEqual(['a.pdf']);
});

test('a file that is too large is not sent to the server at all', async () => {
  await files.add([named('a.pdf', 4 * 1024 * 1024 + 1)]);
  expect(files.state.refusal).toBe('Too large.');
  expect(ready()).toBeUndefined();
});
