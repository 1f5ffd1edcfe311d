/** A token for a new conversation, as the page gets it. */
export async function token(url: string): Promise<string> {
  const answer = await fetch(`${url}/api/v1/citizen/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  });
  return ((await answer.json()) as { token: string }).token;
}
