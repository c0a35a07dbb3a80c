// Logging in with a passkey, where the browser has them; everything else on the page works without scripts.
import { elementOf, pageData } from '../../page.js';
import { onPasskey, post, webauthn } from './webauthn.js';

/** @type {{ root: string, words: { unknown: string, failed: string } }} */
const { root, words } = pageData();

if (webauthn.browserSupportsWebAuthn()) {
  onPasskey(elementOf('passkey'), elementOf('passkey-mistake'), logIn);
}

async function logIn() {
  try {
    const { body: optionsJSON } = await post(`${root}desk/log-in-passkey-options`, {});
    const given = await webauthn.startAuthentication({ optionsJSON });
    const { status } = await post(`${root}desk/log-in-passkey`, given);
    if (status === 401) return words.unknown;
    if (status !== 200) return words.failed;
    location.reload();
    return undefined;
  } catch {
    // Whoever closes the browser's own dialog comes here, too.
    return words.failed;
  }
}
