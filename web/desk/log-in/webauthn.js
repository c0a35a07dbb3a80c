// What pages with passkeys share: the library, which stands in a `script` of its own, and calls to the server.

/** @typedef {Pick<typeof import('@simplewebauthn/browser'), 'browserSupportsWebAuthn' | 'startAuthentication' | 'startRegistration'>} Library */

/** The library, as its file puts it into the page. */
export const webauthn = /** @type {Library} */ (Reflect.get(globalThis, 'SimpleWebAuthnBrowser'));

/**
 * Posts JSON; the answer and its status.
 * @param {string} address
 * @param {object} body
 * @param {Record<string, string>} [headers]
 * @returns {Promise<{ status: number, body: any }>}
 */
export async function post(address, body, headers = {}) {
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: await response.json().catch(() => ({})) };
}

/**
 * Shows a button that does something with a passkey, and what went wrong below it.
 * @param {HTMLElement} button
 * @param {HTMLElement} mistake
 * @param {() => Promise<string | undefined>} run resolves to the words for what went wrong
 */
export function onPasskey(button, mistake, run) {
  button.hidden = false;
  button.addEventListener('click', async () => {
    mistake.textContent = '';
    mistake.textContent = (await run()) ?? '';
  });
}
