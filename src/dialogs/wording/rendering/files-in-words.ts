import type { Attachment } from '../replies/reply.ts';

/** Files as links, a line each, for channels that show words alone. */
export function filesInWords(attachments: Attachment[] = []): string {
  const lines = attachments.flatMap(({ fileId, name = '', contentUrl }) =>
    fileId === undefined || contentUrl === undefined ? [] : [`${name}: ${contentUrl}`],
  );
  return lines.join('\n\n');
}
