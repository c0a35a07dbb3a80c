import { hash } from 'node:crypto';

/** Ids that are kept as they are. Keys of our own steps have a space in them. */
const plain = /^[\x21-\x7e]{1,128}$/;

/**
 * The key against repeats of a message with this id, which is a customer's to choose: no id has the key of another, nor
 * one of those that we give to our own steps in the same conversation. Compared as it came, whatever is in it.
 */
export function messageKey(id: string): string {
  return plain.test(id) ? id : `sha256 ${hash('sha256', Buffer.from(id, 'utf16le'))}`;
}
