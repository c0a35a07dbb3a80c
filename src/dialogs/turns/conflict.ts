import { ReturnsError } from '../../errors.ts';

/** Another process came first each time that a turn was computed; the caller may try again. */
export class ConflictError extends ReturnsError {
  readonly code = 'conflict';
}
