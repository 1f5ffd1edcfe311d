import busboy from 'busboy';
import type { Request } from 'express';
import { MAX_ATTACHMENT_BYTES } from '../../../application/access-ports';
import { TusaError } from '../../../domain/errors';
import { fileKind } from './file-kind';
import { isTooDeep } from './is-too-deep';
import { postedActivity, type PostedActivity } from './sent-by-citizen';

export interface Upload {
  readonly activity: PostedActivity;
  readonly files: readonly { readonly name: string; readonly mediaType: string; readonly bytes: Buffer }[];
}

const MOST_FILES = 4;
const ACTIVITY_BYTES = 64 * 1024;
const ACTIVITY_TYPE = 'application/vnd.microsoft.activity';
const LONGEST_NAME = 200;

interface Part {
  readonly name: string;
  readonly fileName: string;
  readonly mimeType: string;
  readonly chunks: Buffer[];
}

/** Reads the client's multipart form. Throws TusaError `too_large` or `invalid_input`. */
export async function readUpload(request: Request): Promise<Upload> {
  const parts = await readParts(request);
  const form = parts.find(isActivity);
  const activity = form ? readActivity(Buffer.concat(form.chunks)) : { type: 'message' };
  const files = parts
    .filter((part) => !isActivity(part))
    .map(({ fileName, chunks }) => {
      const bytes = Buffer.concat(chunks);
      const mediaType = fileKind(bytes);
      if (mediaType === undefined)
        throw new TusaError(
          'invalid_input',
          'this kind of file is not taken: send a photograph, a PDF or a sound',
        );
      return { name: fileName.slice(0, LONGEST_NAME), mediaType, bytes };
    });
  return { activity, files };
}

const isActivity = ({ name, mimeType }: Part): boolean => name === 'activity' || mimeType === ACTIVITY_TYPE;

function readActivity(bytes: Buffer): PostedActivity {
  if (bytes.length > ACTIVITY_BYTES) throw new TusaError('too_large', 'the message is too long');
  try {
    const json: unknown = JSON.parse(bytes.toString());
    if (isTooDeep(json)) throw new Error('nested too deep');
    return postedActivity.parse(json);
  } catch (fault) {
    throw new TusaError('invalid_input', 'the part named activity is not an activity', [], { cause: fault });
  }
}

function readParts(request: Request): Promise<readonly Part[]> {
  return new Promise((done, fail) => {
    const parts: Part[] = [];
    const stop = (code: 'too_large' | 'invalid_input', message: string, cause?: unknown): void => {
      request.unpipe(form);
      // The rest is read and thrown away, so that the answer reaches a client that is still sending.
      request.resume();
      fail(new TusaError(code, message, [], { cause }));
    };
    let form: busboy.Busboy;
    try {
      form = busboy({
        headers: request.headers,
        // Chinese file names are sent as raw UTF-8.
        defParamCharset: 'utf8',
        limits: { files: MOST_FILES + 1, fileSize: MAX_ATTACHMENT_BYTES, fields: 0, parts: MOST_FILES + 1 },
      });
    } catch (fault) {
      fail(new TusaError('invalid_input', 'send a multipart form', [], { cause: fault }));
      return;
    }
    form.on('file', (name, stream, { filename, mimeType }) => {
      const part: Part = { name, fileName: filename ?? 'file', mimeType, chunks: [] };
      parts.push(part);
      stream.on('data', (chunk: Buffer) => part.chunks.push(chunk));
      // The form tells of it as well; without a listener here it would end the process.
      stream.on('error', () => undefined);
      stream.on('limit', () => stop('too_large', 'a file may have at most 5 MB'));
    });
    for (const event of ['filesLimit', 'partsLimit', 'fieldsLimit'] as const)
      form.on(event, () => stop('too_large', `send at most ${MOST_FILES} files at a time`));
    form.on('error', (fault) => stop('invalid_input', 'the form breaks off', fault));
    form.on('close', () => done(parts));
    request.on('aborted', () => fail(new TusaError('invalid_input', 'the form breaks off')));
    request.pipe(form);
  });
}
