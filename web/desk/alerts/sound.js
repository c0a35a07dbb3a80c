const notes = [660, 880];
const noteSeconds = 0.13;
const volume = 0.08;

/** @type {AudioContext | undefined} */
let audio;

/** Two short notes; nothing where the browser plays none yet. */
export function playSound() {
  audio ??= new AudioContext();
  const context = audio;
  if (context.state === 'suspended') context.resume().catch(() => undefined);
  const gain = new GainNode(context, { gain: volume });
  gain.connect(context.destination);
  for (const [place, frequency] of notes.entries()) {
    const note = new OscillatorNode(context, { frequency });
    note.connect(gain);
    note.start(context.currentTime + place * noteSeconds);
    note.stop(context.currentTime + (place + 1) * noteSeconds);
  }
}
