/**
 * One try of a request: without cookies, caches or redirects. Waits no longer than `timeout` for the head and for data as a whole; a
 * stream may take as long as it likes once its head is there.
 * @throws a `TimeoutError` of the platform's own when time is up; else what `fetch` throws, for an aborted signal its reason
 */
export async function fetchOnce(
  url: string,
  init: RequestInit,
  timeout: number,
  doFetch: typeof fetch = (input, given) => fetch(input, given),
): Promise<Response> {
  const { signal } = init;
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(new DOMException('No answer came in time.', 'TimeoutError')), timeout);
  try {
    const response = await doFetch(url, {
      ...init,
      signal: signal ? AbortSignal.any([signal, late.signal]) : late.signal,
      credentials: 'omit',
      cache: 'no-store',
      redirect: 'error',
    });
    // Data is read here, so that it is waited for no longer than its head, and an answer that breaks off is asked for again.
    return response.headers.get('content-type')?.includes('json')
      ? new Response(await response.arrayBuffer(), response)
      : response;
  } catch (cause) {
    throw signal?.aborted ? signal.reason : late.signal.aborted ? late.signal.reason : cause;
  } finally {
    clearTimeout(timer);
  }
}
