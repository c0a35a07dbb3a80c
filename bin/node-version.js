/** The oldest Node that runs the product, as `.nvmrc` and `engines` in `package.json` have it. */
const OLDEST = 24;

/**
 * True if this Node can run the product; else says in one line what to do. Every Node can read this file.
 * @param {string} [version]
 */
export function isNodeRecent(version = process.versions.node) {
  if (Number(version.split('.')[0]) >= OLDEST) return true;
  console.error(
    `This is Node ${version}, and Node ${OLDEST} or newer is needed: on Linux x64 run npm ci, which brings it for npm ` +
      `start and npm run; elsewhere install it, for example with nvm install.`,
  );
  return false;
}
