import { createHash } from 'node:crypto';
import type { Actor, Role } from '../domain/access/actor';
import type { Office } from '../domain/routing/office';
import type { ApiToken, AuditLog, TokenStore } from './access-ports';
import { checkPosting } from './check-posting';
import { randomText } from './random-text';
import type { Clock, Ids } from './ports';

export interface IssueTokenDeps {
  readonly tokens: TokenStore;
  readonly audit: AuditLog;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly officeByCode: (code: string) => Office | undefined;
}

/** So that a token that got into the wrong place is known for what it is. */
const PREFIX = 'tusa_';
const LENGTH = 43;

/** What is stored of a token, and looked up by. */
export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** Makes an API token for a program; it is returned this once, only its hash is kept. */
export function createIssueToken(
  deps: IssueTokenDeps,
): (
  actor: Pick<Actor, 'id'>,
  wanted: { readonly name: string; readonly role: Role; readonly officeCode?: string },
) => Promise<{ readonly token: string; readonly stored: ApiToken }> {
  return async (actor, { name, role, officeCode }) => {
    const office = checkPosting(role, officeCode, deps.officeByCode);
    const token = PREFIX + randomText(deps.ids, LENGTH);
    const stored: ApiToken = {
      id: deps.ids.next(),
      name: name.trim(),
      hash: tokenHash(token),
      role,
      officeCode: office,
      createdAt: deps.clock.now(),
    };
    await deps.tokens.add(stored);
    await deps.audit.append({
      at: stored.createdAt,
      actor: actor.id,
      action: 'token.add',
      subject: stored.id,
      ...(office !== null && { officeCode: office }),
      data: { role },
    });
    return { token, stored };
  };
}
