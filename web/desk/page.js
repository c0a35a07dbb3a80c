/** @import { DeskPage } from '../../src/desk/page/desk-page.ts' */
import { pageData } from '../page.js';

/** The agent who is logged in, the session's token and the words of the desk. */
export const page = /** @type {DeskPage} */ (pageData());
