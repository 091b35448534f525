import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileTemplate } from './compile-template.ts';
import { liquidFor } from './liquid-engine.ts';
import { mergeFields } from './list-merge-fields.ts';
import { TemplateError } from './template-error.ts';

const fields = ['first_name', 'company', 'custom.city'];
const failure = (source: string, kind: 'subject' | 'text' | 'html' = 'text') => {
  try {
    compileTemplate(source, { kind, fields });
  } catch (error) {
    if (error instanceof TemplateError) return error;
    throw error;
  }
  throw new Error('the template was accepted');
};

describe('a template that can be saved', () => {
  test('merges values, custom values and fallbacks', () => {
    const source = 'Hi {{ first_name | default: "there" }} in {{ custom.city | upcase }}';
    const template = compileTemplate(source, { kind: 'text', fields });
    expect(template.render({ first_name: 'Ana', custom: { city: 'Bern' } })).toBe('Hi Ana in BERN');
    expect(template.render({})).toBe('Hi there in ');
    expect(template.fields).toEqual(['first_name', 'custom.city']);
  });

  test('escapes values in html and leaves them alone in text', () => {
    const values = { first_name: '<b onload="x">&\u0002' };
    const html = compileTemplate('<p>{{ first_name }}</p>', { kind: 'html', fields });
    expect(html.render(values)).toBe('<p>&lt;b onload=&#34;x&#34;&gt;&amp;</p>');
    expect(compileTemplate('{{ first_name }}', { kind: 'text', fields }).render(values)).toBe(values.first_name);
  });

  test('keeps a subject on one line whatever a value holds', () => {
    const subject = compileTemplate('Hi {{ first_name }}', { kind: 'subject', fields });
    expect(subject.render({ first_name: 'Eve\r\nBcc: all@example.com' })).toBe('Hi Eve Bcc: all@example.com');
  });

  test('reads own properties only', () => {
    const template = compileTemplate('[{{ first_name }}]', { kind: 'text', fields });
    expect(template.render(Object.create({ first_name: 'inherited' }))).toBe('[]');
    const known = ['constructor', '__proto__'];
    expect(compileTemplate('{{ constructor }}{{ __proto__ }}', { kind: 'text', fields: known }).render({})).toBe('');
  });

  test('knows conditions and loops', () => {
    const source = '{% if company == "Acme" %}A{% else %}B{% endif %}{% for i in (1..3) %}{{ i }}{% endfor %}';
    expect(compileTemplate(source, { kind: 'text', fields }).render({ company: 'Acme' })).toBe('A123');
  });
});

describe('filters that mean markup', () => {
  const note = 'Tom & <b>Jo</b>\nat "noon"';
  const shown = (filters: string, kind: 'html' | 'text' | 'subject', company: string = note) =>
    compileTemplate(`{{ company | ${filters} }}`, { kind, fields }).render({ company });

  test.each([
    ['newline_to_br', 'Tom &amp; &lt;b&gt;Jo&lt;/b&gt;<br>\nat &#34;noon&#34;', note],
    ['escape', 'Tom &amp; &lt;b&gt;Jo&lt;/b&gt;\nat &#34;noon&#34;', note],
    ['xml_escape | upcase', 'TOM &amp; &lt;B&gt;JO&lt;/B&gt;\nAT &#34;NOON&#34;', note.toUpperCase()],
    ['escape | newline_to_br | strip_newlines', 'Tom &amp; &lt;b&gt;Jo&lt;/b&gt;<br>at &#34;noon&#34;', note],
    ['strip_html', 'Tom &amp; Jo\nat &#34;noon&#34;', 'Tom & Jo\nat "noon"'],
  ])('%s shows no tags and escapes once, in html and in text', (filters, html, text) => {
    expect(shown(filters, 'html')).toBe(html);
    expect(shown(filters, 'text')).toBe(text);
  });

  test('what is escaped already is escaped once', () => {
    expect(shown('escape_once', 'html', 'a &amp; b & c')).toBe('a &amp; b &amp; c');
    expect(shown('escape_once', 'text', 'a &amp; b & c')).toBe('a & b & c');
    expect(shown('strip_html', 'html', 'a &amp; b<script>x()</script>')).toBe('a &amp; b');
    expect(shown('newline_to_br', 'subject', 'a\nb')).toBe('a b');
  });
});

describe('dates', () => {
  const shown = (value: string, timeZone?: string, format = '%Y-%m-%d %H:%M') =>
    compileTemplate(`{{ company | date: "${format}" }}`, { kind: 'text', fields, timeZone }).render({ company: value });

  test.each([
    ['2026-03-01', '2026-03-01 00:00'],
    ['2026-03-01 09:30', '2026-03-01 09:30'],
    ['March 1, 2026', '2026-03-01 00:00'],
    ['2026-03-01T02:30:00Z', '2026-02-28 21:30'],
    ['2026-07-01T02:30:00+00:00', '2026-06-30 22:30'],
    ['Sun, 01 Mar 2026 02:30:00 GMT', '2026-02-28 21:30'],
    ['1772332200', '2026-02-28 21:30'],
    ['next week', 'next week'],
  ])('%s is written in the zone given, and as it stands when it names none', (value, expected) => {
    expect(shown(value, 'America/New_York')).toBe(expected);
  });

  test('are in UTC without a zone', () => {
    expect(shown('2026-03-01T02:30:00+01:00')).toBe('2026-03-01 01:30');
    expect(shown('2026-03-01', 'Pacific/Auckland', '%d %b %Y')).toBe('01 Mar 2026');
  });
});

describe('what a template may cost is bounded before it is read', () => {
  test.each([
    ['one place too long', `{{ company${' or company'.repeat(12_000)} }}`, 'longer than 2000 characters'],
    ['too many places', '{{ company }} '.repeat(3_000), 'more than 500'],
    ['too many values in one place', `{{ company${' or company'.repeat(60)} }}`, 'more than 80'],
    ['blocks too deep', `${'{% if company %}'.repeat(60)}${'{% endif %}'.repeat(60)}`, 'more than 50 deep'],
    ['names in names', `{{ ${'company['.repeat(4_000)}`, ''],
    ['steps without end', '{% for i in (1..90) %}{% for j in (1..90) %}{{ company }}{% endfor %}{% endfor %}', 'loop'],
  ])('%s', (_, source, words) => {
    expect(failure(source)).toMatchObject({ message: expect.stringContaining(words) });
  });

  test('html too deep', () => {
    expect(failure('<div>'.repeat(60_000), 'html')).toMatchObject({ code: 'template.limit_exceeded', line: 1 });
    const sloppy = `<table>${'<tr><td>x<td>y'.repeat(500)}</table>${'<p>x'.repeat(500)}<ul>${'<li>x'.repeat(500)}</ul>`;
    expect(compileTemplate(sloppy, { kind: 'html', fields }).render({})).toBe(sloppy);
  });

  test('steps are counted alike on every machine', () => {
    const loop = (times: number) => `{% for i in (1..${times}) %}x{% endfor %}`;
    expect(compileTemplate(loop(900), { kind: 'text', fields }).render({})).toBe('x'.repeat(900));
    expect(failure(loop(1_100)).code).toBe('template.limit_exceeded');
  });
});

describe('a template that cannot be saved says why', () => {
  test('an unknown field is named, placed, and the likely one offered', () => {
    const error = failure('Hello\n{{ firstname }}');
    expect(error).toMatchObject({
      code: 'template.unknown_field',
      field: 'firstname',
      line: 2,
      suggestion: 'first_name',
    });
    expect(error.message).toContain('Did you mean "first_name"?');
    expect(failure('{{ custom.citi }}')).toMatchObject({ field: 'custom.citi', suggestion: 'custom.city' });
    expect(failure('{{ custom[first_name] }}').code).toBe('template.unknown_field');
    expect(failure('{% if budget > 3 %}x{% endif %}').field).toBe('budget');
  });

  test('an endless loop is refused', () => {
    const error = failure('{% for i in (1..100000000) %}x{% endfor %}');
    expect(error.code).toBe('template.limit_exceeded');
    expect(error.message).toContain('make its loop shorter');
  });

  test('a loop that only a lead makes endless is refused when it is rendered', () => {
    const source = '{% for i in (1..company) %}x{% endfor %}';
    const template = compileTemplate(source, { kind: 'text', fields });
    expect(template.render({ company: 3 })).toBe('xxx');
    expect(() => template.render({ company: 100_000_000 })).toThrow(TemplateError);
  });

  test.each(['include', 'render', 'layout', 'liquid', 'increment'])('the tag %s is refused', (tag) => {
    expect(failure(`{% ${tag} 'x' %}`)).toMatchObject({ code: 'template.tag_not_allowed', line: 1 });
  });

  test.each(['{{ first_name ', '{% if first_name %}', '{{ }}', '{{ first_name | raw }}', '{% foo %}'])(
    'broken syntax is placed: %s',
    (source) => expect(failure(source)).toMatchObject({ code: 'template.syntax', line: 1 }),
  );

  test('a mistyped filter is corrected', () => {
    expect(failure('{{ first_name | defualt: "x" }}').suggestion).toBe('default');
  });
});

const value = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('', '<&>"\'', 'straße', 'ǆ', '\r\n', '\u0002'),
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.constantFrom(null, undefined),
  fc.array(fc.string()),
  fc.date(),
);
const filter = fc.constantFrom(' | default: "x"', " | default: '<i>'", ' | upcase', ' | downcase', ' | capitalize');
const output = fc
  .tuple(fc.constantFrom('first_name', 'company', 'custom.city', 'custom["city"]'), fc.array(filter, { maxLength: 3 }))
  .map(([field, filters]) => `{{ ${field}${filters.join('')} }}`);
const literal = fc.string({ unit: 'grapheme' }).map((text) => text.replace(/[{}%]/g, ''));

test('the fast path writes exactly what Liquid writes', () => {
  const source = fc.array(fc.oneof(output, literal), { maxLength: 6 }).map((parts) => parts.join(''));
  const values = fc.record(
    { first_name: value, company: value, custom: fc.oneof(fc.record({ city: value }, { requiredKeys: [] }), value) },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(source, values, fc.constantFrom('text' as const, 'html' as const), (text, data, kind) => {
      const template = compileTemplate(text, { kind, fields });
      expect(template.pieces).toBeDefined();
      expect(template.render(data)).toBe(liquidFor(kind).parseAndRenderSync(text, data));
    }),
    { numRuns: 1000 },
  );
});

test('merge fields are listed with whether each has a fallback everywhere it is printed', () => {
  const source =
    '{{ first_name | default: "x" }} {{ company }} {% if custom.city %}{{ company | default: "y" }}{% endif %}';
  expect(mergeFields(source)).toEqual([
    { name: 'first_name', hasFallback: true },
    { name: 'company', hasFallback: false },
    { name: 'custom.city', hasFallback: true },
  ]);
});
