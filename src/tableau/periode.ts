import { normaliserTitre } from "./textes";

/** La 9e période triennale est 2026-2028 : tranches de trois ans comptées du 1er janvier 2002 (L. 302-8, I). */
const PREMIERE_ANNEE = 2002;
const DUREE = 3;

const ANNEES =
  /(?<![\d/.,]|\d-)(20)?(\d\d)\s?(?:[-/_,]\s?(?:20)?\d\d\s?)?(?:-|\/|_|a|au|et)\s?(20)?(\d\d)(?![\d/]|[.,-]\d|\s?%)/g;
const RANG = /\b(\d{1,2})\s?(?:e|eme|ieme)\s(?:periode|triennal)/;
const INVENTAIRE =
  /\b(?:1 ?er|1|01)[ ./-]{0,3}(?:janv(?:ier)?\.?|0?1)[ ./-]{1,3}(20\d\d|\d\d)(?!\d)|\binventaire (?:sru )?(?:de |du )?(20\d\d)\b/;

/** La période triennale qu'un texte cite (« 2026-28 », « 26/28 », « 9e période »), écrite « 2026-2028 » ; la plus récente s'il y en a plusieurs. */
export function periodeDe(texte: string): string | null {
  const normalise = normaliserTitre(texte);
  let derniere = 0;
  for (const [, , debut = "", , fin = ""] of normalise.matchAll(ANNEES)) {
    const annee = 2000 + Number(debut);
    const triennale = (annee - PREMIERE_ANNEE) % DUREE === 0 && Number(fin) - Number(debut) === 2;
    if (triennale && annee >= PREMIERE_ANNEE) derniere = Math.max(derniere, annee);
  }
  const rang = Number(RANG.exec(normalise)?.[1] ?? 0);
  if (derniere === 0 && rang > 0 && rang < 30) derniere = PREMIERE_ANNEE + (rang - 1) * DUREE;
  return derniere === 0 ? null : `${derniere}-${derniere + DUREE - 1}`;
}

/** La période qu'un texte cite, ou à défaut trois années qui n'en font pas une (« 2025-2027 ») : elles se refusent, et ne se taisent pas. */
export function periodeOuTroisAnnees(texte: string): string | null {
  const ecrite = periodeDe(texte);
  if (ecrite !== null) return ecrite;
  for (const [, siecle, debut = "", , fin = ""] of normaliserTitre(texte).matchAll(ANNEES))
    if (siecle && Number(fin) - Number(debut) === 2) return `20${debut}-20${fin}`;
  return null;
}

/** L'année d'inventaire qu'un texte cite (« au 01/01/2025 », « inventaire 2025 »). */
export function inventaireDe(texte: string): number | null {
  const [, date, annee] = INVENTAIRE.exec(normaliserTitre(texte)) ?? [];
  const lue = Number(date ?? annee ?? 0);
  if (lue === 0) return null;
  return lue < 100 ? 2000 + lue : lue;
}
