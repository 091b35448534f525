/** What a stage is for: deals in it are being worked on, won, or lost. Free of zod, so browsers may import it. */
export const stageKinds = ['open', 'won', 'lost'] as const;
export type StageKind = (typeof stageKinds)[number];

/** Where a deal stands; follows from the kind of its stage. */
export type DealStatus = StageKind;

/** How sure an owner is that a deal closes by its date. */
export const forecastCategories = ['pipeline', 'best_case', 'commit', 'omitted'] as const;
export type ForecastCategory = (typeof forecastCategories)[number];

/** What a stage can ask to be filled before a deal enters it. */
export const requirableFields = ['value', 'expectedCloseOn', 'ownerId', 'companyId', 'leadIds', 'source'] as const;
export type RequirableField = (typeof requirableFields)[number];

/** By what wins and losses are divided. */
export const outcomeDivisions = ['reason', 'owner', 'source', 'pipeline'] as const;
export type OutcomeDivision = (typeof outcomeDivisions)[number];

/** The most stages of a pipeline, lines of a deal, and leads of a deal. */
export const stagesLimit = 30;
export const linesLimit = 100;
export const dealLeadsLimit = 50;

/** The largest amount, in the smallest unit of its currency. */
export const amountLimit = 1_000_000_000_000_000;

const codes = [
  'AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY',
  'COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR',
  'ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK',
  'MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF',
  'SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU',
  'UZS VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWG',
].join(' ');
/** The currencies in use, by ISO 4217. */
export const currencies = codes.split(' ') as [string, ...string[]]; // there are some
