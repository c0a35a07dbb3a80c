/** True if this browser shows notifications of the page. */
export function areAllowed() {
  return 'Notification' in globalThis && Notification.permission === 'granted';
}

/** Asks whether it may show some; true if so. */
export async function askToNotify() {
  return 'Notification' in globalThis && (await Notification.requestPermission()) === 'granted';
}

/**
 * Shows one of a case; a later one of the same case takes its place.
 * @param {{ reference: string, text: string, onClick: () => void }} news
 */
export function notify({ reference, text, onClick }) {
  const notification = new Notification(text, { tag: reference });
  notification.addEventListener('click', () => {
    window.focus();
    notification.close();
    onClick();
  });
}
