const KB = 1024;
const MB = 1024 * KB;
const MINUTE_MS = 60_000;

/**
 * The most that one of anything may cost, checked before it is parsed or kept. `docs/guides/limits.md` shows the same to
 * owners; a test holds the two together.
 */
export const budgets = {
  request: {
    jsonBytes: 256 * KB,
    /** Levels of nesting, and values with all their parts: what parsing and checking cost grows with these. */
    jsonDepth: 32,
    jsonValues: 5_000,
    uploadBytes: 4 * MB,
    /** Of an upload in several parts. */
    parts: 24,
    /** Bodies that are read at one moment, together. */
    allBodiesBytes: 64 * MB,
    headersMs: 10_000,
    bodyMs: 30_000,
    /** A connection on which nothing moves, either way. */
    idleMs: 2 * MINUTE_MS,
  },
  activity: { textBytes: 8 * KB, keptBytes: 64 * KB, attachments: 20 },
  picture: { pixels: 40_000_000 },
  conversation: { turns: 3_000, keptBytes: 8 * MB, files: 20, sockets: 10 },
  socket: { frameBytes: 16 * KB, unreadBytes: 2 * MB, perAddress: 2_000, inAll: 5_000 },
  answer: { activities: 1_000, bytes: 1 * MB, transcriptBytes: 2 * MB, streams: 200, unreadStreamBytes: 64 * KB },
} as const;
