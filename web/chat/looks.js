// How Web Chat and its cards look, in the colours of the shop.
import { accepted } from './files.js';
import { page } from './page.js';

const { accent, onAccent, accentText } = page.colors;
/** The longest that a browser's timer takes: messages are sent again until they arrive, so none fails by time. */
export const NO_TIMEOUT_MS = 2 ** 31 - 1;
const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';
const INK = '#16202b';
const QUIET = '#56616d';

/** The look of cards: the text as large as in the bubbles around them, the shop's colour for headings. */
export function cardStyle() {
  const colors = (/** @type {string} */ color, subtle = color) => ({ default: color, subtle });
  return {
    fontFamily: FONT,
    supportsInteractivity: true,
    fontSizes: { small: 13, default: 16, medium: 17, large: 20, extraLarge: 24 },
    spacing: { small: 6, default: 8, medium: 16, large: 22, extraLarge: 32, padding: 14 },
    actions: {
      actionAlignment: 'stretch',
      actionsOrientation: 'vertical',
      buttonSpacing: 8,
      maxActions: 100,
      spacing: 'medium',
    },
    containerStyles: {
      default: {
        foregroundColors: {
          default: colors(INK, QUIET),
          accent: colors(accentText),
          attention: colors('#a4262c'),
          good: colors('#0b6a0b'),
          warning: colors('#8a5200'),
        },
      },
    },
    factSet: { title: { weight: 'bolder', wrap: true, maxWidth: 150 }, value: { wrap: true }, spacing: 12 },
    textBlock: { headingLevel: 2 },
  };
}

/** The look of Web Chat: quiet bubbles, the shop's colour for what the customer says and for buttons. */
export function styleOptions() {
  return {
    accent: accentText,
    backgroundColor: '#ffffff',
    primaryFont: FONT,
    subtle: QUIET,
    uploadAccept: accepted,
    // What is picked goes at once: that it waits for "send" would only be seen by a tick on the button.
    sendAttachmentOn: 'attach',
    sendTimeout: NO_TIMEOUT_MS,
    markdownRenderHTML: false,
    bubbleBackground: '#f1f3f5',
    bubbleBorderWidth: 0,
    bubbleBorderRadius: 14,
    bubbleMaxWidth: 560,
    bubbleMinWidth: 0,
    bubbleTextColor: INK,
    bubbleFromUserBackground: accent,
    bubbleFromUserBorderWidth: 0,
    bubbleFromUserBorderRadius: 14,
    bubbleFromUserTextColor: onAccent,
    cardPushButtonBackgroundColor: accent,
    cardPushButtonTextColor: onAccent,
    suggestedActionLayout: 'flow',
    suggestedActionsFlowMaxHeight: 'calc(var(--height) * 0.46)',
    suggestedActionBorderColor: accentText,
    suggestedActionBorderRadius: 20,
    suggestedActionBorderWidth: 1,
    suggestedActionTextColor: accentText,
    suggestedActionBackgroundColorOnHover: '#f1f3f5',
    suggestedActionKeyboardFocusIndicatorBorderRadius: 18,
    sendBoxHeight: 52,
    sendBoxTextWrap: true,
    sendBoxMaxHeight: 140,
    sendBoxPlaceholderColor: QUIET,
    sendBoxButtonColor: accentText,
    sendBoxButtonColorOnHover: accentText,
    sendBoxButtonColorOnFocus: accentText,
    sendBoxButtonShadeBorderRadius: 12,
  };
}
