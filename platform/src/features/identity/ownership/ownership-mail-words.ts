import type { Language } from '@tabard/contract';

/** Who is told: the new owner, or the one before. */
export type Told = 'heir' | 'before';

type OwnershipMailWords = Readonly<
  Record<Told, { heading(place: string): string; text(other: string, place: string): string }>
> & { button: string; note: string };

/** What the mails say. */
export const ownershipMailWords: Readonly<Record<Language, OwnershipMailWords>> = {
  en: {
    heir: {
      heading: (place) => `You own ${place} now`,
      text: (other, place) =>
        `${other} handed ${place} over to you. You administer all of it from now on: people, settings and work.`,
    },
    before: {
      heading: (place) => `You handed ${place} over`,
      text: (other, place) => `${other} owns ${place} from now on. You can do there what your new role lets you.`,
    },
    button: 'See the members',
    note: 'If you did not expect this, tell your administrator at once and choose a new password.',
  },
  fr: {
    heir: {
      heading: (place) => `${place} est maintenant à vous`,
      text: (other, place) =>
        `${other} vous a transféré ${place}. Vous administrez désormais l’ensemble : personnes, réglages et travail.`,
    },
    before: {
      heading: (place) => `Vous avez transféré ${place}`,
      text: (other, place) =>
        `${other} est désormais propriétaire de ${place}. Vous pouvez y faire ce que permet votre nouveau rôle.`,
    },
    button: 'Voir les membres',
    note: 'Si vous ne vous y attendiez pas, prévenez tout de suite votre administrateur et choisissez un nouveau mot de passe.',
  },
  es: {
    heir: {
      heading: (place) => `${place} es suyo ahora`,
      text: (other, place) =>
        `${other} le ha traspasado ${place}. A partir de ahora lo administra todo: personas, ajustes y trabajo.`,
    },
    before: {
      heading: (place) => `Ha traspasado ${place}`,
      text: (other, place) =>
        `${other} es el propietario de ${place} a partir de ahora. Usted puede hacer allí lo que permite su nueva función.`,
    },
    button: 'Ver los miembros',
    note: 'Si no lo esperaba, avise enseguida a su administrador y elija una nueva contraseña.',
  },
  de: {
    heir: {
      heading: (place) => `${place} gehört jetzt Ihnen`,
      text: (other, place) =>
        `${other} hat Ihnen ${place} übergeben. Ab jetzt verwalten Sie alles dort: Personen, Einstellungen und Arbeit.`,
    },
    before: {
      heading: (place) => `Sie haben ${place} übergeben`,
      text: (other, place) => `${place} gehört ab jetzt ${other}. Sie können dort tun, was Ihre neue Rolle erlaubt.`,
    },
    button: 'Mitglieder ansehen',
    note: 'Wenn Sie das nicht erwartet haben, benachrichtigen Sie sofort Ihren Administrator und wählen Sie ein neues Passwort.',
  },
};
