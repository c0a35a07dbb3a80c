/** Who looks through pictures may be quick. */
const repeated = '.viewer';

/**
 * Lets the second click of a double click on a button do nothing: the first one may have put another button in its place,
 * and what is sent is sent once.
 */
export function ignoreSecondClicks() {
  const ignore = (/** @type {MouseEvent} */ event) => {
    if (event.detail < 2 || !(event.target instanceof Element)) return;
    if (!event.target.closest('button') || event.target.closest(repeated)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  document.addEventListener('click', ignore, { capture: true });
}
