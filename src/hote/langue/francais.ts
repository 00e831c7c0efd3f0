import { ERREURS, NOMS_FRANCAIS, NOMS_INTERNATIONAUX } from "./noms-francais";

/**
 * Formules entre l'écriture internationale, celle que l'on stocke (« =SUM(A1,1.5) »), et la saisie
 * française (« =SOMME(A1;1,5) »). Les textes, noms de feuilles et références structurées ne bougent pas.
 */

interface Langue {
  argument: string;
  decimale: string;
  colonneDeMatrice: string;
  noms: ReadonlyMap<string, string>;
  erreurs: ReadonlyMap<string, string>;
}

const VERS_LE_FRANCAIS: Langue = {
  argument: ";",
  decimale: ",",
  colonneDeMatrice: ".",
  noms: NOMS_FRANCAIS,
  erreurs: ERREURS,
};

const VERS_L_INTERNATIONAL: Langue = {
  argument: ",",
  decimale: ".",
  colonneDeMatrice: ",",
  noms: NOMS_INTERNATIONAUX,
  erreurs: new Map([...ERREURS].map(([international, francais]) => [francais, international])),
};

/** « =SOMME(A1;1,5) » → « =SUM(A1,1.5) ». Un texte qui n'est pas une formule est rendu tel quel. */
export function enInternational(formule: string): string {
  return formule.startsWith("=") ? traduire(formule, FRANCAIS, VERS_L_INTERNATIONAL) : formule;
}

/** « =SUM(A1,1.5) » → « =SOMME(A1;1,5) ». */
export function enFrancais(formule: string): string {
  return formule.startsWith("=") ? traduire(formule, INTERNATIONAL, VERS_LE_FRANCAIS) : formule;
}

const COMMUNS = [
  `(?<protege>"(?:[^"]|"")*"|'(?:[^']|'')*'|\\[(?:[^\\[\\]]|\\[[^\\]]*\\])*\\])`,
  `(?<erreur>#[A-Z_]+(?:/[A0]!?|[!?])?)`,
  `(?<nom>[A-Za-z_\\u00c0-\\u024f][\\w.\\u00c0-\\u024f]*)(?=\\s*\\()`,
  `(?<mot>[A-Za-z_\\u00c0-\\u024f$][\\w.$\\u00c0-\\u024f]*)`,
  `(?<accolade>[{}])`,
];
const FRANCAIS = morceaux(`(?<nombre>\\d*,\\d+|\\d+,?)(?<exposant>[eE][-+]?\\d+)?`, ";", "[.\\\\]");
const INTERNATIONAL = morceaux(
  `(?<nombre>\\d*\\.\\d+|\\d+\\.?)(?<exposant>[eE][-+]?\\d+)?`,
  ",",
  ","
);

function morceaux(nombre: string, argument: string, colonne: string): RegExp {
  const separateurs = [`(?<argument>${argument})`, `(?<colonne>${colonne})`];
  return new RegExp([...COMMUNS, nombre, ...separateurs].join("|"), "g");
}

function traduire(formule: string, morceau: RegExp, vers: Langue): string {
  let matrices = 0;
  return formule.replace(morceau, (tout: string, ...reste: unknown[]) => {
    const groupes = reste.at(-1) as Record<string, string | undefined>;
    if (groupes.accolade) matrices += tout === "{" ? 1 : -1;
    if (groupes.nom) return vers.noms.get(tout.toUpperCase()) ?? tout;
    if (groupes.mot) return traduireLeMot(tout, vers);
    if (groupes.erreur) return vers.erreurs.get(tout.toUpperCase()) ?? tout;
    if (groupes.nombre) return tout.replace(/[.,]/, vers.decimale);
    if (matrices > 0) return dansUneMatrice(groupes, tout, vers);
    return groupes.argument ? vers.argument : tout;
  });
}

/** Hors parenthèses, seules les constantes logiques se traduisent. */
function traduireLeMot(mot: string, { noms }: Langue): string {
  return /^(VRAI|FAUX|TRUE|FALSE)$/i.test(mot) ? (noms.get(mot.toUpperCase()) ?? mot) : mot;
}

/** Entre accolades, « ; » sépare les lignes dans les deux langues ; « . » ou « \\ » les colonnes en français. */
function dansUneMatrice(
  groupes: Record<string, string | undefined>,
  tout: string,
  vers: Langue
): string {
  if (tout === ";") return ";";
  return groupes.argument || groupes.colonne ? vers.colonneDeMatrice : tout;
}
