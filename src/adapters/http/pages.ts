import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { Router, type Request, type Response } from 'express';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};
/** Already packed. */
const PACKED = new Set(['.png', '.woff2', '.ico']);
const ADDRESSES: Readonly<Record<string, string>> = {
  '/': 'index.html',
  '/operator': 'operator.html',
  '/office': 'office.html',
  '/board': 'board.html',
};
const YEAR_S = 31_536_000;
/** Vite puts a hash of the content into these names. */
const HASHED = /^assets\/.*-[\w-]{8}\.\w+$/;

interface PageFile {
  readonly type: string;
  readonly etag: string;
  readonly immutable: boolean;
  readonly plain: Buffer;
  /** Hashes of the styles that stand in the page itself, as sources of the content security policy. */
  readonly styles: string;
  /** Packing pays: the file is text. */
  readonly packs: boolean;
  /** Packed forms, made at the first request for each: packing all of them would slow every start. */
  readonly packed: Map<string, Buffer>;
}

const PACKERS: Readonly<Record<string, (plain: Buffer) => Buffer>> = {
  gzip: (plain) => gzipSync(plain, { level: 9 }),
  br: (plain) => brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
};

/** The built pages, read once at start: they are small, and every request is answered from memory. */
export function pages(folder: string): Router {
  const files = existsSync(folder) ? readPages(folder) : new Map<string, PageFile>();
  const router = Router();
  router.use((request, response, next) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return next();
    const name = ADDRESSES[request.path.replace(/(.)\/$/, '$1')] ?? request.path.slice(1);
    const file = files.get(name);
    if (!file) return next();
    send(request, response, file);
  });
  return router;
}

function readPages(folder: string): ReadonlyMap<string, PageFile> {
  const files = new Map<string, PageFile>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const name = relative(folder, path).split(sep).join('/');
    const extension = extname(name);
    const plain = readFileSync(path);
    files.set(name, {
      type: TYPES[extension] ?? 'application/octet-stream',
      etag: `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`,
      immutable: HASHED.test(name),
      plain,
      styles: extension === '.html' ? styleHashes(plain.toString()) : '',
      packs: !PACKED.has(extension),
      packed: new Map(),
    });
  }
  return files;
}

function styleHashes(html: string): string {
  return [...html.matchAll(/<style>([\s\S]*?)<\/style>/g)]
    .map(
      ([, styles]) =>
        ` 'sha256-${createHash('sha256')
          .update(styles ?? '')
          .digest('base64')}'`,
    )
    .join('');
}

function send(request: Request, response: Response, file: PageFile): void {
  response.locals.route = 'page';
  const encoding = request.acceptsEncodings('br', 'gzip', 'identity');
  const packed = file.packs && encoding ? packedAs(file, encoding) : undefined;
  response.set({
    'Content-Type': file.type,
    'Cache-Control': file.immutable ? `public, max-age=${YEAR_S}, immutable` : 'no-cache',
    ETag: file.etag,
    Vary: 'Accept-Encoding',
    ...(packed && encoding && { 'Content-Encoding': encoding }),
  });
  const policy = response.get('Content-Security-Policy');
  if (file.styles !== '' && policy !== undefined)
    response.set(
      'Content-Security-Policy',
      policy.replace("style-src 'self'", (own) => own + file.styles),
    );
  if (request.fresh) return void response.status(304).end();
  response.end(packed ?? file.plain);
}

function packedAs(file: PageFile, encoding: string): Buffer | undefined {
  const pack = PACKERS[encoding];
  const known = file.packed.get(encoding);
  if (known || !pack) return known;
  const packed = pack(file.plain);
  file.packed.set(encoding, packed);
  return packed;
}
