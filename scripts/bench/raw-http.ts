import { connect, type Socket } from 'node:net';

export interface RawAnswer {
  readonly status: number;
  readonly body: string;
}

/**
 * One kept-alive HTTP connection that sends one request after another. A load generator shares the processors with what
 * it measures, so it does as little as it can: no client library comes near.
 */
export class RawHttp {
  private buffered = '';
  private waiting: { done: (answer: RawAnswer) => void; fail: (fault: Error) => void } | undefined;

  private constructor(private readonly socket: Socket) {
    socket.setNoDelay(true);
    // Byte for character, so that Content-Length counts; bodies are turned into text at the end.
    socket.setEncoding('latin1');
    socket.on('data', (chunk: string) => this.take(chunk));
    socket.on('close', () => this.waiting?.fail(new Error('the connection was closed')));
    socket.on('error', (fault) => this.waiting?.fail(fault));
  }

  static open(port: number): Promise<RawHttp> {
    return new Promise((done, fail) => {
      const socket = connect(port, '127.0.0.1');
      socket.once('error', fail);
      socket.once('connect', () => done(new RawHttp(socket)));
    });
  }

  post(path: string, body: unknown, token?: string): Promise<RawAnswer> {
    const text = JSON.stringify(body);
    const authorization = token === undefined ? '' : `Authorization: Bearer ${token}\r\n`;
    const answer = new Promise<RawAnswer>((done, fail) => (this.waiting = { done, fail }));
    this.socket.write(
      `POST ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n${authorization}Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`,
    );
    return answer;
  }

  close(): void {
    this.waiting = undefined;
    this.socket.destroy();
  }

  private take(chunk: string): void {
    this.buffered += chunk;
    const end = this.buffered.indexOf('\r\n\r\n');
    if (end < 0) return;
    const head = this.buffered.slice(0, end);
    const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0);
    if (this.buffered.length < end + 4 + length) return;
    const body = Buffer.from(this.buffered.slice(end + 4, end + 4 + length), 'latin1').toString();
    this.buffered = this.buffered.slice(end + 4 + length);
    this.waiting?.done({ status: Number(head.slice(9, 12)), body });
  }
}
