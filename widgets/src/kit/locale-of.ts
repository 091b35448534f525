/** The language an element stands in: the nearest `lang`, through shadow roots, as `:lang()` would find it. */
export function localeOf(element: Element): string {
  for (let at: Node | null = element; at; at = at instanceof ShadowRoot ? at.host : at.parentNode) {
    const lang = at instanceof Element ? at.getAttribute('lang') : null;
    if (lang) return lang;
  }
  return navigator.language;
}
