import { adresseDe } from "./adresse";
import type { ValeurDeCellule } from "./cellule";
import { estErreur } from "./cellule";
import type { Conversion, DonneeLue, DonneesLues, EtatDeDonnee, Moyen } from "./donnees";
import type { Grille } from "./grille";
import { nomDe } from "./observer-ligne";
import { periodeDe } from "./periode";
import { RUBRIQUES, type Rubrique } from "./rubriques";
import { normaliserTitre } from "./textes";
import { typeDeLaCellule } from "./type-de-contrat";
import { convertirEcarts, convertirTaux, type Converti } from "./unites";
import { ditVide } from "./nombre-ecrit";
import { lireNombreDe, lireReponse, type Lue } from "./valeurs";

interface Lecture {
  valeur: ValeurDeCellule;
  etat: EtatDeDonnee;
  moyen: Moyen | null;
}

const VIDE: Lecture = { valeur: null, etat: "vide", moyen: null };

/** Lit, colonne par colonne, les données des lignes `lignes` (rangs de la grille), dans les unités des règles. Les `communes` premières en décident. */
export function lireDonnees(
  grille: Grille,
  rangs: ReadonlyMap<Rubrique, number>,
  lignes: readonly number[],
  communes: number,
  conversions: Conversion[]
): DonneesLues[] {
  const { ligne, colonne } = grille.feuille;
  const donnees = lignes.map((): DonneesLues => ({}));
  const deficits = lireColonne(
    grille,
    "deficit",
    rangs.get("deficit") ?? -1,
    lignes,
    communes,
    []
  ).map(({ valeur }) => (typeof valeur === "number" ? valeur : null));
  for (const [rubrique, j] of rangs) {
    lireColonne(grille, rubrique, j, lignes, communes, deficits).forEach(
      ({ valeur, etat, moyen }, rang) => {
        const i = lignes[rang] ?? 0;
        const cellule = grille.cellule(i, j);
        const adresse = adresseDe(ligne + i, colonne + j);
        const donnee: DonneeLue = {
          valeur,
          etat,
          stockee: cellule?.valeur ?? null,
          texte: cellule?.texte ?? "",
          format: cellule?.format ?? "General",
          adresse,
        };
        if (cellule?.formule !== undefined) donnee.formule = cellule.formule;
        const place = donnees[rang];
        if (place) place[rubrique] = donnee;
        if (moyen && (valeur === null || typeof valeur === "number" || typeof valeur === "string"))
          conversions.push({ adresse, rubrique, ecrit: donnee.texte, lu: valeur, moyen });
      }
    );
  }
  return donnees;
}

function lireColonne(
  grille: Grille,
  rubrique: Rubrique,
  j: number,
  lignes: readonly number[],
  communes: number,
  deficits: readonly (number | null)[]
): Lecture[] {
  const nature = RUBRIQUES[rubrique];
  if (nature === "texte" || nature === "reponse") {
    return lignes.map((i) => lireTexte(grille, rubrique, i, j));
  }
  const lues = lignes.map((i) => lireNombreDe(grille.cellule(i, j), nature));
  const convertis = convertir(rubrique, lues, communes, deficits);
  return lues.map((lue, rang) => {
    const brute = grille.cellule(lignes[rang] ?? 0, j);
    if (lue.etat === "vide") return lue.tiret ? { ...VIDE, moyen: "tiret-lu-vide" } : VIDE;
    const converti = convertis[rang];
    if (!converti || converti.valeur === null) {
      // Une date est stockée comme un nombre : seul son texte dit qu'elle n'en est pas un.
      const valeur = typeof brute?.valeur === "number" ? brute.texte : (brute?.valeur ?? null);
      return { valeur, etat: "illisible", moyen: null };
    }
    return {
      valeur: converti.valeur,
      etat: converti.moyen ? "convertie" : "lue",
      moyen: converti.moyen,
    };
  });
}

/** Rang par rang ; `undefined` si la cellule n'est pas un nombre. */
function convertir(
  rubrique: Rubrique,
  lues: readonly Lue[],
  communes: number,
  deficits: readonly (number | null)[]
): (Converti | undefined)[] {
  const places = lues.flatMap((lue, rang) => (lue.etat === "nombre" ? [{ lue, rang }] : []));
  const nombres = places.map(({ lue }) => lue);
  const temoins = places
    .filter(({ rang }) => rang < communes)
    .map(({ lue, rang }) => ({ lue, deficit: deficits[rang] ?? null }));
  const convertis =
    RUBRIQUES[rubrique] === "taux"
      ? convertirTaux(
          rubrique,
          nombres,
          temoins.map(({ lue }) => lue)
        )
      : RUBRIQUES[rubrique] === "points"
        ? convertirEcarts(nombres, temoins)
        : nombres.map(({ nombre, ecrit }): Converti => ({
            valeur: nombre,
            moyen: ecrit ? "nombre-en-texte" : null,
          }));
  const parRang: (Converti | undefined)[] = lues.map(() => undefined);
  places.forEach(({ rang }, k) => (parRang[rang] = convertis[k]));
  return parRang;
}

function lireTexte(grille: Grille, rubrique: Rubrique, i: number, j: number): Lecture {
  const cellule = grille.cellule(i, j);
  const valeur = cellule?.valeur ?? null;
  if (valeur === null || (typeof valeur === "string" && ditVide(valeur))) return VIDE;
  if (estErreur(valeur)) return { valeur, etat: "illisible", moyen: null };
  const texte = nomDe(cellule);
  if (RUBRIQUES[rubrique] === "reponse") return lireOuiNon(rubrique, valeur, texte);
  if (rubrique === "insee" && /^\d{4,5}$/.test(String(valeur))) {
    const code = String(valeur).padStart(5, "0");
    const moyen = code === String(valeur) ? null : "code-complete";
    return { valeur: code, etat: moyen ? "convertie" : "lue", moyen };
  }
  const reconnu =
    rubrique === "typeDeContrat"
      ? typeDeLaCellule(texte)
      : rubrique === "periode"
        ? periodeDe(texte)
        : null;
  return { valeur: reconnu ?? texte, etat: "lue", moyen: null };
}

function lireOuiNon(rubrique: Rubrique, valeur: ValeurDeCellule, texte: string): Lecture {
  const mot = typeof valeur === "boolean" ? (valeur ? "oui" : "non") : normaliserTitre(texte);
  if (rubrique === "avisCnsru" && /^(avis )?(de)?favorable\b/.test(mot)) {
    return {
      valeur: /^(avis )?de/.test(mot) ? "défavorable" : "favorable",
      etat: "lue",
      moyen: null,
    };
  }
  const reponse = lireReponse(mot === "1" ? "oui" : mot === "0" ? "non" : mot);
  if (!reponse) return { valeur: texte, etat: "illisible", moyen: null };
  const moyen = mot === reponse ? null : "reponse";
  return { valeur: reponse, etat: moyen ? "convertie" : "lue", moyen };
}
