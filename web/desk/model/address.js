// The address of the desk names the case that is open, so that a card or a colleague can link to it: /desk#K7M2-9QXD

const named = /^#([0-9a-z]{4}-[0-9a-z]{4})$/i;

/** The case that the address names. */
export function caseInAddress() {
  return named.exec(location.hash)?.[1]?.toUpperCase();
}

/**
 * Puts the open case into the address; without one there is only the desk.
 * @param {string | undefined} reference
 */
export function showInAddress(reference) {
  if (reference === caseInAddress()) return;
  history.pushState(null, '', reference === undefined ? location.pathname : `#${reference}`);
}

/**
 * Calls back with the case that the address names by now, as after "back" or a link.
 * @param {(reference: string | undefined) => void} onChange
 */
export function watchAddress(onChange) {
  addEventListener('hashchange', () => onChange(caseInAddress()));
}
