import { z } from 'zod';

const pulled = z.object({ tickets: z.array(z.looseObject({ number: z.string() })) });

/** What an officer writes to the citizen; one of these in turn. */
const EXPLANATIONS = [
  '今天上午到您家看过了，申请已经收下，接下来村里会公示，有结果给您打电话。',
  '煤和面已经送到，您签收过了。后面再有难处随时说。',
  '材料差一份诊断书，您方便时拿到镇上窗口，别的都齐了。',
];

/** An officer's morning: pulls up to ten tickets, signs all, contacts two thirds, resolves one third. Returns how many. */
export async function workOffice(base: string, office: string, token: string): Promise<number> {
  const post = async (path: string, body: unknown): Promise<unknown> => {
    const response = await fetch(`${base}/api/v1${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${path.replace(/\d{8}/, '…')} answered ${response.status}`);
    return response.json();
  };
  const { tickets } = pulled.parse(await post(`/offices/${office}/pull`, { max: 10 }));
  for (const [index, { number }] of tickets.entries()) {
    await post(`/tickets/${number}/sign`, {});
    if (index % 3 < 2) await post(`/tickets/${number}/contact`, { reason: '电话里问清楚了' });
    if (index % 3 === 0) {
      const reason = EXPLANATIONS[index % EXPLANATIONS.length];
      await post(`/tickets/${number}/resolve`, { outcome: index % 2 ? 'helped' : 'accepted', reason });
    }
  }
  return tickets.length;
}
