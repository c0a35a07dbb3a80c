import { mostlyRead, wellFormedPhrases } from '../suites/openings.ts';

// Of so few messages one mistake is three in a hundred; that they are rightly read is measured with the other shops'.
mostlyRead('to the outdoor-shop', ({ shop }) => shop === 'outdoor-shop');
wellFormedPhrases('outdoor-shop');
