/** A question of a small world: its values with their likelihoods. */
export interface Question {
  id: string;
  likelihoods: readonly number[];
}

/** What somebody is told in the end; two refusals are one answer as long as they share a clause. */
export interface Answer {
  label: string;
  /** For refusals: the clauses that exclude. */
  clauses?: readonly string[];
}

/** An explicit table: an answer for each combination of values, `undefined` where the combination cannot be. */
export interface World {
  questions: readonly Question[];
  answer(values: readonly number[]): Answer | undefined;
  /** What it costs to learn a value of a question, given the values known (-1 where open). */
  cost(question: number, value: number, known: readonly number[]): number;
}

/**
 * The least expected cost over all decision trees, by plain recursion over what is known. With `isSensible` trees
 * may ask only what can still change the answer, all else equal, as the specification has it.
 */
export function bestTree(world: World, isSensible = false): number {
  const space = new Space(world);
  const remembered = new Map<number, number>();
  const cost = (known: number[]): number => {
    if (space.isSettled(known)) return 0;
    const key = space.code(known);
    const before = remembered.get(key);
    if (before !== undefined) return before;
    const open = world.questions.flatMap((_, question) => (known[question] === -1 ? [question] : []));
    const sensible = isSensible ? open.filter((question) => space.matters(known, question)) : open;
    const costs = (sensible.length ? sensible : open).map((question) => space.asking(known, question, cost));
    const least = Math.min(...costs);
    remembered.set(key, least);
    return least;
  };
  return cost(world.questions.map(() => -1));
}

/** What every set of known values leaves open, gathered from the complete ones upwards. */
class Space {
  private readonly world: World;
  private readonly answers = new Map<number, Answer | undefined>();
  private readonly masses = new Map<number, number>();
  private readonly shared = new Map<number, Shared>();
  private readonly sensitive = new Map<string, boolean>();

  constructor(world: World) {
    this.world = world;
  }

  code(known: readonly number[]): number {
    return known.reduce(
      (code, value, i) => code * ((this.world.questions[i]?.likelihoods.length ?? 0) + 1) + value + 1,
      0,
    );
  }

  isSettled(known: number[]): boolean {
    const { labels, clauses } = this.sharedAt(known);
    return labels !== 'several' || (clauses !== undefined && clauses.length > 0);
  }

  asking(known: number[], question: number, rest: (known: number[]) => number): number {
    const likelihoods = this.world.questions[question]?.likelihoods ?? [];
    let sum = 0;
    likelihoods.forEach((likelihood, value) => {
      const then = known.with(question, value);
      const share = (likelihood * this.massAt(then)) / this.massAt(known);
      if (share > 0) sum += share * (this.world.cost(question, value, known) + rest(then));
    });
    return sum;
  }

  /** Whether two complete cases that differ in this question alone have different answers. */
  matters(known: number[], question: number): boolean {
    const key = `${this.code(known)} ${question}`;
    const before = this.sensitive.get(key);
    if (before !== undefined) return before;
    const next = known.findIndex((value, i) => value === -1 && i !== question);
    const found =
      next >= 0 ? this.each(known, next).some((then) => this.matters(then, question)) : this.changes(known, question);
    this.sensitive.set(key, found);
    return found;
  }

  private changes(known: number[], question: number): boolean {
    const answers = this.each(known, question).flatMap((then) => this.answerAt(then) ?? []);
    return answers.some((a) => answers.some((b) => a.label !== b.label && !shareClause(a, b)));
  }

  private each(known: number[], question: number): number[][] {
    return (this.world.questions[question]?.likelihoods ?? []).map((_, value) => known.with(question, value));
  }

  private answerAt(values: number[]): Answer | undefined {
    const code = this.code(values);
    if (!this.answers.has(code)) this.answers.set(code, this.world.answer(values));
    return this.answers.get(code);
  }

  private massAt(known: number[]): number {
    const code = this.code(known);
    const before = this.masses.get(code);
    if (before !== undefined) return before;
    const next = known.indexOf(-1);
    const likelihoods = this.world.questions[next]?.likelihoods ?? [];
    const mass =
      next < 0
        ? Number(this.answerAt(known) !== undefined)
        : likelihoods.reduce((sum, likelihood, value) => sum + likelihood * this.massAt(known.with(next, value)), 0);
    this.masses.set(code, mass);
    return mass;
  }

  private sharedAt(known: number[]): Shared {
    const code = this.code(known);
    const before = this.shared.get(code);
    if (before !== undefined) return before;
    const next = known.indexOf(-1);
    const result =
      next < 0
        ? sharedBy(this.answerAt(known))
        : this.each(known, next)
            .map((then) => this.sharedAt(then))
            .reduce(both);
    this.shared.set(code, result);
    return result;
  }
}

/** What several answers have in common; no clauses once one of them is no refusal. */
interface Shared {
  labels: 'none' | 'several' | { one: string };
  clauses?: readonly string[];
}

function sharedBy(answer: Answer | undefined): Shared {
  if (!answer) return { labels: 'none' };
  return { labels: { one: answer.label }, ...(answer.clauses && { clauses: answer.clauses }) };
}

function both(a: Shared, b: Shared): Shared {
  if (a.labels === 'none') return b;
  if (b.labels === 'none') return a;
  const isSame = typeof a.labels === 'object' && typeof b.labels === 'object' && a.labels.one === b.labels.one;
  const clauses = a.clauses && b.clauses ? a.clauses.filter((clause) => b.clauses?.includes(clause)) : undefined;
  return { labels: isSame ? a.labels : 'several', ...(clauses && { clauses }) };
}

function shareClause(a: Answer, b: Answer): boolean {
  return Boolean(a.clauses?.some((clause) => b.clauses?.includes(clause)));
}
