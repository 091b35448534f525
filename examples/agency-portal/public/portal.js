// Runs under the strictest policy a page can have: one module with a nonce, which brings in the platform's own.
const { api = '', client = '' } = document.body.dataset;
const { followAddress, init } = await import(`${api}/embed/v1.js`);
const app = document.querySelector('northlight-app');

const outreach = init({
  baseUrl: api,
  prefix: 'northlight',
  // The portal's own pages follow the device; in the app people may choose, and this browser remembers it.
  appearance: { theme: (app && localStorage.getItem('theme')) || 'auto' },
  fetchClientSecret: async () => {
    const response = await fetch(`/${client}/session`, { method: 'POST' });
    if (response.redirected || !response.ok) location.assign('/sign-in');
    return response.json();
  },
  // What has a page here is a link in the elements; the app knows its own addresses.
  links: app
    ? {}
    : Object.fromEntries(
        ['campaigns', 'inbox', 'leads', 'mailboxes', 'templates'].map((name) => [
          `/${name}/{id}`,
          `/${client}/${name}/{id}`,
        ]),
      ),
  // The elements say where they want to go; this portal has pages for it. The app has pages of its own.
  onNavigate: (path) => {
    if (app) return true;
    location.assign(`/${client}${path}`);
    return false;
  },
});
outreach.on('error', (failure) => failure && console.warn(failure.code, failure.requestId ?? ''));

if (app) {
  // Reloading, going back and sharing a link work inside the app too.
  await followAddress(app, { by: 'history', base: `/${client}/app` });
  app.addEventListener('northlight-change-theme', (event) => localStorage.setItem('theme', event.detail.theme));
  app.addEventListener('northlight-sign-out', () => {
    void fetch('/sign-out', { method: 'POST' }).then(({ ok }) => ok && location.replace('/sign-in'));
  });
  const title = document.title;
  app.addEventListener('northlight-change-route', (event) => {
    document.title = `${event.detail.title} · ${title}`;
  });
}

// A campaign that was just saved for the first time gets its own address, so that reloading shows it again.
document.addEventListener('northlight-save-campaign', (event) => {
  if (location.pathname.endsWith('/campaigns/new'))
    history.replaceState(null, '', `/${client}/campaigns/${event.detail.id}`);
});

// On a phone the menu scrolls sideways; the page that is open should be in sight.
document.querySelector('nav [aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
