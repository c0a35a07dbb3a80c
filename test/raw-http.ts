import { connect } from 'node:net';

/** Sends bytes as they are and resolves with all that comes back until the server closes (or 2 s of silence). */
export function sendRaw(port: number, ...parts: (string | Uint8Array)[]): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    let received = '';
    const finish = () => {
      socket.destroy();
      resolve(received);
    };
    socket.setEncoding('utf8').setTimeout(2_000, finish);
    socket.on('data', (chunk) => {
      received += chunk;
    });
    socket.once('error', finish).once('close', finish);
    for (const part of parts) socket.write(part);
  });
}
