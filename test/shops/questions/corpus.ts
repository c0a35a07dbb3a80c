/** A question, and the clauses of which one must come first; none: the policy is silent on it. */
export type Asked = readonly [question: string, clauses: string];

const equipmentShop = `
So I have to cover postage myself? | buyer-pays-return
is shipping it back on me or on you | buyer-pays-return
Do you send me a prepaid label? | buyer-pays-return
whose expense is the return parcel | buyer-pays-return
who payes for the retrun shipping? | buyer-pays-return
will i have to pay for sending the scanner back | buyer-pays-return
Return shipping cost? | buyer-pays-return
Is it free to send the adapter back to you? | buyer-pays-return
Before I answer that, who covers the courier fee for the return? | buyer-pays-return
do returns cost anything | buyer-pays-return
how quick will I see my money again? | -
When is the refund going to be on my card? | -
how many working days does a refund need | -
refund time? | -
what's the processing time of a refund | -
After you receive it, how long until I'm refunded? | -
By which way am I refunded? | refund-choice
is it possible to get store credit instead of cash | refund-choice
do you refund to paypal? | refund-choice
will the money go back to the card I used | refund-choice
Can I choose credit on my account? | refund-choice
in what form is a refund paid out | refund-choice
Why 6%? | fee-purpose
why do you keep six percent of my money | fee-purpose
What is this fee even for? | fee-purpose
what does the 6 % pay for | fee-purpose
explain why I must pay a fee | fee-purpose
Why is there a deduction when I cancel? | fee-purpose
How high is the cancellation fee? | fee-changed-mind fee-wrong-item fee-wrong-digital fee-wrong-details
is there some restocking charge | fee-changed-mind fee-wrong-item
what do I lose if I cancel now | fee-changed-mind fee-wrong-item
Do I get everything back when I change my mind? | fee-changed-mind
in which cases do you deduct 6 %? | fee-changed-mind fee-wrong-item fee-wrong-digital fee-wrong-details
what if I picked the wrong product? | fee-wrong-item
what happens when somebody buys the wrong module | fee-wrong-digital
I ordered with a wrong address, what does fixing that cost? | fee-wrong-details
is a fee due if the order details were wrong | fee-wrong-details
What counts as signs of use? | signs-of-use
does a scratch count as sign of use | signs-of-use
is a device with scratches accepted | signs-of-use
If I only opened the box, is it used? | signs-of-use
can used equipment be returned | signs-of-use
what do you mean by marks of use? | signs-of-use
may I test the thing before I send it back | signs-of-use working-device
Is an unboxed device still returnable? | signs-of-use
does it need to be in its original box? | packaging
Can I send it in a different carton? | packaging
I threw the packaging away, is that a problem? | packaging
what if the carton got damaged | packaging inspect-contents
do you insist on the original packing | packaging
is it ok without the box | packaging
What if the seal is torn? | seal-damaged
does the warranty seal have to be in one piece | seal-damaged
are returns possible with a broken seal? | seal-damaged
can I have a local workshop fix it first | unauthorised-repair
Am I allowed to open the device and look inside? | unauthorised-repair
what happens if a friend already tried to repair it | unauthorised-repair
what if the firmware has been modified | tampered-software
is it a problem if the software was cracked | tampered-software
Can I return opened software? | digital-after-activation non-physical
are licence keys refundable? | non-physical digital-after-activation
do you take back software modules | non-physical digital-after-activation
Can a subscription be returned? | non-physical digital-after-activation
is it possible to return a licence that is activated | digital-after-activation non-physical
until when can I cancel a licence? | digital-after-activation
my order says waiting for activation, can it still be cancelled? | digital-after-activation
can registered software be given back | digital-after-activation
is a configuration service refundable | non-physical
What about digital products? | non-physical digital-after-activation
what does final sale mean | discounted
are sale items returnable | discounted
can something bought at a discount be exchanged? | discounted
do promo items have the same return rights | discounted
can I send back a bargain from black friday | discounted
Can I return it if it works fine? | working-device
do you take back equipment that is fully functional | working-device
what if there is nothing wrong with it? | working-device
what's your return policy? | warranty-return
How do your returns work? | warranty-return return-form
how many days do I have to send it back | warranty-return manufacturer-sets-warranty
Is there a deadline for returns? | warranty-return
until when may I return a broken device | warranty-return
is a return possible after the warranty ended? | warranty-return
what if my warranty has run out | warranty-return
do you accept faulty devices back | warranty-return
How long is the warranty? | manufacturer-sets-warranty
who says how long the guarantee lasts | manufacturer-sets-warranty
how many months of guarantee are there | manufacturer-sets-warranty
what is the warranty term | manufacturer-sets-warranty
Who decides if I get my money? | manufacturer-decides
refund or replacement - who chooses? | manufacturer-decides
can I demand a replacement instead of a refund | manufacturer-decides
will I receive a new one or the money | manufacturer-decides
do you exchange broken devices | manufacturer-decides
who examines the device? | manufacturer-diagnoses
what do you do with it once it is back | manufacturer-diagnoses
is the device sent to the manufacturer for diagnostics | manufacturer-diagnoses
where do I find the return form | return-form
how can I request a return? | return-form
do I need to be logged in for the form | return-form
do I have to have an account to return something | return-form
how do i start a return | return-form
What if I typed the wrong serial number? | serial-number
who is liable for an incorrect serial number | serial-number
should I check the serial before activating | serial-number
is my parcel insured? | insured
Are your shipments covered by insurance | insured
what should I look at when the courier comes | inspect-packaging inspect-contents
do I have to check the packaging before accepting | inspect-packaging
may I open the parcel while the courier waits? | inspect-contents
Should I refuse a damaged parcel? | refuse-damaged
what to do if the device arrives broken | refuse-damaged inspect-contents
must I accept a parcel with a damaged device | refuse-damaged
is it too late to complain once I signed for it? | no-claim-after-acceptance
what if I see the damage only after accepting | no-claim-after-acceptance
Where do I send it to? | -
what is the address for returns | -
can I bring it to a shop in person? | -
which courier should I use for sending it back | -
How long does the diagnosis take? | -
when will the manufacturer decide | -
do I need the invoice? | -
is a receipt required for a return | -
do you pick up the parcel at my home? | -
Can I return it from abroad? | -
does the warranty cover water damage | -
is accidental damage covered? | -
when does the warranty start? | -
Do I get a loan device meanwhile? | -
do I have to send the cables too | -
is a gift returnable | -
how long does a repair take | -
`;

const fourteenDayShop = `
how many days have I got to return it | return-14-days
What's the return window? | return-14-days
until when can i send it back | return-14-days
is there a deadline to return things | return-14-days
what is your returns policy | return-14-days
can I still return something after three weeks? | return-14-days
Can I return it just because I don't like it? | return-14-days
do I need a reason for returning | return-14-days
can I bring back a product that works | return-14-days
what if I change my mind | return-14-days
how do returns work here? | return-14-days
From which day do the 14 days count? | return-14-days
how late may I hand it back | return-14-days
who pays the shipping? | -
do I pay for sending it back | -
is return shipping free | -
Return label included? | -
whose expense is the return | -
what does sending it back cost me? | -
how long do refunds take? | -
when will I have the money on my account | -
refund time? | -
How is a refund paid? | -
can I get store credit | -
do you refund to the card | -
Is there a restocking fee? | -
do you deduct anything from the refund? | -
why 6 %? | -
what does cancelling cost | -
can I exchange it for another colour? | -
do you do exchanges | -
where is the return form? | -
how do I request a return | -
do I have to log in | -
Do I need the original packaging? | -
can I return it without the box? | -
is opened packaging ok? | -
what is your return address | -
can I return it in a store | -
which courier should I use for the return | -
Do I need the receipt? | -
is an invoice needed for a return | -
can I return software | -
are licences refundable? | -
can I return a discounted item | -
what about things bought on sale? | -
what if I gave the wrong serial number | -
is the parcel insured? | -
How long is the warranty? | -
how many years of guarantee do I get | -
how long does a repair take? | -
how many weeks will the repair need | -
do I get a loan device during the repair | -
who decides whether it is a warranty case? | -
who examines the device | -
Can I cancel before it ships? | -
is the gift returnable after christmas | -
do you accept returns from abroad | -
do I have to send the accessories too | -
Is the repair free? | warranty-repair
what will a repair cost me | warranty-repair
do you fix faulty products free of charge | warranty-repair
do I have to pay for the repair? | warranty-repair
What does the warranty cover? | warranty-repair
what happens once the warranty is over | warranty-repair
is there any repair after the warranty ended? | warranty-repair
what can I do after the 14 days | warranty-repair return-14-days
what if it breaks in three months? | warranty-repair
when does the warranty start | warranty-from-receipt
from what date is the guarantee counted? | warranty-from-receipt
does the warranty begin on the day of purchase | warranty-from-receipt
is the warranty counted from delivery | warranty-from-receipt
What should I check when the parcel arrives? | check-on-receipt
do I have to open the parcel at the courier's? | check-on-receipt
must I check the goods on delivery | check-on-receipt
can the delivery man check it with me? | check-on-receipt
should I inspect the packaging | check-on-receipt
What if I didn't check the parcel? | unchecked-goods
I found damage after delivery, who is responsible? | unchecked-goods
can I still complain about damage after I took the parcel | unchecked-goods
what if I discover later that parts are missing? | unchecked-goods
do you take responsibility for damage found later | unchecked-goods
can I refuse the parcel? | refuse-incomplete
must I accept a damaged parcel | refuse-incomplete
do I have to pay if something is missing? | refuse-incomplete
what if the box is crushed when it arrives | refuse-incomplete check-on-receipt
what happens if parts are missing on delivery | refuse-incomplete unchecked-goods
may I reject an incomplete delivery? | refuse-incomplete
what if a sticker came off? | markings-missing
is the warranty void without the label | markings-missing
does a broken seal void the warranty? | markings-missing
do I lose the warranty if the seal is gone | markings-missing
can I fix it myself? | third-party-repair
Does the warranty end when I open the device? | third-party-repair
may another workshop repair it | third-party-repair
what if a friend tried to fix it | third-party-repair
is unauthorised repair a problem? | third-party-repair
what counts as improper use | improper-use
what if I connected it wrongly? | improper-use
is a mistake in the installation covered | improper-use
does storing it wrong void the guarantee | improper-use
what if I flashed another firmware? | design-or-software-change
does modding it void the warranty | design-or-software-change
can I change the design without losing the warranty | design-or-software-change
what if I dropped it | user-damage
Is a cracked screen covered? | user-damage
does the warranty cover mechanical damage | user-damage
what if my dog destroyed it | user-damage
is accidental damage covered? | accident
what is force majeure | accident
what about fire or flood? | accident
Does the warranty cover water damage? | foreign-matter
I spilled coffee on it, is that covered? | foreign-matter
are insects inside a problem | foreign-matter
is liquid damage covered by the guarantee | foreign-matter
is a lightning strike covered | power-or-external
what if I used the wrong charger? | power-or-external
Are power surges covered? | power-or-external
does a voltage spike count | power-or-external
is normal wear and tear covered? | wear
what do you mean by ordinary wear | wear
does the guarantee include wear | wear
can I use ink from another brand? | unsuitable-consumables
which consumables may I use | unsuitable-consumables
is damage from cheap cartridges covered | unsuitable-consumables
is a virus covered? | virus-or-unlicensed-software
what if malware broke it | virus-or-unlicensed-software
can I install my own software | virus-or-unlicensed-software design-or-software-change
does pirated software void the warranty? | virus-or-unlicensed-software
`;

const outdoorShop = `
how many days do I have to return boots? | return-window
what is the return deadline | return-window
how long can a gold member send things back | return-window
is underwear returnable? | hygiene
can I send back socks | hygiene
can I return a washed jacket? | washed
what if I already cut the tags off | labels
is there a restocking fee? | restocking
how much do you deduct if I change my mind | restocking
who pays for sending a faulty tent back? | we-pay
can I cancel for free? | cancel-in-preparation
what does it cost to cancel once it's shipped | cancel-shipped
can engraved knives go back? | made-for-you
what if my parcel never comes? | lost-parcel
how long does delivery take | delivery-time
can presents be returned after christmas? | christmas
how long is the guarantee? | guarantee
how soon must I report a fault | report-fault
can I exchange outlet shoes | outlet-exchange
is trying on allowed, or does that count as worn? | used
how long do refunds take? | -
where is the return form? | -
does the warranty cover water damage | -
is the parcel insured? | -
`;

export const asked = (text: string): Asked[] =>
  text
    .trim()
    .split('\n')
    .map((line) => line.split(' | '))
    .map(([question = '', clauses = '']) => [question, clauses === '-' ? '' : clauses]);

/** Questions to each shop in words that none of its clauses uses for itself. */
export const corpus = {
  'equipment-shop': asked(equipmentShop),
  'fourteen-day-shop': asked(fourteenDayShop),
  'outdoor-shop': asked(outdoorShop),
} as const;

/** What no clause answers: answers, stories, requests, and questions about something else. */
export const noQuestions: readonly string[] = `
24 months
2 years, I think
yes
no
Yes it does
nope, never
the seal is broken
The seal is broken and the box is gone
I paid 6 % too much?
about three weeks ago
3 May
may 5
on the way
received
the courier is here
I don't know
no idea
not sure
none of these
1
the second one
It was on sale
no discount, full price
I bought it on promotion
it doesn't work
It stopped working after two days
my laptop does not turn on
doesn't turn on
is broken
was delivered yesterday
does not work any more
will not charge
won't start
do not want it any more
don't need it
have it here
can't switch it on
what I got is not what I ordered
when I opened it the screen was cracked
When I got home I saw the seal was torn
where the label was there is only glue
which is why I want to send it back
how it broke I cannot say
I changed my mind
I want to return my phone
I want a refund
I need to cancel order 12345
I would like to send it back, the box is unopened
wrong serial number
I gave you the wrong address
I ordered the wrong module
licence not activated yet
Software, a licence key
it says waiting for activation
waiting for activation
someone tried to repair it
scratches on the back
some signs of use, the packaging is damaged
original packaging missing
no seal, no box
liquid got in
I spilled water on it
lightning
a power surge killed it
the warranty ended last month
warranty until June 2027
12 months warranty I believe
It was bought in March with a voucher
arrived damaged, the courier has left
the parcel is damaged and the courier waits
I checked it with the courier
they did not check it
I refused the parcel
my refund has not arrived
I have been waiting for my refund for three weeks!
you still owe me money
you people kept my money
this is a joke
what a joke
why me
thanks
thank you, bye
ok
hello
help
back
start over
talk to a human
Can I talk to somebody?
could you connect me with an agent?
are you a bot?
How are you today?
who are you?
Can I return it?
can I send this back?
Can I get a refund?
may I return my scanner?
Can you cancel my order?
my phone is broken, can I return it?
It came with a dent. Can I send it back?
I bought the wrong size, can I get my money back?
where is my order?
Where's my parcel?
when will my parcel arrive?
has my order shipped yet?
where is my refund?
have you received my return yet?
what's the status of my return?
Any news on my case?
what do you mean?
why do you ask?
Why do you need to know that?
can I go back?
what can you do?
how do I reset my password?
do you have this in blue?
is it raining in Kyiv?
What's your phone number?
How do I turn it on?
why doesn't it turn on?
can you help me?
do you sell batteries?
will it fit my car?
how much does the scanner cost?
which cable do I need for my car?
my serial number is SN-4711, ok?
I got it 3 days ago, is that right?
the device works, right?
yes?
May?
maybe in june?
24 months?
a device?
you mean the licence?
`
  .trim()
  .split('\n');
