import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, get, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import express from 'express';
import { pages } from '../../../src/adapters/http/pages';

let folder: string;
let server: Server;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tusa-pages-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>tusa</title>');
  writeFileSync(join(folder, 'office.html'), '<!doctype html><title>office</title>');
  writeFileSync(join(folder, 'assets', 'main-Ab12_-cd.js'), 'console.log(1)'.repeat(50));
  const app = express();
  app.use(pages(folder));
  app.use((_request, response) => void response.status(404).end());
  server = createServer(app);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
});
afterAll(async () => {
  await new Promise((done) => server.close(done));
  rmSync(folder, { recursive: true });
});

interface Got {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}
/** As it comes over the wire: fetch would unpack it. */
function read(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Got> {
  const { port } = server.address() as AddressInfo;
  return new Promise((done, fail) => {
    get({ port, host: '127.0.0.1', path, headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () =>
        done({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks) }),
      );
    }).on('error', fail);
  });
}

test.each([
  ['/', 'tusa'],
  ['/office', 'office'],
  ['/office/', 'office'],
])('%s is a page that is asked for anew each time', async (path, title) => {
  const { status, headers, body } = await read(path);
  expect(status).toBe(200);
  expect(body.toString()).toContain(title);
  expect(headers['cache-control']).toBe('no-cache');
  const again = await read(path, { 'if-none-match': headers.etag ?? '' });
  expect(again.status).toBe(304);
});

test.each([
  ['br', brotliDecompressSync],
  ['gzip', gunzipSync],
])('what has its content in its name is kept for a year, packed as %s', async (encoding, unpack) => {
  const { headers, body } = await read('/assets/main-Ab12_-cd.js', { 'accept-encoding': encoding });
  expect(headers['content-encoding']).toBe(encoding);
  expect(headers['cache-control']).toContain('immutable');
  expect(unpack(body).toString()).toContain('console.log(1)');
  expect(body.length).toBeLessThan(200);
});

test.each([
  '/nothing',
  '/../package.json',
  '/%2e%2e/package.json',
  '/assets',
  '/assets/',
  '/__proto__',
  '/constructor',
])('%s is no page', async (path) => {
  expect((await read(path)).status).toBe(404);
});

test('without built pages there are none, and nothing breaks', () => {
  expect(() => pages(join(folder, 'not-there'))).not.toThrow();
});
