import { z } from 'zod';
import { problem } from '../../contract/problem';
import type { Route } from '../../contract/route';
import { ROUTES } from '../../contract/routes/routes';
import { streamEvent } from '../../contract/stream-event';

type Schema = Record<string, unknown>;

/** OpenAPI 3.1 of /api/v1, made from the table that express serves from. */
export function openApi(version: string): Schema {
  const paths: Record<string, Record<string, Schema>> = {};
  for (const [id, route] of Object.entries(ROUTES)) {
    (paths[`/api/v1${route.path}`] ??= {})[route.method] = operation(id, route);
  }
  paths['/api/v1/stream'] = {
    get: {
      operationId: 'stream',
      tags: ['stream'],
      summary: 'Server-sent events for live screens: ids and kinds only. After a gap fetch everything again.',
      security: [{ bearer: [] }, { cookie: [] }],
      responses: {
        200: {
          description: 'Events',
          content: { 'text/event-stream': { schema: json(streamEvent, 'output') } },
        },
        default: refusal,
      },
    },
  };
  return {
    openapi: '3.1.0',
    info: {
      title: 'tusa',
      version,
      description: 'Hotline for people in need in Inner Mongolia. Times are UTC. Cursors are opaque.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    paths,
    components: {
      schemas: { Problem: json(problem, 'output') },
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer' },
        cookie: { type: 'apiKey', in: 'cookie', name: 'tusa_session' },
      },
    },
  };
}

const refusal = {
  description: 'Refused',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

function operation(id: string, route: Route): Schema {
  const parameters = [
    ...parametersOf(route.params, 'path'),
    ...parametersOf(route.query, 'query'),
    ...(route.method === 'post' && route.auth !== 'none'
      ? [
          {
            name: 'Idempotency-Key',
            in: 'header',
            required: false,
            schema: { type: 'string', maxLength: 200 },
          },
        ]
      : []),
  ];
  return {
    operationId: id,
    tags: [route.tag],
    summary: route.summary,
    ...(parameters.length > 0 && { parameters }),
    ...(route.body && {
      requestBody: { required: true, content: { 'application/json': { schema: json(route.body, 'input') } } },
    }),
    security:
      route.auth === 'none'
        ? []
        : route.auth === 'session'
          ? [{ cookie: [] }]
          : [{ bearer: [] }, { cookie: [] }],
    responses: {
      [route.status]: route.answer
        ? { description: 'Done', content: { 'application/json': { schema: json(route.answer, 'output') } } }
        : { description: 'Done' },
      default: refusal,
    },
  };
}

function json(shape: z.ZodType, io: 'input' | 'output'): Schema {
  const { $schema: _, ...schema } = z.toJSONSchema(shape, { io, unrepresentable: 'any' });
  return schema;
}

function parametersOf(shape: z.ZodType | undefined, where: 'path' | 'query'): Schema[] {
  if (!shape) return [];
  const { properties = {}, required = [] } = json(shape, 'input') as {
    properties?: Record<string, Schema>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: where,
    required: where === 'path' || required.includes(name),
    schema,
  }));
}
