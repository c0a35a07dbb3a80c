/** @import { ChatPage } from '../../src/http/pages/chat-page.ts' */
import { pageData } from '../page.js';

/** The shop, its colours and the words of the chat. */
export const page = /** @type {ChatPage} */ (pageData());
