// Polls /healthz beside the bench; its answers' times go to the bench when it asks for them.
import { Agent, get } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';

const everyMs = 5;
const agent = new Agent({ keepAlive: true, maxSockets: 1 });
let times: number[] = [];
parentPort?.on('message', () => {
  parentPort?.postMessage(times);
  times = [];
});
for (;;) {
  const begin = performance.now();
  // While the server starts anew nobody answers.
  if (await answered(`${String(workerData)}/healthz`)) times.push(performance.now() - begin);
  await wait(everyMs);
}

function answered(url: string): Promise<boolean> {
  return new Promise((resolve) => {
    get(url, { agent }, (response) => response.resume().on('end', () => resolve(true))).on('error', () =>
      resolve(false),
    );
  });
}
