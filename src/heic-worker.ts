// Reads one HEIC picture in a thread of its own, see `heic.ts`.
import { parentPort, workerData } from 'node:worker_threads';
import convert from 'heic-convert';

const jpeg = await convert({ buffer: Buffer.from(workerData), format: 'JPEG', quality: 0.85 });
parentPort?.postMessage(new Uint8Array(jpeg));
