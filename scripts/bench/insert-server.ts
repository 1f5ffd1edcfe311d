import express from 'express';
import { Pool } from 'pg';

/*
 * What the service is measured against: express with a JSON body and one durable INSERT, and nothing else. Arguments:
 * port and address of the database. Prints a line when it listens.
 */
const [port, databaseUrl] = process.argv.slice(2);
const pool = new Pool({ connectionString: databaseUrl, max: 32 });

async function main(): Promise<void> {
  await pool.query(
    'create table if not exists plain_messages (id bigserial primary key, body text not null)',
  );
  const app = express();
  app.use(express.json());
  app.post('/messages', async (request, response) => {
    const { text } = request.body as { text: string };
    const { rows } = await pool.query<{ id: string }>({
      name: 'insert',
      text: 'insert into plain_messages (body) values ($1) returning id',
      values: [text],
    });
    response.json({ id: rows[0]?.id });
  });
  app.listen(Number(port), '127.0.0.1', () => process.stdout.write('listening\n'));
}

void main();
