import { closeSync, fdatasyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';

const MEASURED_MS = 400;

/** fdatasync/s of the disk under `folder`: no figure of durable work means anything without it. */
export function diskRate(folder: string): number {
  const file = join(folder, `.fdatasync-${process.pid}`);
  const handle = openSync(file, 'w');
  const page = Buffer.alloc(8192, 1);
  const start = performance.now();
  let writes = 0;
  while (performance.now() - start < MEASURED_MS) {
    writeSync(handle, page, 0, page.length, 0);
    fdatasyncSync(handle);
    writes += 1;
  }
  closeSync(handle);
  rmSync(file);
  return Math.round((writes * 1000) / (performance.now() - start));
}
