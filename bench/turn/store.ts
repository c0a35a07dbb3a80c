import { readEnvironment } from '../../src/config.ts';

const { DATABASE_URL } = readEnvironment();

/** The setting by which the product runs on PostgreSQL, where whoever runs this named one; else it is on SQLite. */
export const storeOfBench: Record<string, string> = DATABASE_URL === undefined ? {} : { DATABASE_URL };
