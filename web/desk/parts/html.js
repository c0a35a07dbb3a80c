/** @import { VNode } from 'preact' */
import htm from 'htm';
import { h } from 'preact';

/**
 * Markup with values in it. A value becomes text or an element, never markup: what anybody wrote stays as it is.
 * @type {(strings: TemplateStringsArray, ...values: unknown[]) => VNode | VNode[]}
 */
export const html = /** @type {any} */ (htm.bind(h));
