import { html as litHtml, type TemplateResult } from 'lit';

/** The tag prefix when the host names none. */
export const DEFAULT_PREFIX = 'outreach';

let current: string | null = null;
const rewritten = new WeakMap<TemplateStringsArray, Map<string, TemplateStringsArray>>();

/** Runs a render with the prefix of the element that renders. Rendering is synchronous, so one variable is enough. */
export function withPrefix<T>(prefix: string, render: () => T): T {
  const before = current;
  current = prefix;
  try {
    return render();
  } finally {
    current = before;
  }
}

/** The prefix of the element that is rendering at this moment; null between renders. */
export const renderingPrefix = (): string | null => current;

function forPrefix(strings: TemplateStringsArray, prefix: string): TemplateStringsArray {
  let byPrefix = rewritten.get(strings);
  if (!byPrefix) rewritten.set(strings, (byPrefix = new Map()));
  let result = byPrefix.get(prefix);
  if (!result) {
    const parts = strings.map((part) => part.replace(/(<\/?)x-/g, `$1${prefix}-`));
    // Lit accepts only arrays that look like a template's own strings; these are made from nothing but literals.
    result = Object.assign(parts, { raw: strings.raw });
    byPrefix.set(prefix, result);
  }
  return result;
}

/**
 * Lit's `html` in which `<x-button>` means the button under the prefix of the rendering element.
 * Each literal is rewritten once per prefix and then costs one map look-up.
 */
export function html(strings: TemplateStringsArray, ...values: unknown[]): TemplateResult<1> {
  return litHtml(forPrefix(strings, current ?? DEFAULT_PREFIX), ...values);
}
