import type { FeuilleLue } from "./cellule";
import {
  attribuerColonnes,
  colonnesDesignees,
  type Colonnes,
  type ColonnesDonnees,
} from "./attribuer-colonnes";
import { colonneDeNoms, couperEnTableaux, zonesSeparees } from "./decouper";
import {
  chercherEntetes,
  prolonger,
  reconnaissance,
  type Entete,
  type Reconnaitre,
  type Zone,
} from "./entetes";
import { grilleDe, type Grille } from "./grille";
import { decrireAbsence, type AucunTableau } from "./absence";
import { estUnBilan } from "./est-un-bilan";
import { composerTableau, type TableauTrouve } from "./composer-tableau";
import { estUnRapport } from "./marque";
import { separerPeriodes } from "./separer-periodes";

export interface OptionsDeLecture {
  /** Ce que l'agent a désigné à la main, qui prime : rubrique → lettres de la colonne, ou `null` si la feuille ne l'a pas. */
  colonnes?: ColonnesDonnees;
}

export interface LectureDeFeuille {
  feuille: string;
  /** Dans l'ordre de la feuille : de haut en bas, puis de gauche à droite. */
  tableaux: TableauTrouve[];
  /** Ce qui a été cherché et trouvé, si aucun tableau n'est reconnu ; sinon `null`. */
  absence: AucunTableau | null;
}

/** Un tableau repéré : ses titres, ses colonnes, et la dernière ligne qui peut lui appartenir. */
export interface Repere {
  entete: Entete;
  colonnes: Colonnes;
  fin: number;
}

/**
 * Trouve tous les tableaux d'article 2 d'une feuille, où qu'ils soient, reconnaît leurs colonnes par leur sens et met leurs données dans les unités des
 * règles. N'importe quelle feuille reçoit une réponse : jamais d'exception, et ce qui ne se lit pas sûrement reste illisible.
 */
export function lireTableaux(
  feuille: FeuilleLue,
  options: OptionsDeLecture = {}
): LectureDeFeuille {
  const grille = grilleDe(feuille);
  const donnees = options.colonnes ?? {};
  if (estUnRapport(grille)) {
    const absence = { ...decrireAbsence(grille, [], donnees), rapport: true };
    return { feuille: feuille.nom, tableaux: [], absence };
  }
  const reconnaitre = reconnaissance(colonnesDesignees(grille, donnees));
  const partout: Zone = { gauche: 0, droite: grille.largeur - 1 };
  const entetes = chercherEntetes(grille, partout, reconnaitre);
  const reperes = reperer(grille, entetes, donnees, reconnaitre);
  const zones = zonesSeparees(grille);
  if (zones.length > 1) {
    for (const zone of zones) {
      const occupee = reperes.some(
        ({ entete }) =>
          entete.gauche <= zone.droite && zone.gauche <= entete.droite && occupe(entete, zone)
      );
      if (!occupee)
        reperes.push(
          ...reperer(grille, chercherEntetes(grille, zone, reconnaitre), donnees, reconnaitre)
        );
    }
  }
  reperes.sort((a, b) => a.entete.haut - b.entete.haut || a.entete.gauche - b.entete.gauche);
  const tableaux = reperes
    .map((repere, rang) => composerTableau(grille, repere, reperes.slice(0, rang)))
    .filter((tableau) => !estUneSynthese(tableau))
    .flatMap(separerPeriodes);
  return {
    feuille: feuille.nom,
    tableaux,
    absence: tableaux.length > 0 ? null : decrireAbsence(grille, entetes, donnees),
  };
}

/** Une ligne par intercommunalité et aucune commune : rien à contrôler commune par commune. */
function estUneSynthese({ communes, sousTotaux }: TableauTrouve): boolean {
  return communes.length === 0 && sousTotaux.length > 0;
}

/** Vrai si l'en-tête a un titre dans la zone. */
function occupe({ titres }: Entete, { gauche, droite }: Zone): boolean {
  return titres.slice(gauche, droite + 1).some((titre) => titre !== undefined && titre !== "");
}

/** Des titres qui closent le tableau du dessus : deux colonnes reconnues, et non la remarque d'une commune sans chiffres. */
function estParlant({ candidats, valeur }: Entete): boolean {
  return valeur > 1.2 && candidats.filter((possibles) => possibles.length > 0).length >= 2;
}

function reperer(
  grille: Grille,
  entetes: readonly Entete[],
  donnees: ColonnesDonnees,
  reconnaitre: Reconnaitre
): Repere[] {
  return entetes.flatMap((possible, rang) => {
    const suivant = entetes.slice(rang + 1).find(estParlant);
    const fin = (suivant?.haut ?? grille.hauteur) - 1;
    return couperEnTableaux(grille, possible, fin, reconnaitre).flatMap((coupe) => {
      const repere = identifier(grille, coupe, fin, donnees, reconnaitre);
      return repere ? [repere] : [];
    });
  });
}

/** Un en-tête est celui d'un tableau s'il a des noms, un objectif, et de quoi connaître les manquants. */
function identifier(
  grille: Grille,
  coupe: Entete,
  fin: number,
  donnees: ColonnesDonnees,
  reconnaitre: Reconnaitre
): Repere | null {
  let entete = coupe;
  let colonnes = attribuerColonnes(grille, entete, fin, donnees);
  if (!colonnes.commune && !colonnes.arrondissement) {
    const noms = colonneDeNoms(grille, entete, fin);
    if (noms === null || colonnes.epci) return null;
    entete = {
      ...entete,
      candidats: entete.candidats.map((possibles, j) =>
        j === noms ? [{ rubrique: "commune" as const, force: 0.5, cote: true }] : possibles
      ),
    };
    colonnes = attribuerColonnes(grille, entete, fin, donnees);
  }
  const noms = colonnes.commune ?? colonnes.arrondissement;
  if (!noms || !estUnTableau(colonnes)) return null;
  const prolonge = prolonger(grille, entete, noms.colonne - grille.feuille.colonne, reconnaitre);
  if (prolonge !== entete) {
    entete = prolonge;
    colonnes = attribuerColonnes(grille, entete, fin, donnees);
  }
  return estUnTableau(colonnes) && !estUnBilan(entete, colonnes) ? { entete, colonnes, fin } : null;
}

function estUnTableau(colonnes: Colonnes): boolean {
  const { commune, arrondissement, deficit, tauxLs, tauxCible } = colonnes;
  const objectif = colonnes.objectifApres ?? colonnes.objectifAvant;
  const parc = colonnes.logementsSociaux && colonnes.residencesPrincipales;
  if (!objectif) return false;
  if (deficit) return commune !== undefined || arrondissement !== undefined;
  if (arrondissement && (tauxLs ?? parc)) return true;
  return commune !== undefined && parc !== undefined && tauxCible !== undefined;
}
