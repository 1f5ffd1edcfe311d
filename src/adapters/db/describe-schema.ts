import type { Client } from 'pg';

/**
 * The schema of a database as plain text, for git: what a migration changes shows as a difference. Made from the system
 * catalogue, because pg_dump's text changes with its version. Monthly partitions and Kysely's own tables are left out.
 */
const TABLES = `
  select c.oid, c.relname as name,
    case c.relkind when 'p' then ' partition by ' || pg_get_partkeydef(c.oid) else '' end as partitioned,
    coalesce(' with (' || array_to_string(c.reloptions, ', ') || ')', '') as options,
    coalesce((select ' partition of ' || inhparent::regclass || ' ' || pg_get_expr(c.relpartbound, c.oid)
      from pg_inherits where inhrelid = c.oid), '') as partition
  from pg_class c
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
    and c.relname !~ '^ticket_history_[0-9]+$' and c.relname not like 'kysely%'
  order by c.relname`;
const COLUMNS = `
  select '  ' || quote_ident(a.attname) || ' ' || format_type(a.atttypid, a.atttypmod)
    || case when a.attidentity <> '' then ' generated always as identity' else '' end
    || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '')
    || case when a.attnotnull then ' not null' else '' end as line
  from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
  where a.attrelid = $1 and a.attnum > 0 and not a.attisdropped order by a.attnum`;
/** Not-null constraints stand with their columns; PostgreSQL 18 lists them here as well. */
const CONSTRAINTS = `
  select '  constraint ' || quote_ident(conname) || ' ' || pg_get_constraintdef(oid) as line
  from pg_constraint where conrelid = $1 and contype <> 'n' and contype <> 't' order by contype desc, conname`;
const INDEXES = `
  select pg_get_indexdef(i.indexrelid) || ';' as line from pg_index i join pg_class c on c.oid = i.indexrelid
  where i.indrelid = $1 and not exists (select from pg_constraint where conindid = i.indexrelid)
  order by c.relname`;
const TRIGGERS = `
  select pg_get_triggerdef(oid) || ';' as line from pg_trigger where tgrelid = $1 and not tgisinternal order by tgname`;
const TYPES = `
  select 'create type ' || t.typname || ' as enum ('
    || string_agg(quote_literal(e.enumlabel), ', ' order by e.enumsortorder) || ');' as line
  from pg_type t join pg_enum e on e.enumtypid = t.oid
  where t.typnamespace = 'public'::regnamespace group by t.typname order by t.typname`;
/** Those of identity columns belong to their column. */
const SEQUENCES = `
  select 'create sequence ' || relname || ';' as line from pg_class c
  where relkind = 'S' and relnamespace = 'public'::regnamespace
    and not exists (select from pg_depend where objid = c.oid and deptype = 'i') order by relname`;
const FUNCTIONS = `
  select pg_get_functiondef(oid) || ';' as line from pg_proc
  where pronamespace = 'public'::regnamespace order by proname`;

export async function describeSchema(client: Client): Promise<string> {
  const lines = async (query: string, ...values: unknown[]): Promise<string[]> =>
    (await client.query<{ line: string }>(query, values)).rows.map(({ line }) => line.trimEnd());
  const parts = [
    '-- The schema after the last migration. Made by: npm run dump-schema',
    ...(await lines(TYPES)),
    ...(await lines(SEQUENCES)),
  ];
  const { rows } = await client.query<TableRow>(TABLES);
  for (const { oid, name, partitioned, partition, options } of rows) {
    const body = partition
      ? `create table ${name}${partition};`
      : `create table ${name} (\n${[...(await lines(COLUMNS, oid)), ...(await lines(CONSTRAINTS, oid))].join(',\n')}\n)${partitioned}${options};`;
    const extras = partition ? [] : [...(await lines(INDEXES, oid)), ...(await lines(TRIGGERS, oid))];
    parts.push([body, ...extras].join('\n'));
  }
  parts.push(...(await lines(FUNCTIONS)));
  return parts.join('\n\n') + '\n';
}

interface TableRow {
  readonly oid: number;
  readonly name: string;
  readonly partitioned: string;
  readonly partition: string;
  readonly options: string;
}
