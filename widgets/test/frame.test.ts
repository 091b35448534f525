import { expect } from '@open-wc/testing';
import { defineElement } from '../src/base/define-element.ts';
import type { Failure } from '../src/base/failure.ts';
import { Frame } from '../src/core/frame.ts';
import type { ToHost, ToPage } from '../src/core/frame-wire.ts';
import { until } from './until.ts';

defineElement('acme', Frame);
const page = (how = ''): string => `${location.origin}/widgets/test/framed-page.html?how=${how}#code`;
type Inner = Window & { heard: (string | ToPage)[]; port?: MessagePort };

function mount(fetchLink: Frame['fetchLink'], attributes: Record<string, string> = {}): Frame {
  const frame = document.createElement('acme-frame') as Frame; // Defined just above.
  for (const [name, value] of Object.entries({ widget: 'inbox', ...attributes })) frame.setAttribute(name, value);
  frame.fetchLink = fetchLink;
  document.body.append(frame);
  return frame;
}
const iframeOf = (frame: Frame): HTMLIFrameElement | null => frame.shadowRoot?.querySelector('iframe') ?? null;
/** The page inside; the test's own page, so that it may look. */
const innerOf = (frame: Frame): Inner | undefined => iframeOf(frame)?.contentWindow as Inner | undefined;
const say = (frame: Frame, message: ToHost): void => innerOf(frame)?.port?.postMessage(message);
async function open(attributes: Record<string, string> = {}): Promise<Frame> {
  const frame = mount(async () => ({ url: page() }), attributes);
  await until(() => innerOf(frame)?.port !== undefined);
  return frame;
}

describe('a frame', () => {
  it('is sandboxed, named, and kept from telling where it stands', async () => {
    const frame = await open({ label: 'Inbox' });
    const iframe = iframeOf(frame);
    expect(iframe?.title).to.equal('Inbox');
    expect(iframe?.referrerPolicy).to.equal('no-referrer');
    expect(iframe?.sandbox.contains('allow-top-navigation')).to.equal(false);
    expect(iframe?.sandbox.contains('allow-scripts')).to.equal(true);
    frame.remove();
  });

  it('hands over looks at once and whenever they change, through its own port', async () => {
    const frame = await open({ theme: 'dark' });
    const looks = (): unknown[] =>
      (innerOf(frame)?.heard ?? []).flatMap((said) =>
        typeof said === 'object' && said.kind === 'look' ? [said.changes] : [],
      );
    await until(() => looks().length > 0);
    expect(looks()[0]).to.deep.include({ appearance: { theme: 'dark', brandColor: undefined } });
    frame.setAttribute('locale', 'fr');
    await until(() => looks().some((changes) => (changes as { locale?: string }).locale === 'fr'));
    frame.remove();
  });

  it('is as high as its content, within reason', async () => {
    const frame = await open();
    say(frame, { kind: 'height', px: 777 });
    await until(() => iframeOf(frame)?.offsetHeight === 777);
    say(frame, { kind: 'height', px: 1e9 });
    say(frame, { kind: 'height', px: 778 });
    await until(() => iframeOf(frame)?.offsetHeight === 778);
    frame.remove();
  });

  it('tells the events of the element, and no others', async () => {
    const frame = await open();
    const heard: string[] = [];
    for (const name of ['acme-navigate', 'acme-click', 'click'])
      frame.addEventListener(name, (event) => {
        heard.push(name);
        event.preventDefault();
      });
    say(frame, { kind: 'event', id: 1, name: 'click', detail: null });
    say(frame, { kind: 'event', id: 2, name: 'navigate', detail: { path: '/campaigns/cmp_1' } });
    await until(
      () => innerOf(frame)?.heard.some((said) => typeof said === 'object' && said.kind === 'answer') ?? false,
    );
    expect(innerOf(frame)?.heard).to.deep.include({ kind: 'answer', id: 2, taken: true });
    expect(heard).to.deep.equal(['acme-navigate']);
    frame.remove();
  });

  it('listens to nobody but the page in it', async () => {
    const frame = mount(async () => ({ url: page('silent') }));
    await until(() => innerOf(frame)?.heard !== undefined);
    postMessage('hosted-page-ready', location.origin);
    const other = document.createElement('iframe');
    other.src = page();
    document.body.append(other);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(innerOf(frame)?.heard).to.deep.equal([]);
    expect((other.contentWindow as Inner).heard).to.deep.equal([]);
    other.remove();
    frame.remove();
  });

  it('asks for a new link when its page has ended, and gives up when pages end as they open', async () => {
    let asked = 0;
    const failures: Failure[] = [];
    const frame = mount(async () => {
      asked++;
      return { url: page() };
    });
    frame.addEventListener('acme-load-error', (event) => failures.push((event as CustomEvent<Failure>).detail));
    for (let turn = 1; turn <= 4; turn++) {
      await until(() => asked === turn && innerOf(frame)?.port !== undefined);
      say(frame, { kind: 'ended' });
      await until(() => iframeOf(frame) === null || asked > turn);
    }
    await until(() => failures.length === 1);
    expect(asked).to.equal(4);
    expect(frame.shadowRoot?.querySelector('[role=alert]')).not.to.equal(null);
    frame.shadowRoot?.querySelector('acme-button')?.dispatchEvent(new MouseEvent('click'));
    await until(() => asked === 5);
    frame.remove();
  });

  it('opens nothing but pages of the web, and says so', async () => {
    for (const url of ['javascript:alert(1)', 'data:text/html,x', 'nonsense', '']) {
      const failures: Failure[] = [];
      const frame = mount(null);
      frame.addEventListener('acme-load-error', (event) => failures.push((event as CustomEvent<Failure>).detail));
      frame.fetchLink = async () => ({ url });
      await until(() => failures.length === 1);
      expect(iframeOf(frame), url).to.equal(null);
      frame.remove();
    }
  });

  it('asks anew when it is moved, and nothing when it is gone', async () => {
    let asked = 0;
    const frame = mount(async () => {
      asked++;
      return { url: page() };
    });
    await until(() => innerOf(frame)?.port !== undefined);
    const place = document.createElement('section');
    document.body.append(place);
    place.append(frame);
    await until(() => asked === 2 && innerOf(frame)?.port !== undefined);
    place.remove();
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(asked).to.equal(2);
  });
});
