import { readEnvironment } from '../../src/config.ts';

/** One machine plays all customers here. */
const withoutLimits = { LOG_LEVEL: 'warn', RATE_LIMITS: 'off' };
const { DATABASE_URL } = readEnvironment();

/** The product's settings here: on PostgreSQL where whoever runs this named one, else on SQLite. */
export const productSettings: Record<string, string> = {
  ...withoutLimits,
  ...(DATABASE_URL !== undefined && { DATABASE_URL }),
};
