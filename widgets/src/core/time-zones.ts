import type { Option } from '../kit/select.ts';

/** The time zones of the world by continent, each with what it is ahead of or behind UTC now. */
export function timeZones(chosen: string, locale: string): Option[] {
  return [...new Set([chosen, 'UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone.includes('/'))])].map(
    (value) => {
      const [area = '', ...place] = value.replaceAll('_', ' ').split('/');
      const offset = new Intl.DateTimeFormat(locale, { timeZone: value, timeZoneName: 'shortOffset' })
        .formatToParts()
        .find(({ type }) => type === 'timeZoneName');
      return {
        value,
        label: value.replaceAll('_', ' '),
        group: place.length > 0 ? area : '',
        hint: offset?.value ?? '',
      };
    },
  );
}
