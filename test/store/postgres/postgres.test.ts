import { openPostgresStore } from '../../../src/store/postgres/postgres.ts';
import { storeContract } from '../contract.ts';
import { deskRowsContract } from '../desk-rows-contract.ts';
import { erasingContract } from '../erasing-contract.ts';
import { findingContract } from '../finding-contract.ts';
import { outboxContract } from '../outbox-contract.ts';
import { talksContract } from '../talks-contract.ts';
import { postgresPlaces } from './places.ts';

const newPlace = postgresPlaces();
const open = (url: string) => openPostgresStore({ url, poolSize: 5, timeoutMs: 20_000 });

storeContract('PostgreSQL', newPlace, open);
outboxContract('PostgreSQL', newPlace, open);
talksContract('PostgreSQL', newPlace, open);
deskRowsContract('PostgreSQL', newPlace, open);
findingContract('PostgreSQL', newPlace, open);
erasingContract('PostgreSQL', newPlace, open);
