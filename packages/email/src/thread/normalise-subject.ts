// Answer and forward marks of mail programs, with their counters (`Re[2]:`) and full-width colons.
const MARK =
  /^\s*(re|fwd?|aw|wg|antw|sv|vs|vb|rv|res|enc|tr|rép|rif|ri|i|odp|pd|回复|答复|转发|回覆|轉寄)\s*(\[\d{1,3}\]|\(\d{1,3}\))?\s*[:：]\s*/iu;
const LIST_TAG = /^\s*\[(external|ext|extern|externe|externo|esterno)\]\s*/i;

/** A subject without the marks of answering and forwarding, its spaces single: equal for the mails of one thread. */
export function normaliseSubject(subject: string): string {
  let rest = subject.normalize('NFC').slice(0, 1000);
  for (;;) {
    const shorter = rest.replace(MARK, '').replace(LIST_TAG, '');
    if (shorter === rest) return rest.replace(/\s+/g, ' ').trim();
    rest = shorter;
  }
}
