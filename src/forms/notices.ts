/** The pages that stand in place of a form, with their HTTP status; none of them shows anything of the case. */
export const noticeStatus = {
  missing: 400,
  malformed: 400,
  forged: 401,
  foreign: 401,
  expired: 410,
  revoked: 410,
  'no-longer': 410,
  'item-taken': 409,
  used: 409,
  outdated: 403,
  failed: 500,
} as const;
export type Notice = keyof typeof noticeStatus;
