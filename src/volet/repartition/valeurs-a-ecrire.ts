import type { ValeurAEcrire } from "../../classeur";
import type { CommuneProposee } from "../../controle";

/** Ce qu'écrire une proposition demande de changer dans la feuille. */
export interface AEcrire {
  /** Un objectif « après » par commune qui change. */
  objectifs: ValeurAEcrire[];
  /** Les taux « après » saisis que ces objectifs rendent faux ; un taux en formule suit de lui-même. */
  taux: ValeurAEcrire[];
  /** Taux « après » écrits en texte (« 17 % ») : à corriger à la main. */
  tauxEnTexte: string[];
}

/** Les cellules à changer pour que le tableau porte la proposition. */
export function valeursAEcrire(communes: readonly CommuneProposee[]): AEcrire {
  const changees = communes.filter(({ bilan, propose }) => bilan.objectifApres !== propose);
  const saisis = changees.flatMap(({ ligne, bilan, propose }) => {
    const taux = ligne.donnees.tauxApres;
    const saisi = taux !== undefined && taux.formule === undefined && taux.etat !== "vide";
    return saisi && bilan.deficit ? [{ taux, fraction: propose / bilan.deficit }] : [];
  });
  return {
    objectifs: changees.flatMap(({ ligne, propose }) => {
      const cellule = ligne.donnees.objectifApres;
      return cellule ? [{ adresse: cellule.adresse, valeur: propose, lue: cellule.stockee }] : [];
    }),
    taux: saisis.flatMap(({ taux, fraction }) => {
      const { adresse, stockee, etat } = taux;
      if (typeof stockee !== "number") return [];
      // Un taux stocké en pour-cent (33) le reste.
      return [{ adresse, valeur: etat === "convertie" ? fraction * 100 : fraction, lue: stockee }];
    }),
    tauxEnTexte: saisis.flatMap(({ taux }) =>
      typeof taux.stockee === "number" ? [] : [taux.adresse]
    ),
  };
}
