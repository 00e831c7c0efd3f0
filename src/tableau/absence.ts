import { plageDe } from "./adresse";
import { attribuerColonnes, type ColonnesDonnees } from "./attribuer-colonnes";
import type { Entete } from "./entetes";
import type { Grille } from "./grille";
import type { ColonneLue } from "./attribuer-colonnes";
import type { Rubrique } from "./rubriques";

/** Les colonnes d'un tableau d'article 2, dans l'ordre où l'on dit si elles sont trouvées. */
const CHERCHEES = [
  "commune",
  "deficit",
  "tauxCible",
  "tauxLs",
  "ecart",
  "tauxAvant",
  "objectifAvant",
  "tauxApres",
  "objectifApres",
] as const satisfies readonly Rubrique[];

/** Sans ces colonnes, il n'y a rien à contrôler. */
const OBLIGATOIRES: readonly Rubrique[] = ["commune", "deficit", "objectifApres"];

/** Pourquoi la feuille n'a pas de tableau reconnu : ce qui a été cherché, ce qui a été trouvé. */
export interface AucunTableau {
  feuille: string;
  plage: string | null;
  cellulesLues: number;
  /** Vrai si la feuille est un rapport du complément : ses tableaux ne sont pas à contrôler. */
  rapport: boolean;
  cherches: {
    champ: (typeof CHERCHEES)[number];
    obligatoire: boolean;
    trouve: ColonneLue | null;
  }[];
}

/** Pourquoi aucun tableau n'est reconnu : ce que la ligne de titres la plus parlante annonce, et ce qui lui manque. */
export function decrireAbsence(
  grille: Grille,
  entetes: readonly Entete[],
  donnees: ColonnesDonnees
): AucunTableau {
  const { feuille, hauteur, largeur } = grille;
  const [meilleur] = [...entetes].sort((a, b) => b.valeur - a.valeur);
  const colonnes = meilleur ? attribuerColonnes(grille, meilleur, hauteur - 1, donnees) : {};
  let cellulesLues = 0;
  for (const ligne of feuille.cellules)
    for (const { valeur } of ligne) if (valeur !== null) cellulesLues += 1;
  return {
    feuille: feuille.nom,
    plage: hauteur > 0 ? plageDe(feuille.ligne, feuille.colonne, hauteur, largeur) : null,
    cellulesLues,
    rapport: false,
    cherches: CHERCHEES.map((champ) => ({
      champ,
      obligatoire: OBLIGATOIRES.includes(champ),
      trouve: colonnes[champ] ?? null,
    })),
  };
}
