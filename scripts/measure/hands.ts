// How replies of a hand are read with what all other hands taught, one JSON line a hand: npm run measure:hands [-- <hand> …]
import { learntOf, withLearnt } from '../../src/language/likely/model.ts';
import { likelyFileOf } from '../../training/likely-file.ts';
import { labelled, readReplyRows } from '../../training/replies.ts';
import { measureReplies } from './corpus/replies.ts';

const rows = readReplyRows();
const replies = labelled(rows);
const named = process.argv.slice(2);

for (const hand of new Set(rows.map((row) => row.hand))) {
  if (named.length > 0 && !named.includes(hand)) continue;
  const own = rows.filter((row) => row.hand === hand);
  const ofOthers = learntOf(likelyFileOf(replies.filter((reply) => reply.hand !== hand)));
  const alone = withLearnt(new Map(), () => measureReplies(own));
  const withOthers = withLearnt(ofOthers, () => measureReplies(own));
  console.log(JSON.stringify({ hand, rulesAlone: figuresOf(alone), withOthers: figuresOf(withOthers) }));
}

function figuresOf({ byQuestion: _, plainAskedBack: __, ...figures }: ReturnType<typeof measureReplies>) {
  return figures;
}
