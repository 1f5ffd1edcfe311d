import type { Actor } from '../domain/access/actor';
import { TusaError } from '../domain/errors';
import type { ApiToken, AuditLog, TokenStore } from './access-ports';
import type { Clock } from './ports';

export interface RevokeTokenDeps {
  readonly tokens: Pick<TokenStore, 'list' | 'revoke'>;
  readonly audit: AuditLog;
  readonly clock: Clock;
}

/**
 * Ends an API token, named by its id or its name, at once and for good. Throws `not_found`; `conflict` when several have
 * the name.
 */
export function createRevokeToken(
  deps: RevokeTokenDeps,
): (
  actor: Pick<Actor, 'id'>,
  which: { readonly id: string } | { readonly name: string },
) => Promise<ApiToken> {
  return async (actor, which) => {
    const found = (await deps.tokens.list()).filter((token) =>
      'id' in which ? token.id === which.id : token.name === which.name.trim(),
    );
    const [token, ...more] = found;
    if (!token) throw new TusaError('not_found', 'there is no such token, or it was revoked before');
    if (more.length)
      throw new TusaError(
        'conflict',
        'several tokens have this name: revoke by id',
        found.map(({ id, createdAt }) => ({
          field: id,
          problem: `made ${createdAt.toISOString()}`,
          cure: `--id ${id}`,
        })),
      );
    const at = deps.clock.now();
    if (!(await deps.tokens.revoke(token.id, at)))
      throw new TusaError('not_found', 'there is no such token, or it was revoked before');
    const { id, role, officeCode } = token;
    await deps.audit.append({
      at,
      actor: actor.id,
      action: 'token.revoke',
      subject: id,
      ...(officeCode !== null && { officeCode }),
      data: { role },
    });
    return token;
  };
}
