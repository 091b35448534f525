/** An error whose message is one clear sentence with the way out; shown to the user without a stack. */
export class Refusal extends Error {
  constructor(sentence, exitCode = 1) {
    super(sentence);
    this.exitCode = exitCode;
  }
}

const network =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|SOCKET_TIMEOUT|network request|ERR_PNPM_META_FETCH_FAIL|error sending request/i;

/**
 * Turns the output of a failed npm or pnpm into a refusal.
 * @param {string} doing what was being done, as in "install the packages"
 * @param {string} output everything the tool printed
 * @param {string} root the checkout
 */
export function explainFailure(doing, output, root) {
  const because = (sentence) => new Refusal(`Could not ${doing}: ${sentence}`);
  if (/ENOSPC|no space left/i.test(output))
    return because('the disk is full. Free about 2 GB and run the command again.');
  if (/EROFS|EACCES|EPERM|read-only file system|permission denied/i.test(output)) return because(unwritable(root));
  if (/OUTDATED_LOCKFILE/.test(output)) {
    return because('pnpm-lock.yaml does not fit the package.json files. Run "pnpm install" and commit the lock file.');
  }
  if (network.test(output)) {
    return because(
      'the npm registry cannot be reached. Check the network, the proxy and "npm config get registry", then run the command again.',
    );
  }
  if (/E404|ETARGET|NO_MATCHING_VERSION|FETCH_404/.test(output)) {
    return because(
      'the registry does not have a package we need. Look at "npm config get registry"; a mirror may be incomplete.',
    );
  }
  const end = output.trimEnd().split('\n').slice(-15).join('\n');
  return because(`the tool said:\n${end}`);
}

/** The sentence for a folder in which nothing can be written. */
export function unwritable(root) {
  return `${root} cannot be written. Run from a copy in a folder of your own, or make this one writable.`;
}
