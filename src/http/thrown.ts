import type { Request, Response, Server } from 'restify';
import { ReturnsError } from '../errors.ts';

/** Whatever a handler has thrown, under a name that is no event's. */
class ThrownError extends ReturnsError {
  readonly code = 'thrown';
}

type Handler = (req: Request, res: Response) => Promise<unknown>;

const methods = ['get', 'head', 'post', 'put', 'patch', 'del', 'opts'] as const;

/**
 * Gives what handlers throw a name of ours from now on. restify emits an event of the error's own name, with the request
 * in the place of the error; those of PostgreSQL are named `error`, and a listener to that event calls nothing back, so
 * that the request would have no answer.
 */
export function nameWhatIsThrown(server: Server): void {
  for (const method of methods) {
    const mount = server[method];
    const named = (route: unknown, handler: Handler) => Reflect.apply(mount, server, [route, naming(handler)]);
    Object.assign(server, { [method]: named });
  }
}

/** What a handler has thrown itself. */
export function thrownItself(error: unknown): unknown {
  return error instanceof ThrownError ? error.cause : error;
}

function naming(handler: Handler): Handler {
  return async (req, res) => {
    try {
      return await handler(req, res);
    } catch (cause) {
      throw new ThrownError('a handler has thrown', { cause });
    }
  };
}
