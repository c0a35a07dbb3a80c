interface Activity {
  id: string;
  text?: string;
  channelData?: { returns?: { kind?: string; id?: string; formUrl?: string } };
}

/** A customer's line to a running product: every message awaits its answers. */
export async function customerLine(base: string, policy: string) {
  const made = await fetch(`${base}/v3/directline/tokens/generate?policy=${policy}`, { method: 'POST' });
  const { token } = (await made.json()) as { token: string };
  const headers = { authorization: `Bearer ${token}` };
  const opened = await fetch(`${base}/v3/directline/conversations`, { method: 'POST', headers });
  const { conversationId } = (await opened.json()) as { conversationId: string };
  const path = `${base}/v3/directline/conversations/${conversationId}`;
  let watermark = '';
  const read = async (): Promise<Activity[]> => {
    const response = await fetch(`${path}/activities?watermark=${watermark}`, { headers });
    const set = (await response.json()) as { activities: Activity[]; watermark: string };
    watermark = set.watermark;
    return set.activities;
  };
  await read();
  return {
    conversationId,
    token,
    path,
    read,
    /** Says something, or sends an activity; resolves to the texts that come back. */
    async says(what: string | object): Promise<string[]> {
      const activity = typeof what === 'string' ? { text: what } : what;
      const posted = await fetch(`${path}/activities`, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify({ type: 'message', ...activity }),
      });
      if (!posted.ok) throw new Error(`message: ${posted.status}`);
      return (await read()).flatMap(({ text }) => (text === undefined || text === what ? [] : text));
    },
    async sends(name: string, bytes: string): Promise<void> {
      const body = new FormData();
      body.append('file', new Blob([Buffer.from(bytes, 'base64')], { type: 'image/png' }), name);
      const sent = await fetch(`${path}/upload`, { method: 'POST', headers, body });
      if (!sent.ok) throw new Error(`upload: ${sent.status}`);
      await read();
    },
    all: async () => {
      const response = await fetch(`${path}/activities`, { headers });
      return ((await response.json()) as { activities: Activity[] }).activities;
    },
  };
}
