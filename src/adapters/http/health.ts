import { Router } from 'express';

export interface HealthDeps {
  /** Without one of these the service cannot serve: database, migrations, catalogue. */
  readonly needed: Readonly<Record<string, () => Promise<boolean>>>;
  /** Without these it serves citizens and works the rest off later: Redis. */
  readonly wanted: Readonly<Record<string, () => Promise<boolean>>>;
  /** While it shuts down nothing new should come. */
  readonly isStopping: () => boolean;
  readonly metrics: { text(): Promise<string>; readonly contentType: string };
}

/** `/healthz`: the process lives. `/readyz`: it can serve. `/metrics`: Prometheus. */
export function health(deps: HealthDeps): Router {
  const router = Router();
  router.get('/healthz', (_request, response) => void response.json({ status: 'alive' }));
  router.get('/readyz', async (_request, response) => {
    const [needed, wanted] = await Promise.all([probe(deps.needed), probe(deps.wanted)]);
    const ready = Object.values(needed).every(Boolean) && !deps.isStopping();
    const whole = Object.values(wanted).every(Boolean);
    if (!ready) response.set('Retry-After', '1');
    response
      .status(ready ? 200 : 503)
      .set('Cache-Control', 'no-store')
      .json({
        status: ready ? (whole ? 'ready' : 'degraded') : 'not_ready',
        checks: { ...needed, ...wanted },
      });
  });
  router.get('/metrics', async (_request, response) => {
    response.set('Content-Type', deps.metrics.contentType).send(await deps.metrics.text());
  });
  return router;
}

async function probe(checks: HealthDeps['needed']): Promise<Record<string, boolean>> {
  const results = Object.entries(checks).map(
    async ([name, check]) => [name, await check().catch(() => false)] as const,
  );
  return Object.fromEntries(await Promise.all(results));
}
