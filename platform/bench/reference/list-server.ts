import { createServer } from 'node:http';
import { toPublicId } from '@tabard/contract';
import pg from 'pg';

/**
 * The limit for `leads.list`: node:http and pg, one prepared statement, no sign-in, no policies, no checks. It answers the same
 * bytes as the product.
 */
const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 16 });
const text = `select id, email, first_name, last_name, company, title, phone, city, country, website, time_zone, tags, custom, status,
                     source, import_id, created_at, updated_at, archived_at
                from lead where workspace_id = $1 and archived_at is null order by created_at desc, id desc limit $2`;

createServer((_request, response) => {
  pool.query({ name: 'list', text, values: [process.env['WORKSPACE_ID'], 26] }).then(
    ({ rows }) => {
      const items = rows.slice(0, 25).map((row) => ({
        id: toPublicId('lead', row.id),
        email: row.email,
        firstName: row.first_name,
        lastName: row.last_name,
        company: row.company,
        title: row.title,
        phone: row.phone,
        city: row.city,
        country: row.country,
        website: row.website,
        timeZone: row.time_zone,
        tags: row.tags,
        custom: row.custom,
        status: row.status,
        source: row.source,
        importId: row.import_id === null ? null : toPublicId('leadImport', row.import_id),
        createdAt: row.created_at.toISOString(),
        updatedAt: row.updated_at.toISOString(),
        archivedAt: row.archived_at?.toISOString() ?? null,
      }));
      const last = rows[24];
      const nextCursor =
        rows.length > 25 ? Buffer.from(JSON.stringify([last.created_at, last.id])).toString('base64url') : null;
      const body = JSON.stringify({ result: { data: { items, nextCursor } } });
      response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) });
      response.end(body);
    },
    (error: unknown) => {
      console.error(error);
      response.writeHead(500).end();
    },
  );
}).listen(Number(process.env['PORT']), '127.0.0.1');
