/** Buttons that do something to a case, under which something else can stand a moment later. */
const lasting = '#actions button, .bulk button';

/** Lets the second click of a double click do nothing: the first one may have put another button in its place. */
export function ignoreSecondClicks() {
  const ignore = (/** @type {MouseEvent} */ event) => {
    const isSecond = event.detail > 1 && event.target instanceof Element && event.target.closest(lasting);
    if (!isSecond) return;
    event.preventDefault();
    event.stopPropagation();
  };
  document.addEventListener('click', ignore, { capture: true });
}
