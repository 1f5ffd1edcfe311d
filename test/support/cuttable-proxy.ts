import { createServer, connect, type AddressInfo, type Server, type Socket } from 'node:net';

/** Stands between a client and a real server, so that a test can take the server away and give it back. */
export class CuttableProxy {
  private readonly sockets = new Set<Socket>();
  private server: Server | undefined;
  private port = 0;
  private frozen = false;
  private readonly waiting: (() => void)[] = [];

  private constructor(private readonly target: URL) {}

  static async before(targetUrl: string): Promise<CuttableProxy> {
    const proxy = new CuttableProxy(new URL(targetUrl));
    await proxy.restore();
    return proxy;
  }

  /** The target's address, by way of the proxy. */
  get url(): string {
    const url = new URL(this.target);
    url.hostname = '127.0.0.1';
    url.port = String(this.port);
    return url.href;
  }

  /** Refuses new connections and breaks those that are open. */
  async cut(): Promise<void> {
    const { server } = this;
    this.server = undefined;
    const closed = new Promise<void>((done) => (server ? server.close(() => done()) : done()));
    for (const socket of this.sockets) socket.destroy();
    await closed;
  }

  /** Says nothing more, and refuses nothing: how a server looks that hangs, or whose network swallows everything. */
  freeze(): void {
    this.frozen = true;
    for (const socket of this.sockets) socket.pause();
  }

  /** Goes on with what came meanwhile. */
  thaw(): void {
    this.frozen = false;
    for (const socket of this.sockets) socket.resume();
    for (const join of this.waiting.splice(0)) join();
  }

  /** Serves again, on the same port. */
  async restore(): Promise<void> {
    const server = createServer((near) => this.join(near));
    this.server = server;
    await new Promise<void>((done, fail) => {
      server.once('error', fail);
      server.listen(this.port, '127.0.0.1', done);
    });
    this.port = (server.address() as AddressInfo).port;
  }

  private join(near: Socket): void {
    if (this.frozen) {
      near.on('error', () => undefined);
      this.waiting.push(() => (near.destroyed ? undefined : this.join(near)));
      return;
    }
    const far = connect(Number(this.target.port), this.target.hostname);
    for (const [one, other] of [[near, far], [far, near]] as const) {
      this.sockets.add(one);
      one.on('error', () => undefined);
      one.on('close', () => {
        this.sockets.delete(one);
        other.destroy();
      });
      one.pipe(other);
    } // prettier-ignore
  }
}
