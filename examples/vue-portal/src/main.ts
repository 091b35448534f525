import { createOutreach } from '@tabard/widgets/vue';
import { createSSRApp } from 'vue';
import portal from './portal.vue';
import './portal.css';

const known = ['/mailboxes', '/templates'];
const path = known.includes(location.pathname) ? location.pathname : '/';
createSSRApp(portal, { path })
  .use(
    createOutreach({
      baseUrl: document.body.dataset['api'] ?? '',
      prefix: 'ember',
      appearance: { theme: 'auto', brandColor: '#c2410c', radius: 10 },
      fetchClientSecret: async () => (await fetch('/session', { method: 'POST' })).json(),
    }),
  )
  .mount('#root');
