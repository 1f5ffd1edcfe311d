import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import express, { Router, type Request } from 'express';
import { z } from 'zod';
import type { Activity } from 'botbuilder';
import { KeyedQueue } from '../../../application/keyed-queue';
import type { StoredMessage } from '../../../application/ports';
import type { DirectLineDeps } from './direct-line-deps';
import type { DirectLineAdapter } from './direct-line-adapter';
import { directLineCors } from './direct-line-cors';
import { DirectLineFault, directLineFaults } from './direct-line-fault';
import { STREAM_PATH, type DirectLineSockets } from './direct-line-sockets';
import { TOKEN_LIFE_S, type DirectLineTokens, type Grant } from './direct-line-tokens';
import { inboundMessage } from './inbound-message';
import { DEEPEST, isTooDeep } from './is-too-deep';
import { readUpload, type Upload } from './read-upload';
import { postedActivity, type PostedActivity, type SentFile } from './sent-by-citizen';
import { activityId, watermarkAfter } from './stored-activity';

export interface RouterDeps extends DirectLineDeps {
  readonly tokens: DirectLineTokens;
  readonly adapter: DirectLineAdapter;
  readonly sockets: DirectLineSockets;
  readonly activityOf: (message: StoredMessage, request: IncomingMessage) => Partial<Activity>;
  readonly isSharedSecret: (secret: string) => boolean;
}

const BODY_LIMIT = '64kb';
/** The client opens its socket at once; a ticket found in a proxy's log is of no use later. */
const SOCKET_TICKET_S = 60;
const BATCH = 200;
/** Of one conversation. */
const MOST_FILES = 40;
const MOST_BYTES = 60 * 1024 * 1024;
/** A turn that takes longer shows that somebody is at it. */
const TYPING_AFTER_MS = 400;

const generateBody = z.looseObject({
  user: z.looseObject({ id: z.string().max(200).optional() }).optional(),
  trustedOrigins: z.array(z.string().max(200)).max(20).optional(),
});
const startBody = z.looseObject({ locale: z.string().max(40).optional() });

/** The REST side of Direct Line 3.0, as far as the official client and Web Chat use it. */
export function createDirectLineRouter(deps: RouterDeps): Router {
  const { tokens, clock, conversations } = deps;
  // One after the other in each conversation, so that two uploads at once cannot both fit into the last room.
  const storing = new KeyedQueue();
  const router = Router();
  router.use(directLineCors(deps.allowedOrigins));
  router.use((_request, response, next) => {
    response.set('Cache-Control', 'no-store');
    next();
  });
  router.use(express.json({ limit: BODY_LIMIT, type: ['json', 'application/vnd.microsoft.activity'] }));
  router.use((request, _response, next) => {
    if (isTooDeep(request.body))
      throw new DirectLineFault(400, 'BadArgument', `the body is nested deeper than ${DEEPEST} levels`);
    next();
  });

  router.post('/tokens/generate', (request, response) => {
    if (!deps.isSharedSecret(bearer(request))) throw forbidden();
    const { user, trustedOrigins } = parse(generateBody, request.body ?? {});
    const grant: Grant = {
      kind: 'conversation',
      conversationId: deps.ids.next(),
      ...(user?.id !== undefined && { userId: user.id }),
      ...(trustedOrigins && { origins: trustedOrigins }),
    };
    response.json(tokenAnswer(grant));
  });

  router.post('/tokens/refresh', (request, response) => {
    response.json(tokenAnswer(granted(request)));
  });

  router.post('/conversations', async (request, response) => {
    const { locale } = parse(startBody, request.body ?? {});
    const grant: Grant = deps.isSharedSecret(bearer(request))
      ? { kind: 'conversation', conversationId: deps.ids.next() }
      : granted(request);
    const known = await conversations.load(grant.conversationId);
    if (!known) {
      await deps.adapter.join({
        conversationId: grant.conversationId,
        channel: 'directline',
        channelUser: grant.userId ?? 'citizen',
        ...(locale !== undefined && { locale }),
      });
    }
    response
      .status(known ? 200 : 201)
      .json({ ...tokenAnswer(grant), streamUrl: streamUrl(request, grant.conversationId, 0) });
  });

  router.get('/conversations/:id', async (request, response) => {
    const grant = granted(request, request.params.id);
    const conversation = await conversations.load(grant.conversationId);
    if (!conversation) throw ended();
    const { conversationId } = grant;
    // Without a watermark: only what comes after the reconnect.
    const from = watermarkOf(request) ?? conversation.nextSeq;
    response.json({
      conversationId,
      token: tokens.issue(grant, TOKEN_LIFE_S, clock.now()),
      expires_in: TOKEN_LIFE_S,
      streamUrl: streamUrl(request, conversationId, Math.min(from, conversation.nextSeq)),
    });
  });

  router.get('/conversations/:id/activities', async (request, response) => {
    const { conversationId } = granted(request, request.params.id);
    const from = watermarkOf(request) ?? 0;
    const messages = await conversations.messages(conversationId, from, BATCH);
    if (messages.length === 0 && !(await conversations.load(conversationId, 'recent'))) throw ended();
    response.json({
      activities: messages.map((message) => deps.activityOf(message, request)),
      watermark: watermarkAfter(messages.at(-1)?.seq ?? from - 1),
    });
  });

  router.post('/conversations/:id/activities', async (request, response) => {
    const grant = granted(request, request.params.id);
    const activity = parse(postedActivity, request.body);
    // Typing, events and the like have no effect here; an id says that they arrived.
    if (activity.type !== 'message')
      return void response.json({ id: `${grant.conversationId}|${activity.type}` });
    await mayPost(grant);
    response.json({ id: activityId(await take(request, grant, activity, [])) });
  });

  router.post('/conversations/:id/upload', async (request, response) => {
    const grant = granted(request, request.params.id);
    // Nothing of a form is read, let alone kept, before it is known that it may come.
    await mayPost(grant);
    if (!(await conversations.load(grant.conversationId, 'recent'))) throw ended();
    const { activity, files } = await readUpload(request);
    const kept = await storing.run(grant.conversationId, () => store(grant, activity, files));
    response.json({ id: activityId(await take(request, grant, activity, kept)) });
  });

  router.get('/attachments/:file', async (request, response) => {
    const ticket = tokens.read(textOf(request.query.t), 'file', clock.now());
    if (typeof ticket !== 'object' || ticket.file !== request.params.file) throw forbidden();
    const file = await deps.attachments.get(request.params.file);
    if (!file || file.conversationId !== ticket.conversationId) throw notFound('there is no such file');
    response.set({
      'Content-Type': file.mediaType,
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name.replace(/\p{Surrogate}/gu, '_'))}`,
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Cross-Origin-Resource-Policy': 'cross-origin',
    });
    response.send(file.bytes);
  });

  // OAuth sign-in is not offered; the client takes 404 for "no session".
  router.use(() => {
    throw notFound('there is no such address');
  });
  router.use(
    directLineFaults((fault) => deps.logger.error('direct_line.failed', { kind: (fault as Error).name })),
  );
  return router;

  /** The token's grant; 403 unless it is genuine, alive, of this conversation and from a page that it was made for. */
  function granted(request: Request, conversationId?: string): Grant {
    const grant = tokens.read(bearer(request), 'conversation', clock.now());
    if (grant === 'expired') throw new DirectLineFault(403, 'TokenExpired', 'the token has expired');
    if (grant === undefined) throw forbidden();
    if (conversationId !== undefined && grant.conversationId !== conversationId) throw forbidden();
    const { origin } = request.headers;
    if (grant.origins && origin !== undefined && !grant.origins.includes(origin)) throw forbidden();
    return grant;
  }

  function tokenAnswer(grant: Grant): object {
    const { conversationId } = grant;
    return {
      conversationId,
      token: tokens.issue(grant, TOKEN_LIFE_S, clock.now()),
      expires_in: TOKEN_LIFE_S,
    };
  }

  function streamUrl(request: Request, conversationId: string, from: number): string {
    const ticket = tokens.issue({ kind: 'socket', conversationId, from }, SOCKET_TICKET_S, clock.now());
    const scheme = request.secure ? 'wss' : 'ws';
    return `${scheme}://${request.headers.host ?? 'localhost'}${STREAM_PATH}?t=${ticket}`;
  }

  async function mayPost(grant: Grant): Promise<void> {
    const wait = await deps.limiter.take('message', grant.conversationId);
    if (wait > 0)
      throw new DirectLineFault(
        429,
        'RateLimited',
        '您发得太快了，请稍等一会儿再发。 Please wait a moment.',
        wait,
      );
  }

  /** The turn runs before the post is answered, so whatever was acknowledged is durable. */
  async function take(
    request: Request,
    grant: Grant,
    activity: PostedActivity,
    files: readonly SentFile[],
  ): Promise<StoredMessage> {
    const mayLookUp = async (): Promise<boolean> => {
      const waits = await Promise.all([
        deps.limiter.take('look_up', grant.conversationId),
        deps.limiter.take('look_up_address', request.ip ?? ''),
      ]);
      return Math.max(...waits) === 0;
    };
    const typing = setTimeout(() => deps.sockets.typing(grant.conversationId), TYPING_AFTER_MS);
    try {
      return (await deps.adapter.receive({ ...inboundMessage(grant, activity, files), mayLookUp })).inbound;
    } finally {
      clearTimeout(typing);
    }
  }

  /** The id comes from the bytes, so the same upload sent again keeps one file. */
  async function store(
    { conversationId }: Grant,
    { from }: PostedActivity,
    files: Upload['files'],
  ): Promise<SentFile[]> {
    const named = files.map((file) => {
      const hash = createHash('sha256')
        .update(`${conversationId} ${from?.id ?? ''} ${file.name} `)
        .update(file.bytes);
      return { ...file, id: hash.digest('hex').slice(0, 32) };
    });
    // What is sent again is there already and takes no more room.
    const ids = named.map(({ id }) => id);
    const before = await deps.attachments.usage(conversationId, ids);
    const bytesAfter = named.reduce((sum, { bytes }) => sum + bytes.length, before.bytes);
    if (named.length > 0 && (before.files + new Set(ids).size > MOST_FILES || bytesAfter > MOST_BYTES))
      throw new DirectLineFault(
        413,
        'MessageSizeTooBig',
        '这里收的照片和文件已经满了，请用文字说。 No more files fit into this conversation.',
      );
    for (const { id, name, mediaType, bytes } of named)
      await deps.attachments.put({ id, conversationId, at: clock.now(), mediaType, name, bytes });
    return named.map(({ id, name, mediaType }) => ({ id, name, contentType: mediaType }));
  }
}

function bearer(request: Request): string {
  return /^Bearer ([^\s]+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? '';
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** Undefined when it is empty or no number of ours: then the beginning, or now, counts. */
function watermarkOf(request: Request): number | undefined {
  const { watermark } = request.query;
  return typeof watermark === 'string' && /^\d{1,9}$/.test(watermark) ? Number(watermark) : undefined;
}

function parse<T extends z.ZodType>(shape: T, body: unknown): z.infer<T> {
  const parsed = shape.safeParse(body);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new DirectLineFault(
    400,
    'BadArgument',
    `${issue?.path.join('.') || 'body'}: ${issue?.message ?? 'wrong'}`,
  );
}

const forbidden = (): DirectLineFault =>
  new DirectLineFault(403, 'Forbidden', 'the token does not open this conversation');
const ended = (): DirectLineFault => notFound('there is no such conversation');
const notFound = (message: string): DirectLineFault => new DirectLineFault(404, 'NotFound', message);
