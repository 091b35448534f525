import { anyOf } from './any-of.ts';

/** The recipient has no room left. */
export const FULL = anyOf(
  '(mail ?box|inbox|account|mail ?dir|mail ?folder|user)( .{0,40})? (is |was |are )?full|full mail ?box|mailbox(_| )?full|over.?(the |his |her |its |their |disk )?(quota|storage)|quota.{0,20}(exceed|full|reached|exhaust)',
  'exceed(s|ed|ing)?.{0,40}(quota|storage|mailbox|allocation|allowed size|disk space)|insufficient (system |disk )?(storage|space)|out of (storage|space)|not enough (storage|space|disk|room)|too many (messages|mails).{0,20}(mailbox|on the server|in (the )?inbox)|(reached|over) (the |its |their )?(disk |mailbox |storage )?(quota|limit of space)|no space left|mailbox.{0,20} (too large|would exceed)',
  '(mailbox|inbox) (size|storage|space).{0,20}(limit|exceed)|quotaexceeded|(disk|storage) (quota|space).{0,20}(exceed|exhaust)|mail(box)? quota|above quota|(mail ?box|messages?)( [^.;]{0,50})? exceed(s|ed)? (the |its )?(\\w+ )?(limit|maximum)|quota violation|reached (the |its |their |his )?(disk |mail )?quota|quota (is )?over\\b|dd .{0,30}over quota',
  'postfach.{0,20}voll|zu ?viele mails auf dem server|speicherplatz.{0,30}(erschöpft|überschritten)|boîte.{0,30}pleine|buzón.{0,20}lleno|casella.{0,20}piena|caixa.{0,30}cheia|postvak.{0,15}vol|skrzynka.{0,20}(pełna|przepełniona)|ящик.{0,30}переполнен|brevlådan.{0,15}full|容量.{0,10}(超|満|不足)|邮箱.{0,10}(已满|空间)|수신함.{0,10}(초과|가득)',
);
/** The mail is larger than somebody takes. */
export const TOO_BIG =
  /(message|mail|e-?mail|attachment)( \w+){0,4} (too (large|big|long)|exceeds?.{0,30}(size|limit|maximum))|(size|length) (limit )?exceed|exceed(s|ed)? ((the|its|our) )?(maximum|max|fixed|administrative|incoming|message|size)( \w+){0,3} (size|limit)|(max|maximum) (message|mail) size|size.{0,10}limit|sendsizelimit|recipsizelimit|too large for (this|the)/i;
export const GREYLISTED =
  /gr[ea]y.?list|(deferred|delayed).{0,30}(new|unknown|first).{0,10}sender|try again later.{0,40}first|first (time|attempt).{0,40}(retry|again|later)|post.?gr[ea]y|milter-gr/i;
export const LATER =
  /try (it )?(again|later)|come back|re-?try|again later|in \d+ ?(s|m|h)|later|temporar(y|ily) (rejected|unavailable)/i;
/** The recipient takes no more mails for now. */
export const TOO_FAST =
  /receiving (e?mail )?(at a rate|too)|too many (messages|mails|connections|concurrent|recipients)|rate.?limit(ed)? (for|by) (the )?recipient|(user|mailbox|account|recipient).{0,30}(is )?(too busy|overload|locked|being (moved|accessed))/i;
/** The account or server we send through will carry no more, or not in this name. */
export const SENDER_LIMIT = anyOf(
  '(daily|hourly|weekly|monthly|per.?(hour|day|minute)) .{0,40}(limit|quota|allowance|threshold)|(sending|send|outgoing|outbound|submission|relay|smtp) (message |mail |e-?mail |rate )?(limit|quota)|(limit|quota) (for|of|on) (sending|outgoing|outbound)|recipient (rate )?limit (exceeded|reached)|message rate (limit )?exceeded for (your|this|sender)',
  '(you|user|sender|account|domain)( \\S+){0,3} (has |have |had )?(reached|exceeded|hit)( \\S+){0,4} (limit|quota|max|threshold)( \\S+){0,4} (messages?|mails?|e-?mails?|recipients?|hour|day|sending)|max (defers|emails|messages) (and failures )?per|exceeded .{0,20}(messages|e?-?mails|recipients) (per|allowed)',
  'send.?as.?denied|not allowed to send as|send.?as (permission|right)|(account|user|mailbox|tenant|sender)( \\S+){0,4} (blocked|suspended|disabled|restricted|not allowed|not permitted|prohibited|unable) (from|to|for) send|bad outbound sender|outbound spam|(account|domain|service) .{0,20}(suspended|disabled).{0,20}(billing|payment|unpaid)|(sending|(outgoing|outbound) (e-?mails?|mails?|messages?)( \\S+){0,3}) (has been |have been |is |are )?(suspended|disabled|paused|restricted)|you( have|.ve)? sent too many|too many (messages|mails|e-?mails) sent|tenant .{0,30}(exceeded|threshold|restricted)|email address is not verified|maximum sending rate|too many (messages|mails|e-?mails|recipients)( \\S+){0,3} (from|by) (this|your)',
);
// Words between a noun and what is said of it, never past the end of the sentence.
const GAP = String.raw`( [^.;]{0,60})?`;
const WHO =
  '(user|recipient|mail ?box|(e-?mail )?address|account|alias|addressee|person|local.?part|customer|destination|screen ?name|rcpt|userid|subscriber|member)';
/** Nobody has this address. */
export const NOT_THERE = anyOf(
  `${WHO}(\\(s\\)|s)?${GAP} (is |are |was )?(unknown|not found|not known|non.?existent|inexistent|invalid|not valid|illegal|not recogni[sz]ed|not listed|not exist)\\b`,
  `\\b(unknown|no such|invalid|non.?existent|bad|not a (valid|known)|no valid|illegal|unrecogni[sz]ed|unresolvable|wrong|undeliverable)( \\(or \\w+\\))?( or \\w+)? (\\w+ ){0,2}(user|recipient|mail ?box|address|account|person|addressee|local.?part|alias|destination|userid|subscriber)s?\\b`,
  '(user|recip(ient)?|mailbox|rcpt|addr(ess)?)[-_.]?(unknown|not[-_]?found|invalid|does[-_]?not[-_]?exist)|(unknown|bad|invalid|no[-_]?such)[-_](user|recipient|mailbox|rcpt|address)|bad ?rcpt ?to',
  `${WHO}?${GAP}\\b(do(es)? ?(n.?t|not)|did not|didn.t) (exist|have an? (.{0,30} )?(account|mailbox))|is not (a |an )?(\\w+ )?(valid|known|listed|recogni[sz]ed|registered|user|mailbox|recipient|member|subscriber)\\b|not (listed|found) in|(couldn.?t|can(not|'t)|could not) (be )?(found|find (the |this |any )?(user|recipient|mailbox|address|account))|not our customer|unable to find (the )?(user|recipient|mailbox|account)`,
  'no (mail ?box|account|user|recipient|one|person|body|addressee)( \\w+)? (here )?(by|with|of|at|for) (that|this) (name|address|user)|no mail ?box (here|found|exists)|nobody (here|by)|\\bno (user|mailbox|account|recipient|address)\\b[^.]{0,30}(here|found|exists?|such)|unrout(e)?able|user ?unknown|not at this (site|address|domain)|(you|we|i) (have )?(no|don.t have an?) (mailbox|account) (here|with|by|for)|there is no (one|user|mailbox|account)',
  '(empf.nger|adressat|benutzer|konto|postfach|adresse).{0,40}(unbekannt|nicht gefunden|existiert nicht|nicht vorhanden|ungültig)|utilisateur inconnu|(destinataire|adresse|compte|utilisateur|boîte).{0,40}(inconnue?|introuvable|inexistante?|n.existe pas)|usuario.{0,20}(desconocido|inexistente|no existe)|(buzón|dirección|cuenta|destinatario).{0,40}(no existe|inexistente|desconocid)|utente.{0,15}(sconosciuto|inesistente)|(casella|indirizzo|destinatario).{0,40}(inesistente|non esiste|sconosciut)|n.est pas r.pertori|gebruiker onbekend|bestaat niet|(usuário|endereço|conta|caixa).{0,40}(desconhecid|não existe|inexistente)',
  '(użytkownik|adres|konto|skrzynka|odbiorca).{0,40}(nieznan|nie istnieje|nie znalezion)|neexistuj|(felhasználó|címzett|postafiók).{0,30}(nem létezik|ismeretlen)|finns inte|(findes|finnes|eksisterer) ikke|ei ole olemassa|tuntematon|bulunamad|(пользовател|адрес|ящик|получател|аккаунт).{0,40}(не существует|не найден|неизвест|не зарегистрирован)|(收件人|用户|邮箱|帐号|账号|帳號|使用者).{0,20}(不存在|未找到|不正确|不正確|错误|無效|无效)|(宛先|ユーザー?|メールアドレス|アドレス|受信者).{0,30}(不明|見つかりません|存在しません|ありません|間違)|(사용자|계정|주소|수신자|메일함).{0,20}(없|존재하지|찾을 수|잘못)',
);
/** Who cannot find somebody now may find them tomorrow. */
export const CANNOT_LOOK =
  /temporar(y|ily) (\S+ ){0,2}(failure|error|problem|unavailable)|(directory|ldap|database|lookup|verification|callout) (\S+ ){0,2}(failure|failed|error|down|unavailable|in progress|timed)/i;
/** The domain takes no mail and never will. */
export const NO_DOMAIN = anyOf(
  '(host|domain)( name)?( or domain( name)?)?( (?!said)\\S+){0,4} (not (be )?found|not known|unknown|does(n.t| not) exist|non.?existent)|(host|domain) (unknown|not found)|(unknown|no such|nonexistent|invalid) (mail )?(host|domain)|(no|without|has no|null) (valid )?mx\\b|no mx (record|host|found)|mx record.{0,10}not found|nxdomain|null ?mx|no mail (hosts|exchangers?)|all relevant mx records|no smtp service|(domain|host|site|system) .{0,20}(does not|doesn.t|never) accepts? (e?-?mail|any)(?! (from|with))|couldn.t find any host|name or service not known|does not accept mail(?! (from|with))',
);
/** The account was there and was ended. */
export const GONE = anyOf(
  '(mail ?box|account|recipient|user|address|id)( [^.;]{0,40})? (has been |have been |is |was )?(currently )?(disabled|inactive|closed|discontinued|deactivated|deleted|terminated|cancell?ed|removed|abolished|expired|retired|no longer|not active|not an active \\w+)\\b',
  'no longer (valid|in use|active|available|exists?|works?|on (this |the )?server|with|here|accepted|has an account)|(disabled|inactive|deactivated|expired|deleted|closed|terminated) (user|mail ?box|account|recipient|address)|(user|recipient|address|person|mailbox) (has )?moved\\b|has left (the|our)|(konto|postfach).{0,30}(gesperrt|deaktiviert|gelöscht)',
);
/** The account is there and closed for now. */
export const SUSPENDED =
  /suspend|temporar(y|ily) (disabled|inactive|blocked|closed|unavailable)|(account|mailbox|user|recipient)( [^.;]{0,30})? (is |has been )?(currently |temporarily )?(locked|frozen|on hold|blocked)/i;
/** RFC 5321's own words for 550; servers give them at RCPT for an unknown recipient. */
export const UNAVAILABLE =
  /(mail ?box|user|recipient|account)( is)? (unavailable|not available)|not accepting (messages|mails?|e-?mails?)(?! (from|with|larger))/i;
/** Hosts, names and routes that fail now and may work tomorrow. */
export const PASSING = anyOf(
  'verification in progress|time[d -]{0,2}out|loop(s|ed|ing)?\\b|too many (hops|received)|hop ?count|hops exceeded|connection (was )?(refused|reset|lost|closed|failed|dropped|died|timed)|(lost|no|unable to establish an? (smtp )?|could(n.t| not)|can(not|.t)) connect(ion)?\\b|no route to|network is unreachable|host.{0,20}(unreachable|is down|not respond)|servfail|server failure|malformed name server|(dns|name ?server|mx)( \\w+)? (error|lookup|failure|problem|query|fail(ed|s)?|timed|soft)|(domain|host)( name)? lookup (failed|failure)|try again|temporar(y|ily)|resources? (temporarily|unavail|exceed)|(queue|delivery) (time|expired)|expired|too long|retry time|not respond|unreachable|out of memory|(local|internal|server|configuration|system) (error|problem|failure)|i\\/o error|tls|starttls',
);
/** The host or domain that sends is on somebody's list. */
export const BLOCKED = anyOf(
  '(black|block|deny|ban|reject) ?list|dnsbl|\\brbl\\b|\\b(dul|sbl|xbl|pbl|zen)\\b|reputation|spamhaus|spamcop|sorbs|barracudacentral|senderbase|senderscore|blocked (using|by|for abuse)|(client|host|ip|server|network|connection|sender|domain|from)( \\S+){0,4} (is |was |has been |are )?(blocked|banned|(?<!not )listed|denylisted|blocklisted)|(?<!not )listed (in|at|on|by)|(open|third.?party) relay|dynamic (ip|address)|dial.?up',
);
/** What the mail says or looks like is not trusted. */
export const DISTRUST = anyOf(
  BLOCKED.source,
  'spam|\\bube\\b|uribl|surbl|blocked|dmarc|\\bspf\\b|sender policy framework|\\bdkim\\b|unsolicited|bulk (e-?)?mail|junk|complaint|abus(e|ive)|advertis',
  'virus|malware|phish|malicious|suspicious|banned|rejected (for|due to|because of)? ?(content|security)|content (rejected|filter|was|reject)|(contains?|due to) .{0,30}(illegal|forbidden|prohibited|attachment|content)|(attachment|file).{0,20}(not allowed|blocked|forbidden)|potential(ly)? (security|harmful)|message (content )?(was )?rejected|header (content|based)|scor(e|ing)',
);
export const POLICY = anyOf(
  DISTRUST.source,
  'polic(y|ies)|unauthenticated|not (authenticated|authori[sz]ed|permitted|allowed|accepted)|unauthori[sz]ed|access denied|prohibit|restricted|(doesn.?t|not|no|required?) (have )?permission|will not accept|relay(ing)? (access |not )?(denied|not|permitted|allowed|prohibited)|unable to relay|rcpthosts|reverse (dns|hostname)|\\bptr\\b|sender (address )?(is |was )?(rejected|denied|blocked|refused|verify)|authentication (required|failed|check)|approved sender|pre-?approved|moderat|members? only|only (accepts?|allow)|whitelist|allow ?list',
  'not accepting (mail|messages) (from|with)|deferred due to|rate.?limit|unusual rate|throttl|messages? (was |has been )?(refused|not allowed|rejected|denied)|administrative(ly)? prohib|rejected by (the )?(recipient|user|filter|rule)|refused by|sender verif|verify sender|(bad|invalid|forged) (helo|ehlo|sender)|helo',
);
/** Words about who sent it, up to the end of the sentence: what they say is not said of the recipient. */
export const ABOUT_SENDER =
  /\b((envelope[- ]?)?sender('s)?|from|return(ing)?|reply-to|originator('s)?|your)( \S+)? (e-?mail )?(address|domain|user|mailbox|account|verif\w*)[^.;]{0,200}|sender verif\w*[^.;]{0,200}|verification failed for[^]{0,300}sender verify|\b(invalid|bad|illegal|missing|malformed)\b[^.;]{0,60}\bheaders?\b[^.;]{0,200}|(in|of) (the )?["'<]?(from|sender|to|reply-to)["'>]? (header|field|line)[^.;]{0,100}|too many (invalid|unknown|bad|non-existent) \w+|\bsender (is |was )?(unknown|invalid|not (found|known|valid))/gi;
