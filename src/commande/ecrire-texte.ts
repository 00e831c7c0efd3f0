import { ecrireArticle, ecrireCompte, ecrireNombre, typographier } from "../redaction";
import type { Gravite } from "../controle";
import type { Encre } from "./encre";
import type { ConstatDit, RapportDeFichier, RapportDeTableau, VerdictDit } from "./rapport";

/** Où le texte s'écrit : sa largeur en caractères, et ses couleurs. */
export interface Page {
  largeur: number;
  encre: Encre;
}

const GRAVITES = [
  { gravite: "erreur", singulier: "erreur", titre: "Erreurs" },
  { gravite: "avertissement", singulier: "avertissement", titre: "Avertissements" },
  { gravite: "information", singulier: "information", titre: "Informations" },
] as const satisfies readonly { gravite: Gravite; singulier: string; titre: string }[];

const COULEUR_DU_VERDICT: Readonly<Record<VerdictDit, keyof Encre>> = {
  conforme: "vert",
  "à confirmer": "bleu",
  "avertissements seulement": "jaune",
  "non conforme": "rouge",
  illisible: "rouge",
};

const COULEUR_DE_LA_GRAVITE: Readonly<Record<Gravite, keyof Encre>> = {
  erreur: "rouge",
  avertissement: "jaune",
  information: "bleu",
};

/** Le rapport d'un fichier : le verdict d'abord, puis chaque tableau et ses constats par gravité. */
export function ecrireRapport(rapport: RapportDeFichier, page: Page): string {
  const { fichier, verdict, constats, tableaux } = rapport;
  const { encre } = page;
  return [
    `${encre.gras(neutre(fichier))}${typographier(" : ")}${peindre(verdict, page)}`,
    ...ecrireConstats(constats, page),
    ...tableaux.flatMap((tableau) => ["", ...ecrireTableau(tableau, page)]),
  ].join("\n");
}

function ecrireTableau(tableau: RapportDeTableau, page: Page): string[] {
  const { feuille, plage, epci, periode, type, verdict, totaux, constats } = tableau;
  const ou = typographier(`Feuille « ${neutre(feuille)} », ${plage} :`);
  const quoi = [
    neutre(epci ?? "EPCI non trouvé"),
    periode ?? "période non trouvée",
    type ?? "type inconnu",
  ];
  const nombres = [
    ["manquants", totaux.deficit],
    ["avant, lu", totaux.avantLu],
    ["avant, légal", totaux.avantLegal],
    ["après", totaux.apres],
  ] as const;
  const totalise = nombres
    .map(([nom, nombre]) => `${nom} : ${nombre === null ? "non conclu" : ecrireNombre(nombre)}`)
    .join(" ; ");
  return [
    ...enLignes(`${ou} ${peindre(verdict, page)}`, page, 2),
    ...enLignes(quoi.join(" · "), page, 2),
    ...enLignes(typographier(totalise), page, 2),
    ...ecrireConstats(constats, page),
  ];
}

function ecrireConstats(constats: readonly ConstatDit[], page: Page): string[] {
  const large = Math.max(0, ...constats.map(({ cellule }) => cellule?.length ?? 0));
  return GRAVITES.flatMap(({ gravite, titre }) => {
    const retenus = constats.filter((constat) => constat.gravite === gravite);
    if (retenus.length === 0) return [];
    const couleur = page.encre[COULEUR_DE_LA_GRAVITE[gravite]];
    return [
      `    ${couleur(`${titre} (${retenus.length})`)}`,
      ...retenus.flatMap((constat) => ecrireConstat(constat, large, page)),
    ];
  });
}

function ecrireConstat(
  { cellule, message, article }: ConstatDit,
  large: number,
  page: Page
): string[] {
  const source = article === null ? "" : ` (${insecable(ecrireArticle(article))})`;
  const marge = large === 0 ? "- " : `${(cellule ?? "–").padEnd(large)}  `;
  const [premiere = "", ...suite] = enLignes(`${neutre(message)}${source}`, page, 6 + marge.length);
  return [`      ${marge}${premiere.trimStart()}`, ...suite];
}

/** Une ligne par fichier, puis le compte des verdicts. */
export function ecrireResume(rapports: readonly RapportDeFichier[], page: Page): string {
  const large = Math.max(...rapports.map(({ verdict }) => verdict.length));
  const comptes = new Map<VerdictDit, number>();
  for (const { verdict } of rapports) comptes.set(verdict, (comptes.get(verdict) ?? 0) + 1);
  const bilan = [...comptes].map(([verdict, nombre]) => `${nombre} ${verdict}`).join(", ");
  return [
    page.encre.gras("Résumé"),
    ...rapports.map((rapport) => {
      const { verdict } = rapport;
      const blancs = " ".repeat(large - verdict.length);
      return `  ${peindre(verdict, page)}${blancs}  ${neutre(rapport.fichier)}${compter(rapport)}`;
    }),
    ...enLignes(typographier(`${ecrireCompte(rapports.length, "fichier")} : ${bilan}.`), page, 2),
  ].join("\n");
}

/** « , 2 erreurs, 1 avertissement » ; les informations ne comptent pas. */
function compter({ constats, tableaux }: RapportDeFichier): string {
  const tous = [...constats, ...tableaux.flatMap((tableau) => tableau.constats)];
  return GRAVITES.slice(0, 2)
    .map(({ gravite, singulier }) => ({
      singulier,
      nombre: tous.filter((constat) => constat.gravite === gravite).length,
    }))
    .filter(({ nombre }) => nombre > 0)
    .map(({ singulier, nombre }) => `, ${ecrireCompte(nombre, singulier)}`)
    .join("");
}

function peindre(verdict: VerdictDit, { encre }: Page): string {
  return encre[COULEUR_DU_VERDICT[verdict]](verdict);
}

/** Coupe un texte aux espaces ordinaires, en lignes décalées de `retrait` ; un mot trop long reste entier. */
export function enLignes(texte: string, { largeur }: Page, retrait: number): string[] {
  const lignes: string[] = [];
  let ligne = "";
  for (const mot of texte.split(" ")) {
    const longue = `${ligne} ${mot}`;
    if (ligne !== "" && retrait + sansCouleur(longue).length > largeur) {
      lignes.push(ligne);
      ligne = mot;
    } else ligne = ligne === "" ? mot : longue;
  }
  return [...lignes, ligne].map((faite) => `${" ".repeat(retrait)}${faite}`);
}

function sansCouleur(texte: string): string {
  return texte.replaceAll(/\p{Cc}\[\d+m/gu, "");
}

/** « art. L. 302-8 » et « al. 3 » ne se coupent pas en fin de ligne. */
function insecable(article: string): string {
  return article.replaceAll(/\b(art|[LD]|al)\. /g, "$1.\u00A0");
}

/** Un texte venu d'un classeur ne change ni de ligne, ni l'aspect du terminal. */
export function neutre(texte: string): string {
  return texte.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, " ");
}
