/** WCAG AA for text of normal size. */
const READABLE = 4.5;

/** A shop's colour with partners that can be read: text on it, and the colour itself as text on white. */
export interface Accent {
  accent: string;
  onAccent: string;
  accentText: string;
}

/** Derives readable partners (WCAG AA) of a colour written `#rrggbb`; anything else falls back to a dark blue. */
export function readableAccent(color: string): Accent {
  const rgb = /^#[0-9a-f]{6}$/i.test(color) ? parse(color) : parse('#1f4e79');
  const onAccent = contrast(rgb, [255, 255, 255]) >= contrast(rgb, [17, 17, 17]) ? '#ffffff' : '#111111';
  return { accent: format(rgb), onAccent, accentText: format(darkenUntilReadable(rgb)) };
}

type Rgb = readonly [number, number, number];

function darkenUntilReadable(rgb: Rgb): Rgb {
  if (contrast(rgb, [255, 255, 255]) >= READABLE) return rgb;
  const [red, green, blue] = rgb;
  const darker = (part: number): number => Math.floor(part * 0.93);
  return darkenUntilReadable([darker(red), darker(green), darker(blue)]);
}

/** Contrast ratio from 1 to 21: https://www.w3.org/TR/WCAG21/#dfn-contrast-ratio */
function contrast(one: Rgb, other: Rgb): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance([red, green, blue]: Rgb): number {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function linear(part: number): number {
  const value = part / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

function parse(color: string): Rgb {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
  return [red, green, blue];
}

function format(rgb: Rgb): string {
  return `#${rgb.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}
