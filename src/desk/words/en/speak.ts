/** What the desk's page says around the box in which people write. */
export const speakWords = {
  modes: { label: 'Write to', answer: 'Customer', note: 'Colleagues' },
  note: {
    /** Above a note, so that it is told from what was said without its colour. */
    mark: 'Note, for colleagues alone',
    by: '{agent}, to colleagues',
    callsYou: 'calls you',
    field: 'A note that the customer never reads',
    hint: '@ calls a colleague',
    keep: 'Keep note',
  },
  colleagues: 'Colleagues',
  suggestions: '{count} to choose from, with the arrow keys',
} as const;
