import { useOutreach } from '@tabard/widgets/react';
import { useEffect, useState, type MouseEvent, type ReactNode } from 'react';
import { AnalyticsOverview, CampaignEditor, CampaignList, Inbox, LeadTable } from './outreach.ts';

const pages = [
  ['/', 'Results'],
  ['/campaigns', 'Campaigns'],
  ['/inbox', 'Inbox'],
  ['/leads', 'Leads'],
] as const;
const languages = [
  ['en', 'English'],
  ['fr', 'Français'],
  ['es', 'Español'],
  ['de', 'Deutsch'],
] as const;

/** The whole portal at a path. It decides about addresses, language and light; the elements follow. */
export function Portal({ path: first, apiUrl }: { path: string; apiUrl: string }): ReactNode {
  const [path, setPath] = useState(first);
  const [locale, setLocale] = useState('en');
  const [theme, setTheme] = useState<'light' | 'dark'>('light');
  const go = (to: string): void => {
    history.pushState(null, '', to);
    setPath(to);
  };
  useEffect(() => {
    const follow = (): void => setPath(location.pathname);
    addEventListener('popstate', follow);
    return () => removeEventListener('popstate', follow);
  }, []);
  useEffect(() => {
    document.documentElement.dataset['theme'] = theme;
  }, [theme]);
  useOutreach({
    baseUrl: apiUrl,
    prefix: 'marlow',
    locale,
    appearance: { theme, brandColor: '#1f5c4d', radius: 4 },
    fetchClientSecret: async () => (await fetch('/session', { method: 'POST' })).json(),
    onNavigate: (to) => {
      go(to);
      return false;
    },
  });
  return (
    <>
      <Bar path={path} go={go}>
        <label className="language">
          <span>Language</span>
          <select value={locale} onChange={(event) => setLocale(event.target.value)}>
            {languages.map(([tag, name]) => (
              <option key={tag} value={tag}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <button
          type="button"
          aria-pressed={theme === 'dark'}
          onClick={() => setTheme(theme === 'dark' ? 'light' : 'dark')}
        >
          Dark
        </button>
      </Bar>
      <main className={isAt(path, '/inbox') ? 'wide' : ''}>
        <Page path={path} go={go} />
      </main>
    </>
  );
}

function Bar({ path, go, children }: { path: string; go: (to: string) => void; children: ReactNode }): ReactNode {
  return (
    <header className="bar">
      <a className="name" href="/" onClick={(event) => follow(event, go)}>
        Marlow <i>&amp;</i> Finch
      </a>
      <nav aria-label="Portal">
        {pages.map(([to, label]) => (
          <a
            key={to}
            href={to}
            aria-current={isAt(path, to) ? 'page' : undefined}
            onClick={(event) => follow(event, go)}
          >
            {label}
          </a>
        ))}
      </nav>
      {children}
    </header>
  );
}

function Page({ path, go }: { path: string; go: (to: string) => void }): ReactNode {
  const [, section = '', id = ''] = path.split('/');
  if (section === 'campaigns' && id) {
    return (
      <>
        <a className="back" href="/campaigns" onClick={(event) => follow(event, go)}>
          All campaigns
        </a>
        <CampaignEditor
          campaignId={id === 'new' ? '' : id}
          onSaveCampaign={({ detail }) => history.replaceState(null, '', `/campaigns/${detail.id}`)}
        />
      </>
    );
  }
  if (section === 'campaigns') return <CampaignList />;
  if (section === 'inbox') {
    return (
      <Inbox
        conversationId={id}
        onSelectConversation={({ detail }) => history.replaceState(null, '', `/inbox/${detail.id}`)}
      />
    );
  }
  if (section === 'leads') return <LeadTable />;
  return (
    <AnalyticsOverview>
      <div slot="header" className="greeting">
        <p className="date">Your search, this month</p>
        <h1>Good people are rarely looking. We write to them anyway.</h1>
      </div>
    </AnalyticsOverview>
  );
}

const isAt = (path: string, page: string): boolean => (page === '/' ? path === '/' : path.startsWith(page));

/** A link inside the portal, unless it should open elsewhere. */
function follow(event: MouseEvent<HTMLAnchorElement>, go: (to: string) => void): void {
  if (event.metaKey || event.ctrlKey || event.shiftKey) return;
  event.preventDefault();
  go(event.currentTarget.pathname);
}
