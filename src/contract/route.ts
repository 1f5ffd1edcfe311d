import type { z } from 'zod';

/** One endpoint below /api/v1. Express, the OpenAPI document and the pages read the same table. */
export interface Route {
  readonly method: 'get' | 'post' | 'delete';
  /** As OpenAPI writes it, e.g. `/tickets/{number}`. */
  readonly path: string;
  readonly summary: string;
  readonly tag: 'citizen' | 'session' | 'offices' | 'tickets' | 'conversations' | 'reports' | 'staff';
  /** `none`: nobody signs in. `session`: a cookie only. `staff`: a cookie or a bearer token. */
  readonly auth: 'none' | 'session' | 'staff';
  readonly params?: z.ZodObject;
  readonly query?: z.ZodType;
  readonly body?: z.ZodObject;
  /** Status of the good answer. */
  readonly status: 200 | 201 | 204;
  /** Absent with 204. */
  readonly answer?: z.ZodType;
}
