// Adding a passkey, where the browser has them; everything else on the page works without scripts.
import { pageData } from '../../page.js';
import { onPasskey, post, webauthn } from '../log-in/webauthn.js';

/** @type {{ root: string, csrf: string, words: { failed: string, notHere: string, tooMany: string } }} */
const { root, csrf, words } = pageData();
const button = document.getElementById('add-passkey');
const mistake = document.getElementById('passkey-mistake');
const headers = { 'x-csrf-token': csrf };

// Whoever came with the token has neither.
if (button && mistake) {
  if (webauthn.browserSupportsWebAuthn()) onPasskey(button, mistake, add);
  else mistake.textContent = words.notHere;
}

async function add() {
  try {
    const asked = await post(`${root}desk/people/passkey-options`, {}, headers);
    if (asked.status === 409) return words.tooMany;
    if (asked.status !== 200) return words.failed;
    const made = await webauthn.startRegistration({ optionsJSON: asked.body });
    const { status } = await post(`${root}desk/people/passkey`, made, headers);
    if (status !== 200) return words.failed;
    location.assign(`${root}desk/people`);
    return undefined;
  } catch {
    return words.failed;
  }
}
