// Runs under the strictest policy a page can have: one module with a nonce, which brings in the platform's own.
const { api = '', client = '' } = document.body.dataset;
const { init } = await import(`${api}/embed/v1.js`);

const outreach = init({
  baseUrl: api,
  prefix: 'northlight',
  appearance: { theme: 'auto' },
  fetchClientSecret: async () => {
    const response = await fetch(`/${client}/session`, { method: 'POST' });
    if (response.redirected || !response.ok) location.assign('/sign-in');
    return response.json();
  },
  // The elements say where they want to go; this portal has pages for it.
  onNavigate: (path) => {
    location.assign(`/${client}${path}`);
    return false;
  },
});
outreach.on('error', (failure) => failure && console.warn(failure.code, failure.requestId ?? ''));

// A campaign that was just saved for the first time gets its own address, so that reloading shows it again.
document.addEventListener('northlight-save-campaign', (event) => {
  if (location.pathname.endsWith('/campaigns/new'))
    history.replaceState(null, '', `/${client}/campaigns/${event.detail.id}`);
});

// On a phone the menu scrolls sideways; the page that is open should be in sight.
document.querySelector('nav [aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
