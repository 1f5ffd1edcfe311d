import type { RequestHandler } from 'express';

/**
 * Security headers of answers that are data: nothing in them may ever run or be framed. The same few for every answer, so
 * that thousands of messages a second do not pay for a page's policy; pages get theirs from security-headers.ts.
 */
export function answerHeaders(secure: boolean): RequestHandler {
  const headers = new Map([
    ['Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'"],
    ['Referrer-Policy', 'no-referrer'],
    ['X-Content-Type-Options', 'nosniff'],
    ...(secure ? [['Strict-Transport-Security', 'max-age=31536000'] as const] : []),
  ]);
  return (_request, response, next) => {
    response.setHeaders(headers);
    next();
  };
}
