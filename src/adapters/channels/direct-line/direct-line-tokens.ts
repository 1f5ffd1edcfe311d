import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';

/** What a token opens: one conversation, one socket, or one file. */
export interface Grant {
  readonly kind: 'conversation' | 'socket' | 'file';
  readonly conversationId: string;
  /** The user that the token was made for; overrides what a message says of its sender. */
  readonly userId?: string;
  /** Pages that may use it; absent: any that CORS lets through. */
  readonly origins?: readonly string[];
  /** `socket`: the first activity wanted. */
  readonly from?: number;
  /** `file`: id of the attachment. */
  readonly file?: string;
}

export interface DirectLineTokens {
  issue(grant: Grant, lifeSeconds: number, now: Date): string;
  /** `expired` for a genuine one past its life and grace; undefined for anything else. */
  read(token: string, kind: Grant['kind'], now: Date): Grant | 'expired' | undefined;
  /** The grant of a genuine token, however old, for coming back to a conversation; at most MAX_AGE_S past its end. */
  readOld(token: string, now: Date): Grant | undefined;
}

/** Told to the client, which refreshes every 15 minutes whatever it is told. Seconds. */
export const TOKEN_LIFE_S = 3_600;
/** A second page, or a request on its way, may still hold the token that was refreshed. */
const GRACE_S = 600;
/** So long after its token's end a conversation can be taken up again. */
const MAX_AGE_S = 90 * 86_400;

const body = z.strictObject({
  k: z.enum(['conversation', 'socket', 'file']),
  c: z.string(),
  e: z.int(),
  u: z.string().optional(),
  o: z.array(z.string()).optional(),
  f: z.int().optional(),
  a: z.string().optional(),
});

/** Signed, not stored: any process that knows the secret can read what another one issued. */
export function createDirectLineTokens(secret: Buffer): DirectLineTokens {
  const sign = (text: string): Buffer => createHmac('sha256', secret).update(`direct-line ${text}`).digest();

  const open = (token: string): z.infer<typeof body> | undefined => {
    const [, text, mark] = /^([\w-]{1,2000})\.([\w-]{43})$/.exec(token) ?? [];
    if (text === undefined || mark === undefined) return undefined;
    if (!timingSafeEqual(sign(text), Buffer.from(mark, 'base64url'))) return undefined;
    return body.parse(JSON.parse(Buffer.from(text, 'base64url').toString()));
  };
  const grantOf = ({ k, c, u, o, f, a }: z.infer<typeof body>): Grant => ({
    kind: k,
    conversationId: c,
    ...(u !== undefined && { userId: u }),
    ...(o !== undefined && { origins: o }),
    ...(f !== undefined && { from: f }),
    ...(a !== undefined && { file: a }),
  });

  return {
    issue(grant, lifeSeconds, now) {
      const content: z.infer<typeof body> = {
        k: grant.kind,
        c: grant.conversationId,
        e: Math.floor(now.getTime() / 1000) + lifeSeconds,
        ...(grant.userId !== undefined && { u: grant.userId }),
        ...(grant.origins !== undefined && { o: [...grant.origins] }),
        ...(grant.from !== undefined && { f: grant.from }),
        ...(grant.file !== undefined && { a: grant.file }),
      };
      const text = Buffer.from(JSON.stringify(content)).toString('base64url');
      return `${text}.${sign(text).toString('base64url')}`;
    },
    read(token, kind, now) {
      const content = open(token);
      if (!content || content.k !== kind) return undefined;
      const grace = kind === 'conversation' ? GRACE_S : 0;
      return content.e + grace < now.getTime() / 1000 ? 'expired' : grantOf(content);
    },
    readOld(token, now) {
      const content = open(token);
      if (!content || content.k !== 'conversation') return undefined;
      return content.e + MAX_AGE_S < now.getTime() / 1000 ? undefined : grantOf(content);
    },
  };
}
