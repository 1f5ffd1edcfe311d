import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

const READY_MS = 30_000;
const ANSWER_MS = 2_000;
export const ROOT = join(__dirname, '..', '..');

export interface ServiceSettings {
  readonly port: number;
  readonly databaseUrl: string;
  readonly redisUrl: string;
  readonly masterKey: Buffer;
  readonly script?: string;
}

/** The built service as a process of its own, which a test may kill. */
export class ServiceProcess {
  private child: ChildProcess | undefined;
  /** What it wrote to stderr and stdout since it was started, the last part. */
  output = '';

  constructor(private readonly settings: ServiceSettings) {}

  start(): void {
    const { port, databaseUrl, redisUrl, masterKey, script } = this.settings;
    this.output = '';
    const child = spawn(process.execPath, [script ?? join(ROOT, 'dist', 'src', 'main.js')], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH: process.env.PATH,
        PORT: String(port),
        DATABASE_URL: databaseUrl,
        REDIS_URL: redisUrl,
        TUSA_MASTER_KEYS: `k1:${masterKey.toString('base64')}`,
        // The test plays many citizens from one address.
        TUSA_CITIZEN_RATE: '1000000000',
        TUSA_TOKEN_RATE: '1000000000',
        LOG_LEVEL: 'warn',
      },
    });
    const keep = (chunk: Buffer): void => {
      this.output = (this.output + chunk.toString()).slice(-4_000);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    this.child = child;
  }

  async ready(): Promise<void> {
    const end = Date.now() + READY_MS;
    let said = 'nothing';
    while (Date.now() < end) {
      const answer = await fetch(`http://127.0.0.1:${this.settings.port}/readyz`, {
        signal: AbortSignal.timeout(ANSWER_MS),
      }).catch(() => undefined);
      said = (await answer?.text().catch(() => undefined)) ?? said;
      if (answer?.status === 200) return;
      if (this.child?.exitCode !== null) break;
      await new Promise((done) => setTimeout(done, 20));
    }
    throw new Error(`the service did not become ready; it answered ${said} and wrote: ${this.output}`);
  }

  /** Resolves when the process is gone. */
  async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const { child } = this;
    this.child = undefined;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((done) => child.once('exit', done));
    child.kill(signal);
    await gone;
  }
}
