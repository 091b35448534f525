import Koa from 'koa';

/** The reference for the transport: Koa and nothing else, with the wire format of an empty query. */
const koa = new Koa();
koa.use((ctx) => {
  ctx.body = { result: { data: { ok: true } } };
});
koa.listen(Number(process.env['PORT']), '127.0.0.1');
