import { plageDe } from "./adresse";
import { attribuerColonnes, type ColonnesDonnees } from "./attribuer-colonnes";
import type { Entete } from "./entetes";
import type { Grille } from "./grille";
import type { AucunTableau } from "./lire-tableau";
import { CHAMPS, CHAMPS_OBLIGATOIRES } from "./titres";

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
    cherches: CHAMPS.map((champ) => ({
      champ,
      obligatoire: CHAMPS_OBLIGATOIRES.includes(champ),
      trouve: colonnes[champ] ?? null,
    })),
  };
}
