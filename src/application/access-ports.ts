/*
 * Ports of access: who may act, what they did, and requests that must not act twice. The ports of the roads themselves
 * stand in ports.ts.
 */

export type StaffRole = 'operator' | 'officer' | 'supervisor' | 'administrator';

export interface Staff {
  readonly id: string;
  /** Unique without regard to case; what they sign in with. */
  readonly name: string;
  readonly role: StaffRole;
  /** The office of an officer, the jurisdiction of a supervisor. */
  readonly officeCode: string | null;
  /** argon2id, in its own text form. */
  readonly passwordHash: string;
  readonly mustChangePassword: boolean;
  readonly disabled: boolean;
  readonly createdAt: Date;
  readonly lastLoginAt: Date | null;
}

export interface StaffStore {
  byName(name: string): Promise<Staff | undefined>;
  byId(id: string): Promise<Staff | undefined>;
  /** `name_taken` when somebody has the name already. */
  add(staff: Staff): Promise<'added' | 'name_taken'>;
  setPassword(id: string, passwordHash: string, mustChange: boolean): Promise<void>;
  setDisabled(id: string, disabled: boolean): Promise<void>;
  recordLogin(id: string, at: Date): Promise<void>;
  /** By name. */
  list(): Promise<readonly Staff[]>;
}

export interface ApiToken {
  readonly id: string;
  readonly name: string;
  /** SHA-256 of the token, 32 bytes. */
  readonly hash: Buffer;
  readonly role: StaffRole;
  readonly officeCode: string | null;
  readonly createdAt: Date;
}

export interface TokenStore {
  /** Undefined also for a revoked one. */
  byHash(hash: Buffer): Promise<ApiToken | undefined>;
  add(token: ApiToken): Promise<void>;
  /** Those that are not revoked, by name. */
  list(): Promise<readonly ApiToken[]>;
  /** `false` when there is no such token or it was revoked before. */
  revoke(id: string, at: Date): Promise<boolean>;
}

export interface AuditEntry {
  readonly at: Date;
  /** Staff or token id, or `service`. */
  readonly actor: string;
  /** What was done, e.g. `ticket.unmask`, `staff.add`. */
  readonly action: string;
  /** What it was done to: a ticket number, a conversation, an account. */
  readonly subject: string;
  readonly officeCode?: string;
  /** The actor's own words; stored encrypted. */
  readonly reason?: string;
  readonly requestId?: string;
  /** Codes and counts: no personal data. */
  readonly data?: Readonly<Record<string, string | number | boolean | null>>;
}

export interface AuditLog {
  append(entry: AuditEntry): Promise<void>;
  /** Newest first. */
  list(filter: {
    subject?: string;
    actor?: string;
    limit: number;
    cursor?: string;
  }): Promise<{ readonly items: readonly AuditEntry[]; readonly next?: string }>;
}

export interface StoredAnswer {
  readonly status: number;
  readonly body: string;
}

export interface IdempotencyStore {
  /**
   * `new`: act, then `finish`. An answer: give it again. `mismatch`: the key was used for another request. `running`: the
   * first request has not answered yet; after a minute it counts as dead and the next one is `new`.
   */
  begin(
    key: string,
    scope: string,
    requestHash: string,
    now: Date,
  ): Promise<'new' | StoredAnswer | 'mismatch' | 'running'>;
  finish(key: string, scope: string, answer: StoredAnswer): Promise<void>;
  /** The request failed without an effect: the key may be used again. */
  abandon(key: string, scope: string): Promise<void>;
}

export interface Attachment {
  readonly id: string;
  readonly conversationId: string;
  readonly at: Date;
  readonly mediaType: string;
  /** As the citizen's device named it. */
  readonly name: string;
  /** At most MAX_ATTACHMENT_BYTES. */
  readonly bytes: Buffer;
}
export const MAX_ATTACHMENT_BYTES = 5 * 1024 * 1024;

export interface AttachmentStore {
  /** Throws TusaError `too_large`. */
  put(attachment: Attachment): Promise<void>;
  get(id: string): Promise<Attachment | undefined>;
  /** How many files of a conversation are kept, and their bytes; those named in `except` are left out. */
  usage(
    conversationId: string,
    except?: readonly string[],
  ): Promise<{ readonly files: number; readonly bytes: number }>;
}

export interface LoggedSuggestion {
  readonly id: string;
  readonly conversationId: string;
  /** The citizen's message that it answers. */
  readonly seq: number;
  readonly at: Date;
  readonly source: string;
  readonly score: number;
}

export interface SuggestionLog {
  record(suggestions: readonly LoggedSuggestion[]): Promise<void>;
  /** `false` when there is no such suggestion. */
  decide(
    id: string,
    outcome: 'used' | 'edited' | 'dismissed',
    operatorId: string,
    at: Date,
  ): Promise<boolean>;
  byId(id: string): Promise<LoggedSuggestion | undefined>;
}

/**
 * What is counted, each with its own limit: new conversations, messages, looking up tickets that are not one's own (by
 * conversation and by address), sign-ins (by address, by name at one address, by name wherever), requests of staff.
 */
export type LimitKind =
  | 'citizen_token'
  | 'message'
  | 'look_up'
  | 'look_up_address'
  | 'sign_in'
  | 'sign_in_name'
  | 'sign_in_anywhere'
  | 'api';

export interface RateLimiter {
  /** Counts one; 0 goes on, otherwise the seconds to wait. Never throws. */
  take(kind: LimitKind, key: string): Promise<number>;
  /** Forgets what was counted, e.g. after a good sign-in. */
  forget(kind: LimitKind, key: string): Promise<void>;
}

/** A signed-in browser. */
export interface Session {
  readonly staffId: string;
  readonly csrf: string;
}

export interface SessionStore {
  /** Returns the secret for the cookie. Throws TusaError `unavailable` while sessions cannot be kept. */
  open(session: Session): Promise<string>;
  /** Also prolongs it, but not for ever. */
  read(secret: string): Promise<Session | undefined>;
  close(secret: string): Promise<void>;
  /** Ends all sessions of one account. */
  closeAll(staffId: string): Promise<void>;
}

/** Slow on purpose. */
export interface Passwords {
  hash(password: string): Promise<string>;
  verify(hash: string, password: string): Promise<boolean>;
}
