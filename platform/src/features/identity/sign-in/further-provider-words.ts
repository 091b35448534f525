import { endingsOf, type ProviderWords } from './provider-endings.ts';

/** What the pages say in further languages. */
export const furtherProviderWords: Readonly<Record<'es' | 'de', ProviderWords>> = {
  es: {
    continueWith: (name) => `Continuar con ${name}`,
    first: {
      text: 'Indique su correo electrónico para continuar.',
      button: 'Continuar',
      password: 'Entrar con una contraseña o una llave de acceso',
    },
    callback: { title: 'Iniciando sesión', text: 'Un momento, por favor.', button: 'Continuar' },
    other: 'No ha funcionado. Inténtelo de nuevo en un minuto.',
    back: 'Volver a iniciar sesión',
    confirm: {
      title: '¿Entrar con esta cuenta?',
      text: '',
      button: 'Sí, es mía',
      failures: { other: 'No ha funcionado. Inténtelo de nuevo en un minuto.' },
    },
    mailed: (name, email) => ({
      title: 'Mire su buzón',
      text: `Ya hay una cuenta con ${email}. Le hemos enviado un enlace: en cuanto lo use, ${name} le dará acceso.`,
    }),
    endings: endingsOf('Volver a iniciar sesión', {
      'auth.provider_unreachable': [
        'Sin respuesta',
        'El servicio con el que quería entrar no responde en este momento. Inténtelo de nuevo en un minuto o entre de otra manera.',
      ],
      'auth.provider_refused': [
        'No ha iniciado sesión',
        'No nos han dicho quién es usted, o no como es debido. Inténtelo de nuevo o entre de otra manera.',
      ],
      'identity_provider.address_refused': [
        'No ha iniciado sesión',
        'Este inicio de sesión no está configurado como es debido. Avise a su administrador o entre de otra manera.',
      ],
      'auth.provider_cancelled': ['No ha continuado', 'No dio su conformidad, así que nadie ha iniciado sesión.'],
      'auth.authorization_ended': [
        'Empiece de nuevo, por favor',
        'Ha tardado demasiado, ya se usó o empezó en otro navegador.',
      ],
      'user_identity.unknown': [
        'Nadie entra aquí con ella',
        'Esta cuenta no puede abrir nada aquí. Use otra, entre de otra manera o pregunte a quien le invitó.',
      ],
      'user_identity.unverified': [
        'Su dirección no está confirmada',
        'No nos han dicho que la dirección de esta cuenta sea suya, o no es de su empresa. Confírmela allí o entre de otra manera.',
      ],
      'user_identity.recycled': [
        'Otra cuenta tiene esta dirección',
        'Alguien entra aquí con otra cuenta de esta dirección. Si era usted, entre de otra manera y quítela en la página de su cuenta.',
      ],
      'user_identity.unconfirmed': [
        'Entre antes de otra manera',
        'Solo usted puede decir que esta cuenta es suya: entre de otra manera y añádala en la página de su cuenta.',
      ],
      'user_identity.taken': ['Esta cuenta ya se usa', 'Ya da acceso a alguien aquí. Use otra o quítela donde se usa.'],
      'user_identity.too_many': ['Tiene muchas cuentas', 'Entra con 20 cuentas. Quite una que ya no use.'],
      'workspace.not_found': ['No hay nada que abrir', 'Aquí no hay nada que pueda abrir. Pregunte a quien le invitó.'],
      'rate_limit.exceeded': ['Demasiados intentos', 'Espere unos minutos e inténtelo de nuevo.'],
      'auth.single_sign_on_required': [
        'Use el inicio de sesión de su empresa',
        'Su empresa tiene su propio inicio de sesión. Indique su dirección en la página de inicio de sesión y continúe desde allí.',
      ],
      other: ['No ha funcionado', 'No ha funcionado. Inténtelo de nuevo en un minuto.'],
    }),
  },
  de: {
    continueWith: (name) => `Weiter mit ${name}`,
    first: {
      text: 'Geben Sie Ihre E-Mail-Adresse an, um fortzufahren.',
      button: 'Weiter',
      password: 'Mit einem Passwort oder einem Passkey anmelden',
    },
    callback: { title: 'Sie werden angemeldet', text: 'Einen Moment, bitte.', button: 'Weiter' },
    other: 'Das hat gerade nicht funktioniert. Versuchen Sie es in einer Minute noch einmal.',
    back: 'Zurück zur Anmeldung',
    confirm: {
      title: 'Mit diesem Konto anmelden?',
      text: '',
      button: 'Ja, es ist meines',
      failures: { other: 'Das hat gerade nicht funktioniert. Versuchen Sie es in einer Minute noch einmal.' },
    },
    mailed: (name, email) => ({
      title: 'Sehen Sie in Ihr Postfach',
      text: `Mit ${email} gibt es hier schon ein Konto. Wir haben Ihnen einen Link geschickt: Sobald Sie ihn verwenden, meldet ${name} Sie an.`,
    }),
    endings: endingsOf('Zurück zur Anmeldung', {
      'auth.provider_unreachable': [
        'Keine Antwort',
        'Wo Sie sich anmelden wollten, antwortet gerade niemand. Versuchen Sie es in einer Minute noch einmal, oder melden Sie sich anders an.',
      ],
      'auth.provider_refused': [
        'Sie wurden nicht angemeldet',
        'Uns wurde nicht gesagt, wer Sie sind, oder nicht so, wie es sein soll. Versuchen Sie es noch einmal, oder melden Sie sich anders an.',
      ],
      'identity_provider.address_refused': [
        'Sie wurden nicht angemeldet',
        'Diese Anmeldung ist nicht so eingerichtet, wie sie sein soll. Sagen Sie es Ihrer Administration, oder melden Sie sich anders an.',
      ],
      'auth.provider_cancelled': [
        'Sie sind nicht fortgefahren',
        'Sie haben dort nicht zugestimmt, deshalb wurde niemand angemeldet.',
      ],
      'auth.authorization_ended': [
        'Bitte beginnen Sie noch einmal',
        'Das hat zu lange gedauert, wurde schon verwendet oder begann in einem anderen Browser.',
      ],
      'user_identity.unknown': [
        'Damit meldet sich hier niemand an',
        'Dieses Konto darf hier nichts öffnen. Verwenden Sie ein anderes, melden Sie sich anders an, oder fragen Sie die Person, die Sie eingeladen hat.',
      ],
      'user_identity.unverified': [
        'Ihre Adresse ist nicht bestätigt',
        'Uns wurde nicht gesagt, dass die Adresse dieses Kontos Ihre ist, oder sie gehört nicht zu Ihrem Unternehmen. Bestätigen Sie sie dort, oder melden Sie sich anders an.',
      ],
      'user_identity.recycled': [
        'Ein anderes Konto hat diese Adresse',
        'Jemand meldet sich hier mit einem anderen Konto dieser Adresse an. Wenn Sie das waren, melden Sie sich anders an, und entfernen Sie es auf der Seite Ihres Kontos.',
      ],
      'user_identity.unconfirmed': [
        'Melden Sie sich zuerst anders an',
        'Nur Sie können sagen, dass dieses Konto Ihres ist: Melden Sie sich anders an, und fügen Sie es auf der Seite Ihres Kontos hinzu.',
      ],
      'user_identity.taken': [
        'Dieses Konto wird schon verwendet',
        'Es meldet hier schon jemanden an. Verwenden Sie ein anderes, oder entfernen Sie es dort, wo es verwendet wird.',
      ],
      'user_identity.too_many': [
        'Sie haben viele Konten',
        'Sie melden sich mit 20 Konten an. Entfernen Sie eines, das Sie nicht mehr verwenden.',
      ],
      'workspace.not_found': [
        'Es gibt nichts zu öffnen',
        'Hier gibt es nichts, was Sie öffnen dürfen. Fragen Sie die Person, die Sie eingeladen hat.',
      ],
      'rate_limit.exceeded': ['Zu viele Versuche', 'Warten Sie einige Minuten und versuchen Sie es dann erneut.'],
      'auth.single_sign_on_required': [
        'Verwenden Sie die Anmeldung Ihres Unternehmens',
        'Ihr Unternehmen hat eine eigene Anmeldung. Geben Sie auf der Anmeldeseite Ihre Adresse an, und fahren Sie dort fort.',
      ],
      other: [
        'Das hat nicht funktioniert',
        'Das hat gerade nicht funktioniert. Versuchen Sie es in einer Minute noch einmal.',
      ],
    }),
  },
};
