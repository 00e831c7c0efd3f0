/** Un sigle suivi d'un nom : « CC du Val », « CA Étampois ». La majuscule compte : « ca de » dans une phrase n'en est pas un. */
const SIGLE =
  /(?:^|[\s(:|–—-])((?:[Cc][AaCcUu]|EPT|ept|SAN|EPCI)\s+(?:(?:d[eu]s?|l[ae]s?|D[EU]S?|L[AE]S?)\s|[dlDL]['’]|\p{Lu})[^|:;()]*)/u;
const EN_TOUTES_LETTRES =
  /(?:^|[\s(:|–—-])((?:communaut[eé]s? (?:d['’]\s?agglo|de communes|urbaine)|(?:euro)?m[eé]tropole (?:de|du|d['’]|des|aix|rouen|nice|europ|grand)|agglom[eé]ration (?:de|du|d['’])|[eé]tablissement public territorial)[^|:;()]*)/iu;
/** « Grand Poitiers », « Rennes Métropole » : des communes s'appellent ainsi ; dans un titre seulement, c'est un EPCI. */
const USUEL =
  /(?:^|[:|(–—-]\s*|\b(?:de|du)\s)(Grande?\s\p{Lu}[^|:;()]*|(?:\p{Lu}[\p{L}'’-]*\s(?:(?:d[eu]s?|et|en|sur|l[ae]s?)\s)?){0,3}\p{Lu}[\p{L}'’-]*\s(?:[Mm][ée]tropole|MÉTROPOLE|[Aa]gglom[ée]ration|[Aa]gglo|Communauté)(?![\p{L}'’]))/u;
const ETIQUETTE = /^\s*(?:epci|intercommunalit[eé]|interco|nom de l['’]epci)\s*:\s*(.+)$/iu;
const TROP_COURT = 5;

/** Nom d'intercommunalité que cite un texte autour du tableau (« EPCI : CA du Val », « CC des Trois Rivières », « Grand Poitiers ») ; `null` sinon. */
export function epciDe(texte: string): string | null {
  const etiquete = ETIQUETTE.exec(texte)?.[1]?.trim();
  if (etiquete) return /^(total|ensemble|tou[st])/i.test(etiquete) ? null : etiquete;
  return nomSur(texte) ?? abreger(USUEL.exec(texte)?.[1]);
}

/** Vrai si le texte nomme sans équivoque une intercommunalité, et non une commune. */
export function nommeUnEpci(texte: string): boolean {
  return ETIQUETTE.test(texte) || nomSur(texte) !== null;
}

function nomSur(texte: string): string | null {
  return abreger((SIGLE.exec(texte) ?? EN_TOUTES_LETTRES.exec(texte))?.[1]);
}

/** Là où une phrase reprend après le nom. */
const PHRASE =
  /\s(?:porte|pr[ée]voit|conclut?|comprend|compte|est|sont|a|ont|se|ne|n['’]|pour|dont|qui|que|avec|dans|par|selon|au titre|ainsi|relati\p{L}*|concern\p{L}*|sign\p{L}*)\s.*$/u;

/** Ce qui suit un tiret, une virgule, une année ou un verbe (« CC du Val porte… ») ne fait plus partie du nom. */
function abreger(nom: string | undefined): string | null {
  const coupe = nom?.split(/\s[–—-]\s|,|\s20\d\d/u)[0] ?? "";
  const abrege = coupe.replace(PHRASE, "").trim();
  return abrege.length >= TROP_COURT ? abrege : null;
}
