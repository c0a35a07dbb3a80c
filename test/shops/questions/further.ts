import type { Asked } from './corpus.ts';
import { asked } from './corpus.ts';

/*
 * Questions as people put them who have the thing before them: with "void", "not returnable", "would it", "covered",
 * half sentences, and what they did told first.
 */

const equipmentShop = `
Is it void if I break the seal? | seal-damaged
if the seal were broken would you still take it | seal-damaged
would a missing seal be a reason to refuse it? | seal-damaged
seal came off by itself, still ok to return? | seal-damaged
Does opening the box void it? | signs-of-use
does unboxing it make it non returnable | signs-of-use
is it not returnable once opened? | signs-of-use packaging
I only took it out of the box once, does that count as used? | signs-of-use
will tiny scratches be a problem | signs-of-use
can i send it back after using it for a day | signs-of-use working-device
If it had a few marks on it would that matter? | signs-of-use
even without the box? | packaging
can I return it without original packaging | packaging
What if I don't have the box anymore? | packaging
do you take it back in a plain box | packaging
is it a must to have the original carton | packaging
would a torn box be a problem? | packaging inspect-contents
what about sale items | discounted
are things bought with a coupon non-refundable? | discounted
does the discount mean I can't return it? | discounted
Black Friday deals, can those go back? | discounted
is everything on promotion final? | discounted
I got 20 % off, am I still allowed to return it | discounted
who pays? | buyer-pays-return
who pays for postage if I send it in | buyer-pays-return
do I get a prepaid return label | buyer-pays-return
is sending it back at my own cost? | buyer-pays-return
so returning is not free then? | buyer-pays-return
will you reimburse the return postage | buyer-pays-return
how long have I got | warranty-return manufacturer-sets-warranty
how long have i got to send a broken one back | warranty-return
how late is too late for a return? | warranty-return
Is there a cut-off date for returning? | warranty-return
can I still return it when the guarantee is over? | warranty-return
do you take back broken stuff | warranty-return
do you take back things that work | working-device
can I return it although it's not broken | working-device
it works but I just don't like it, is that returnable? | working-device
is a perfectly good device not returnable? | working-device
can I get rid of it if there's nothing wrong | working-device
how long does the guarantee run | manufacturer-sets-warranty
does it come with a warranty and how long | manufacturer-sets-warranty
what length of warranty can I expect? | manufacturer-sets-warranty
refund to my card? | refund-choice
do I get the refund on my card or as credit | refund-choice
will you pay me back in cash or as a voucher? | refund-choice
is it store credit only | refund-choice
which way do refunds get paid | refund-choice
refund or new one? | manufacturer-decides
can I insist on a new device? | manufacturer-decides
who gets to say whether I get my money back | manufacturer-decides
could I have it swapped for a new one | manufacturer-decides
is the final decision yours or the maker's? | manufacturer-decides
who has a look at it once you have it | manufacturer-diagnoses
do you test it yourselves or send it on? | manufacturer-diagnoses
what will you do with the device after I send it | manufacturer-diagnoses
can I cancel it and what does that cost | fee-changed-mind fee-wrong-item
how much do you keep if I cancel | fee-changed-mind fee-wrong-item fee-wrong-digital fee-wrong-details
is cancelling free of charge | fee-changed-mind fee-wrong-item
do I lose money if I cancel before it ships? | fee-changed-mind fee-wrong-item
would there be a charge if I changed my mind | fee-changed-mind
is there any penalty for a wrong order | fee-wrong-item fee-wrong-details
is the six percent fair, what is it for? | fee-purpose
what's behind the 6 percent | fee-purpose
why am I charged for cancelling | fee-purpose
is opened software returnable? | non-physical digital-after-activation
can I get a refund on a licence key | non-physical digital-after-activation
is a subscription covered by returns | non-physical
aren't downloads returnable? | non-physical digital-after-activation
could I return the licence if it was already activated? | digital-after-activation
can I cancel a module that is waiting for activation | digital-after-activation
once activated, is there a way back? | digital-after-activation
can I undo the activation | digital-after-activation
is it void if I had it repaired elsewhere? | unauthorised-repair
if my brother had opened it, would that be a problem | unauthorised-repair
does a home repair void everything? | unauthorised-repair
would unscrewing the case void the warranty | unauthorised-repair
does flashing the firmware void it | tampered-software
if I had jailbroken it would you refuse it? | tampered-software
is custom software a reason for refusal | tampered-software
where is the form for returning | return-form
do I need to log in somewhere for this | return-form
how would I go about returning it? | return-form
is the delivery insured against damage | insured
is it insured on the way | insured
if the device is smashed, should I take the parcel? | refuse-damaged
may I turn the courier away if it is damaged | refuse-damaged
do I need to look at the parcel before I sign? | inspect-packaging inspect-contents
can I still claim after I signed for it | no-claim-after-acceptance
is it too late if I already took the parcel? | no-claim-after-acceptance
whose problem is a mistyped serial number | serial-number
if the serial number I gave is wrong, what then? | serial-number
is that covered | -
do you ship to Norway | -
how long until the refund is on my account | -
is water damage covered? | -
if it fell down would that be covered | -
does a lightning strike count | -
do I have to keep the receipt | -
can I hand it in at a store near me? | -
what is the address I send it to? | -
do you give me a replacement while it is away | -
`;

const fourteenDayShop = `
how long have I got? | return-14-days
how many days have I left to return it | return-14-days
how late is too late to send it back? | return-14-days
is it void after two weeks | return-14-days
do you take back things that work fine | return-14-days
can I return it even if nothing is wrong? | return-14-days
would I need to give a reason | return-14-days
is it returnable if I simply don't like it | return-14-days
if I'd had it for three weeks, could I still return it? | return-14-days
can I cancel? | -
is there a trial period | return-14-days
until which day can I bring it back | return-14-days
is that covered by the warranty if water got in? | foreign-matter
I spilled juice over it, is that covered | foreign-matter
is it void if ants got inside | foreign-matter
would a bit of rain void the warranty? | foreign-matter
if it fell off the table would it be covered | user-damage
cracked display - covered? | user-damage
is it covered if my son dropped it? | user-damage
does the guarantee include a broken screen | user-damage
are accidents included? | accident
is fire covered | accident
would an earthquake count | accident
is a flood in the cellar covered? | accident foreign-matter
does lightning void it | power-or-external
is a surge covered by you? | power-or-external
would the wrong power adapter void the warranty | power-or-external
I plugged it into the wrong voltage, is that covered? | power-or-external
does opening it void the warranty? | third-party-repair
is it void if I had it repaired at another shop | third-party-repair
if a friend had fixed it, would the warranty be gone | third-party-repair
may I unscrew it to have a look | third-party-repair
is the warranty lost if I try to fix it on my own? | third-party-repair
does rooting the phone void the warranty | design-or-software-change
is the warranty gone if I flashed other firmware? | design-or-software-change
if I modded it would you repair it | design-or-software-change
is it a problem if the sticker is gone | markings-missing
is the warranty void if the seal is broken? | markings-missing
what if I peeled off the label | markings-missing
would missing labels be a reason to refuse it? | markings-missing
is normal wear covered | wear
is a worn out battery covered by warranty | wear
do scuffs from everyday use count? | wear
does cheap ink void the warranty | unsuitable-consumables
can I use third-party cartridges? | unsuitable-consumables third-party-repair
is a virus something you cover | virus-or-unlicensed-software
if malware killed it would you fix it for free? | virus-or-unlicensed-software
does installing pirated games void it | virus-or-unlicensed-software
is wrong installation covered? | improper-use
if I connected it the wrong way, is it void | improper-use
does storing it in the garage void the warranty? | improper-use
do I have to pay for the repair | warranty-repair
is fixing it free? | warranty-repair
who pays the repair | warranty-repair
do you fix it when the warranty has run out | warranty-repair
it died after six months, is that covered? | warranty-repair
is a repair possible after the 14 days | warranty-repair
does the warranty count from the day I ordered it? | warranty-from-receipt
from which day does the guarantee count | warranty-from-receipt
do I have to check it when it arrives? | check-on-receipt
should I open it while the driver waits | check-on-receipt
can the delivery man look at it with me? | check-on-receipt
must I take a parcel that's damaged | refuse-incomplete
may I refuse it if something is missing? | refuse-incomplete
do I pay if parts are missing | refuse-incomplete
what if I only see the damage at home | unchecked-goods
is it my problem if I didn't check it at the door? | unchecked-goods
can I complain next week about a dent | unchecked-goods
who pays for shipping it back? | -
is sending it back free | -
what about sale items? | -
do I need the original box | -
how soon is the refund on my account | -
refund to my card? | -
do I need the receipt for a return | -
can I get a new one instead? | -
is there a restocking fee | -
can I return it in a shop | -
how long does a repair take | -
`;

const outdoorShop = `
can I cancel and get everything back? | cancel-in-preparation
is cancelling free | cancel-in-preparation
would it cost something to cancel once it is packed? | cancel-packed
if it's already on the way can I still cancel | cancel-shipped
how long have I got to send back a jacket? | return-window
how many weeks do gold members get | return-window
are sale items from the outlet returnable? | outlet-credit
do I get money for outlet stuff or a voucher | outlet-credit
can I swap outlet shoes for a bigger pair? | outlet-exchange
are used water bottles returnable | hygiene used
are socks not returnable? | hygiene
is it not returnable if I wore it outside | used
does wearing it once void the return? | used
may I try the boots on at home | used
if I had washed it, would you take it back? | washed
does waterproofing it void the return | washed
even without the tags? | labels
I lost the label, is that a problem? | labels
is it ok if the tent pegs are missing | incomplete
does a different size cost anything? | fit-is-free
is returning what doesn't fit free | fit-is-free
how much is kept if I just don't like it? | restocking
do gold members pay a restocking fee | restocking
is an engraved flask refundable? | made-for-you
can I send back something with my name on it | made-for-you
what if the custom knife is faulty | fault-exchange
who pays the postage if it's faulty? | we-pay
are returns of broken things free | we-pay
how soon do I have to tell you about a fault? | report-fault
within how many days must a broken item be sent | send-fault
how long do I have to report a dented pot | report-damage
when do you count a parcel as lost? | lost-parcel
how long is it on the way normally | delivery-time
can a christmas present be returned in january? | christmas
is it guaranteed for two years | guarantee
do I need the original box? | -
is water damage covered | -
how long until I see my money | -
where do I send it | -
do I need an account | -
`;

/** Further questions to each shop, by another way of asking. */
export const further = {
  'equipment-shop': asked(equipmentShop),
  'fourteen-day-shop': asked(fourteenDayShop),
  'outdoor-shop': asked(outdoorShop),
} as const satisfies Record<string, readonly Asked[]>;
