/** Answers `/quiet` when no code that was asked for is still to come, or after two seconds: code that is on its way changes a page. */
export async function serveQuiet(context, next) {
  if (context.path !== '/quiet') {
    if (/\.(?:m?[jt]s|css)$/.test(context.path)) {
      coming++;
      context.res.once('close', () => coming--);
    }
    return next();
  }
  for (let waited = 0; coming > 0 && waited < 2_000; waited += 5)
    await new Promise((resolve) => setTimeout(resolve, 5));
  context.status = 204;
}
let coming = 0;
