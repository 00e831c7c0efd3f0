import {
  RUBRIQUES,
  lettresDeColonne,
  type ColonneLue,
  type Conversion,
  type LigneDeCommune,
  type Moyen,
  type Rubrique,
} from "../tableau";
import type { Constat } from "./constat";
import type { Cadre } from "./donnees";

const NECESSAIRES: readonly Rubrique[] = ["deficit", "objectifApres"];

/** Ce que la lecture a supposé, converti ou calculé, pour que rien ne soit lu sans être dit. */
export function signalerLecture(lignes: readonly LigneDeCommune[], cadre: Cadre): void {
  controlerCorrespondance(cadre);
  signalerMasquees(lignes, cadre);
  signalerConversions(cadre);
}

/** Deux colonnes peuvent porter la même rubrique : à désigner. Si le bilan en dépend, il n'est pas concluant. */
function controlerCorrespondance({ tableau, constats }: Cadre): void {
  for (const rubrique of Object.keys(RUBRIQUES) as Rubrique[]) {
    const colonne = tableau.colonnes[rubrique];
    if (!colonne || colonne.confiance !== "a confirmer") continue;
    constats.push({
      gravite: estIncertaine(rubrique, colonne) ? "erreur" : "information",
      code: "correspondance-incertaine",
      adresse: colonne.adresse,
      article: "guide, annexe 3",
      valeurs: {
        rubrique,
        titre: colonne.titre,
        rivales: colonne.rivales.map(({ titre }) => titre),
      },
    });
  }
}

/** Une colonne dont le bilan dépend, et qu'une autre égale. */
export function estIncertaine(rubrique: Rubrique, colonne: ColonneLue | undefined): boolean {
  return (
    colonne?.confiance === "a confirmer" &&
    colonne.rivales.length > 0 &&
    NECESSAIRES.includes(rubrique)
  );
}

function signalerMasquees(lignes: readonly LigneDeCommune[], { tableau, constats }: Cadre): void {
  const masquees = lignes.filter(({ masquee }) => masquee).map(({ ligne }) => ligne + 1);
  const colonnes = Object.values(tableau.colonnes)
    .filter(({ masquee }) => masquee)
    .map(({ colonne }) => colonne);
  if (masquees.length + colonnes.length === 0) return;
  constats.push({
    gravite: "information",
    code: "lignes-masquees",
    article: "guide, annexe 3",
    valeurs: {
      lignes: masquees,
      colonnes: [...new Set(colonnes)].sort((a, b) => a - b).map(lettresDeColonne),
    },
  });
}

const CODES = {
  "nombre-en-texte": "nombre-en-texte",
  "pourcent-en-fraction": "unite-convertie",
  "fraction-en-points": "unite-convertie",
  "signe-inverse": "unite-convertie",
  "deficit-calcule": "donnee-calculee",
  "cible-du-texte": "donnee-calculee",
} as const satisfies Partial<Record<Moyen, Constat["code"]>>;

/** Une information par colonne et par façon de convertir, avec le compte et la première cellule. */
function signalerConversions({ conversions, constats }: Cadre): void {
  const groupes = new Map<string, Conversion[]>();
  for (const conversion of conversions) {
    const cle = `${conversion.moyen}/${conversion.rubrique}`;
    const groupe = groupes.get(cle);
    if (groupe) groupe.push(conversion);
    else groupes.set(cle, [conversion]);
  }
  for (const groupe of groupes.values()) {
    const [premiere] = groupe;
    if (premiere) constats.push(...signaler(premiere, groupe.length));
  }
}

function signaler({ moyen, rubrique, adresse, ecrit, lu }: Conversion, nombre: number): Constat[] {
  if (!estSignale(moyen)) return [];
  const commun = { gravite: "information", adresse, article: "guide, annexe 3" } as const;
  const code = CODES[moyen];
  if (code === "donnee-calculee")
    return [{ ...commun, code, valeurs: { rubrique, moyen, nombre } }];
  return [{ ...commun, code, valeurs: { rubrique, moyen, nombre, ecrit, lu } }];
}

/** Un écart calculé, un « OK » lu « oui » ou un code complété ne changent rien à ce que le tableau dit. */
function estSignale(moyen: Moyen): moyen is keyof typeof CODES {
  return Object.hasOwn(CODES, moyen);
}
