import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

export interface Metrics {
  /** One answered request. `route` is a template such as `/tickets/{number}`, never an address with ids. */
  observeRequest(route: string, method: string, status: number, seconds: number): void;
  openSockets(n: number): void;
  /** Prometheus text, and its content type. */
  text(): Promise<string>;
  readonly contentType: string;
}

/** Seconds; a turn takes milliseconds, a page hundredths. */
const BUCKETS = [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5];

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Counter({
    name: 'tusa_http_requests_total',
    help: 'Answered requests',
    labelNames: ['route', 'method', 'status'],
    registers: [registry],
  });
  const seconds = new Histogram({
    name: 'tusa_http_request_seconds',
    help: 'Time to answer',
    labelNames: ['route', 'method'],
    buckets: BUCKETS,
    registers: [registry],
  });
  const sockets = new Gauge({
    name: 'tusa_direct_line_sockets',
    help: 'Open Direct Line sockets of this process',
    registers: [registry],
  });
  return {
    observeRequest(route, method, status, took) {
      requests.inc({ route, method, status });
      seconds.observe({ route, method }, took);
    },
    openSockets: (n) => sockets.set(n),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}
