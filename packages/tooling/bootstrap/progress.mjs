const interval = 5_000;

/**
 * Shows how a long step goes: one changing line on a terminal, a plain line every five seconds elsewhere.
 * @param {string} title
 */
export function startProgress(title) {
  const terminal = process.stderr.isTTY;
  const began = Date.now();
  let detail = '';
  let last = 0;
  const line = () => `${title}${detail && `: ${detail}`} (${Math.round((Date.now() - began) / 1000)} s)`;
  const draw = () => {
    if (terminal) process.stderr.write(`\r\u001b[K${line()}`);
    else if (Date.now() - last >= interval) {
      last = Date.now();
      process.stderr.write(`${line()}\n`);
    }
  };
  draw();
  const timer = setInterval(draw, terminal ? 250 : 1_000);
  return {
    update(text) {
      detail = text;
    },
    end(done) {
      clearInterval(timer);
      if (terminal) process.stderr.write('\r\u001b[K');
      if (done) process.stderr.write(`${line()}\n`);
    },
  };
}
