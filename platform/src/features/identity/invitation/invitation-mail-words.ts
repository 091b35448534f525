import type { Language, Role } from '@tabard/contract';

interface InvitationMailWords {
  subject(place: string): string;
  heading(place: string): string;
  who(inviter: string, place: string): string;
  role(role: string): string;
  button: string;
  note: string;
  roles: Readonly<Record<Role, string>>;
}

/** What the mail of an invitation says. */
export const invitationMailWords: Readonly<Record<Language, InvitationMailWords>> = {
  en: {
    subject: (place) => `You are invited to ${place}`,
    heading: (place) => `Join ${place}`,
    who: (inviter, place) =>
      inviter
        ? `${inviter} invites you to work together in ${place}.`
        : `You are invited to work together in ${place}.`,
    role: (role) => `Your role will be: ${role}.`,
    button: 'Accept the invitation',
    note: 'The link is good for 7 days, and for you alone. If you did not expect this mail, you can ignore it.',
    roles: {
      super_admin: 'operator',
      org_admin: 'organization admin',
      workspace_admin: 'workspace admin',
      campaign_manager: 'campaign manager',
      outreach_specialist: 'outreach specialist',
      viewer: 'viewer',
      client: 'client',
    },
  },
  fr: {
    subject: (place) => `Invitation à rejoindre ${place}`,
    heading: (place) => `Rejoignez ${place}`,
    who: (inviter, place) =>
      inviter
        ? `${inviter} vous invite à travailler ensemble dans ${place}.`
        : `Vous êtes invité à travailler avec nous dans ${place}.`,
    role: (role) => `Votre rôle : ${role}.`,
    button: 'Accepter l’invitation',
    note: 'Ce lien est valable 7 jours, et pour vous seul. Si vous n’attendiez pas ce message, vous pouvez l’ignorer.',
    roles: {
      super_admin: 'opérateur',
      org_admin: 'administrateur de l’organisation',
      workspace_admin: 'administrateur de l’espace',
      campaign_manager: 'responsable de campagnes',
      outreach_specialist: 'chargé de prospection',
      viewer: 'lecteur',
      client: 'client',
    },
  },
  es: {
    subject: (place) => `Invitación a ${place}`,
    heading: (place) => `Únase a ${place}`,
    who: (inviter, place) =>
      inviter ? `${inviter} le invita a trabajar en ${place}.` : `Le invitamos a trabajar en ${place}.`,
    role: (role) => `Su función será: ${role}.`,
    button: 'Aceptar la invitación',
    note: 'El enlace es válido durante 7 días y solo para usted. Si no esperaba este mensaje, puede ignorarlo.',
    roles: {
      super_admin: 'operador',
      org_admin: 'administrador de la organización',
      workspace_admin: 'administrador del espacio',
      campaign_manager: 'responsable de campañas',
      outreach_specialist: 'especialista en prospección',
      viewer: 'lector',
      client: 'cliente',
    },
  },
  de: {
    subject: (place) => `Einladung zu ${place}`,
    heading: (place) => `Willkommen bei ${place}`,
    who: (inviter, place) =>
      inviter
        ? `${inviter} lädt Sie ein, gemeinsam in ${place} zu arbeiten.`
        : `Sie sind eingeladen, gemeinsam in ${place} zu arbeiten.`,
    role: (role) => `Ihre Rolle: ${role}.`,
    button: 'Einladung annehmen',
    note: 'Der Link ist 7 Tage gültig, und nur für Sie. Wenn Sie diese E-Mail nicht erwartet haben, können Sie sie ignorieren.',
    roles: {
      super_admin: 'Betreiber',
      org_admin: 'Organisationsadministrator',
      workspace_admin: 'Arbeitsbereichsadministrator',
      campaign_manager: 'Kampagnenmanager',
      outreach_specialist: 'Outreach-Spezialist',
      viewer: 'Betrachter',
      client: 'Kunde',
    },
  },
};

/** What the built-in roles are called, in every language. */
export const builtInNames = (): string[] =>
  Object.values(invitationMailWords).flatMap(({ roles }) => Object.values(roles));
