import { z } from 'zod';
import { refundFormSchema } from '../format/choose-schema.ts';
import { resolutionSchema } from '../format/outcome-schema.ts';
import type { Resolution } from '../format/schema.ts';
import { bonusSchema, type RefundWithBonus, refundWithBonusSchema, withBonus } from '../money/bonus.ts';
import { type Fee, feeSchema } from '../money/fee.ts';
import type { Money } from '../money/money.ts';
import { type Refund, refundAfterFee } from '../money/refund.ts';
import type { OfferedOption } from './diagram/options.ts';
import type { Period } from './facts.ts';

/** One of what the customer can choose, with all that is said of it in the place of the decision's own figures. */
export const optionSchema = z.strictObject({
  id: z.string(),
  resolution: resolutionSchema,
  refundAs: refundFormSchema.optional().describe('What the customer gets for it'),
  feePercent: z.number().optional(),
  fee: feeSchema.optional(),
  bonusPercent: z.number().optional().describe('A share of the price that is added'),
  bonus: bonusSchema.optional().describe('A bonus that is no plain percentage, as the policy states it'),
  refund: refundWithBonusSchema.optional().describe('What the customer gets, when the price is known'),
  terms: z.array(z.string()).describe('Clauses that come with this option'),
  deadline: z.string().optional(),
  deadlineAt: z.string().optional(),
});
export type OptionOffer = z.infer<typeof optionSchema>;

/** What a decision says itself, which an option may leave as it is. */
interface OwnFigures {
  resolution: Resolution;
  fee: Fee | undefined;
  price: Money | undefined;
  /** The refund, and true if the policy states one that cannot be reckoned yet. */
  refund: Refund | undefined;
  isRefundOpen: boolean;
  deadline: Period | undefined;
  /** The end of an option's deadline: that of a derived fact, of whose periods these count. */
  endOf: (derived: string | undefined, periods: string[]) => Period | undefined;
}

/** An option as the decision offers it. */
export function offerOf({ id, option, deadline }: OfferedOption, own: OwnFigures): OptionOffer {
  const fee = option.fee ?? own.fee;
  const { bonus } = option;
  const refund = refundOf(option, own);
  const ends = deadline.map(({ period }) => period);
  const period = ends.length > 0 ? own.endOf(option.deadline, ends) : own.deadline;
  return {
    id,
    resolution: option.resolution ?? own.resolution,
    ...(option.refundAs && { refundAs: option.refundAs }),
    ...(fee && ('percent' in fee ? { feePercent: fee.percent } : { fee })),
    ...(bonus && ('percent' in bonus ? { bonusPercent: bonus.percent } : { bonus })),
    ...(refund && { refund }),
    terms: option.terms,
    ...(period?.end && { deadline: period.end }),
    ...(period?.endsAt && { deadlineAt: period.endsAt }),
  };
}

/** The refund of an option: by its own fee, else the decision's, else the price, with the option's bonus on top. */
function refundOf({ fee, bonus }: OfferedOption['option'], own: OwnFigures): RefundWithBonus | undefined {
  const { price, isRefundOpen } = own;
  const whole = bonus && price && !isRefundOpen ? refundAfterFee(price, { percent: 0 }) : undefined;
  const refund = fee ? price && refundAfterFee(price, fee) : (own.refund ?? whole);
  return refund && bonus ? price && withBonus(refund, bonus, price) : refund;
}
