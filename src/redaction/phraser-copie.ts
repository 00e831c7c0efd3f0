import type { Message } from "./message";
import { ecrireNombre, typographier } from "./typographie";

/** Pourquoi une formule n'est pas devenue une formule ordinaire : ce que disent `natif` et `fichier`. */
export type RaisonDeCopie =
  | { code: "valeurs-seulement"; motif: "phrase" | "tableau" | "controle" }
  | { code: "nombre-d-arguments"; recus: number; minimum: number; maximum: number }
  | { code: "argument-aleatoire" | "erreurs-distinguees"; fonction: string }
  | { code: "valeur-morte"; erreur: string }
  | {
      code:
        | "fonction-inconnue"
        | "plages-inegales"
        | "trop-longue"
        | "illisible"
        | "sans-parentheses"
        | "forme-matricielle"
        | "trop-imbriquee"
        | "trop-lourde"
        | "sans-valeur"
        | "matrice-interdite";
    };

/** Où est une formule, dans un classeur. */
export type LieuDeFormule =
  | { genre: "cellule"; feuille: string; adresse: string }
  | { genre: "nom"; nom: string; feuille: string | null }
  | { genre: "mise-en-forme" | "validation"; feuille: string; plage: string }
  | { genre: "colonne"; tableau: string; colonne: string };

/** « « Feuil1 »!C5 », « nom « Objectif » », « validation de « Feuil1 »!B2:B9 ». */
export function nommerLieu(lieu: LieuDeFormule): string {
  return typographier(nommer(lieu));
}

function nommer(lieu: LieuDeFormule): string {
  switch (lieu.genre) {
    case "cellule":
      return `« ${lieu.feuille} »!${lieu.adresse}`;
    case "nom": {
      const feuille = lieu.feuille === null ? "" : ` de la feuille « ${lieu.feuille} »`;
      return `nom « ${lieu.nom} »${feuille}`;
    }
    case "mise-en-forme":
      return `mise en forme conditionnelle de « ${lieu.feuille} »!${lieu.plage}`;
    case "validation":
      return `validation de « ${lieu.feuille} »!${lieu.plage}`;
    case "colonne":
      return `colonne « ${lieu.colonne} » du tableau « ${lieu.tableau} »`;
  }
}

/** Une formule dont la copie ne garde que la valeur. */
export function phraserFigee(raisons: readonly RaisonDeCopie[]): Message {
  return {
    quoi: "La formule est remplacée par sa valeur.",
    pourquoi: pourquoiDe(raisons),
    queFaire: "Si les données changent, refaites la copie.",
  };
}

/**
 * Une formule que la copie laisse telle quelle.
 * @param fonctions Les fonctions du complément qu'elle appelle.
 */
export function phraserReste(
  raisons: readonly RaisonDeCopie[],
  fonctions: readonly string[]
): Message {
  const conseils = raisons.map((raison) => expliquer(raison)[1]);
  // Une formule fausse le reste, même enregistrée par Excel avec le complément.
  const conseil = conseils.includes(CORRIGER) ? CORRIGER : (conseils.at(-1) ?? "");
  const quoi =
    fonctions.length > 0
      ? "La formule reste telle quelle : sans le complément, elle affiche #NOM?."
      : "La formule reste telle quelle.";
  return {
    quoi: typographier(quoi),
    pourquoi: pourquoiDe(raisons),
    queFaire: typographier(conseil),
  };
}

/** Le classeur était signé, et sa copie ne l'est plus. */
export function phraserSignatureRetiree(): Message {
  return {
    quoi: "La copie ne porte plus la signature numérique du classeur.",
    pourquoi: typographier(
      "La signature atteste le fichier d'origine, que la copie change : Excel la dirait non valable."
    ),
    queFaire: "Si la copie doit être signée, signez-la de nouveau.",
  };
}

function pourquoiDe(raisons: readonly RaisonDeCopie[]): string {
  const phrases = raisons.map((raison) => expliquer(raison)[0]);
  return typographier([...new Set(phrases)].join(" "));
}

const CORRIGER = "Corrigez la formule, puis refaites la copie.";
const A_PART = "Mettez l'appel seul dans une cellule, et citez cette cellule dans la formule.";
const EN_MORCEAUX = "Calculez-en une partie dans d'autres cellules.";
const ENREGISTRER =
  "Ouvrez le classeur dans Excel avec le complément, enregistrez-le, puis refaites la copie.";

/** Pourquoi, et que faire. */
function expliquer(raison: RaisonDeCopie): readonly [string, string] {
  switch (raison.code) {
    case "fonction-inconnue":
      return ["La formule appelle une fonction que le complément n'a pas.", CORRIGER];
    case "valeurs-seulement":
      return [POURQUOI_UNE_VALEUR[raison.motif], ENREGISTRER];
    case "nombre-d-arguments":
      return [
        `Un appel a ${ecrireNombre(raison.recus)} arguments, et la fonction en attend ${bornes(raison)}.`,
        CORRIGER,
      ];
    case "plages-inegales":
      return ["Les plages d'un appel n'ont pas toutes la même taille.", CORRIGER];
    case "illisible":
      return ["La formule est mal formée.", CORRIGER];
    case "sans-parentheses":
      return [
        "Une fonction du complément y est citée sans ses parenthèses.",
        "Appelez-la directement, avec ses arguments.",
      ];
    case "argument-aleatoire":
      return [
        `Un argument change à chaque lecture (${raison.fonction}), et la formule ordinaire le lit plusieurs fois.`,
        "Mettez cet argument dans une cellule.",
      ];
    case "erreurs-distinguees":
      return [
        `${raison.fonction} ne traite pas toutes les erreurs de la même façon, et la formule ordinaire peut en rendre une autre.`,
        A_PART,
      ];
    case "forme-matricielle":
      return ["Il faudrait une formule matricielle, qui en changerait le reste.", A_PART];
    case "trop-longue":
      return ["La formule ordinaire serait trop longue pour Excel à cet endroit.", A_PART];
    case "trop-imbriquee":
      return ["La formule ordinaire aurait trop de fonctions l'une dans l'autre.", EN_MORCEAUX];
    case "trop-lourde":
      return ["La formule ordinaire serait trop lourde pour Excel.", EN_MORCEAUX];
    case "sans-valeur":
      return ["Le fichier ne garde pas son résultat.", ENREGISTRER];
    case "valeur-morte":
      return [
        `Le fichier garde « ${raison.erreur} » à la place de son résultat : elle n'a pas été calculée.`,
        ENREGISTRER,
      ];
    case "matrice-interdite":
      return [
        "La formule ordinaire contient une table de nombres, qu'Excel n'admet ni dans une mise en forme ni dans une validation.",
        "Mettez l'appel dans une cellule, et citez cette cellule dans la règle.",
      ];
  }
}

const POURQUOI_UNE_VALEUR = {
  phrase: "La fonction rend une phrase, qu'aucune formule ordinaire n'écrit.",
  tableau: "La fonction calcule plusieurs cellules ensemble : aucune formule ordinaire ne le fait.",
  controle: "La fonction contrôle un tableau entier : aucune formule ordinaire ne le fait.",
} as const;

function bornes({ minimum, maximum }: { minimum: number; maximum: number }): string {
  return minimum === maximum ? ecrireNombre(minimum) : `de ${minimum} à ${maximum}`;
}
