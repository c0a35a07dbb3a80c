import { hash } from 'node:crypto';

/**
 * The digest that the uses of a key are counted under: keys name e-mails, references and chats, and outlive what a
 * customer has had erased.
 */
export function useKey(key: string): string {
  return hash('sha256', JSON.stringify(key)).slice(0, 32);
}
