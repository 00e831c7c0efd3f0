import {
  ARRONDISSEMENTS,
  enMillioniemes,
  estRefus,
  lireDeficit,
  pourcentEnMillioniemes,
  quelTauxDeLogementsSociaux,
} from "../regles";
import type { LigneDeCommune } from "../tableau";
import type { BilanDeCommune } from "./bilan";
import { nombreDe, reperer, reponseDe, saisieDe, type Cadre } from "./donnees";
import { illisible } from "./objectif-legal";

/** Un arrondissement de Paris, Lyon ou Marseille : ni plancher, ni taux, ni somme légale (arbitrage 13). */
export function controlerArrondissement(
  ligne: LigneDeCommune,
  parNonReponse: boolean,
  cadre: Cadre
): BilanDeCommune {
  controlerPriorite(ligne, parNonReponse, cadre);
  const saisie = saisieDe(ligne.donnees.objectifApres ?? ligne.donnees.objectifAvant);
  const rubrique = ligne.donnees.objectifApres ? "objectifApres" : "objectifAvant";
  const lu = saisie === null ? null : lireDeficit(saisie, "objectif");
  const objectif =
    lu === null || estRefus(lu)
      ? illisible(ligne, rubrique, [lu ?? { code: "vide", argument: "objectif" }], cadre)
      : lu;
  return {
    nom: ligne.nom,
    ligne: ligne.ligne,
    deficit: nombreDe(ligne.donnees.deficit),
    ecart: null,
    tauxAvant: null,
    objectifAvant: null,
    objectifAvantLu: null,
    objectifApres: objectif,
    plancher: null,
    plancherLoi: null,
    exemptee: false,
  };
}

/** Une colonne de priorités où seuls les « oui » sont écrits : une cellule vide y veut dire « non ». */
export function ditNonParLeVide(lignes: readonly LigneDeCommune[]): boolean {
  const reponses = lignes.map(({ donnees }) => reponseDe(donnees.prioritaire));
  return reponses.includes("oui") && !reponses.includes("non");
}

function controlerPriorite(ligne: LigneDeCommune, parNonReponse: boolean, cadre: Cadre): void {
  const { prioritaire } = ligne.donnees;
  const reponse = reponseDe(prioritaire) ?? (parNonReponse ? "non" : null);
  const taux = tauxDe(ligne);
  if (reponse === null || taux === null || prioritaire?.etat === "illisible") return;
  const seuil = pourcentEnMillioniemes(ARRONDISSEMENTS.seuilDePriorite);
  const sousLeSeuil = enMillioniemes(taux) < seuil;
  if (sousLeSeuil === (reponse === "oui")) return;
  cadre.constats.push({
    ...reperer(ligne, "prioritaire"),
    gravite: "avertissement",
    code: "priorite-contraire",
    article: "L. 302-8-1, I",
    valeurs: { taux, seuil, prioritaire: reponse === "oui" },
  });
}

/** Du parc s'il est donné ; sinon la valeur stockée du taux, jamais l'affichée. */
function tauxDe({ donnees }: LigneDeCommune): number | null {
  const { logementsSociaux, residencesPrincipales, tauxLs } = donnees;
  const parc = quelTauxDeLogementsSociaux(
    saisieDe(logementsSociaux),
    saisieDe(residencesPrincipales)
  );
  return parc.ok ? parc.valeur : nombreDe(tauxLs);
}

/** La répartition fait l'objectif de la commune, s'il est connu. */
export function controlerSommeDesArrondissements(apres: number | null, cadre: Cadre): void {
  const { contexte, constats, tableau } = cadre;
  const objectif = contexte.objectifCommunal ?? null;
  if (objectif === null || apres === null || apres === objectif) return;
  const cellule = tableau.total?.donnees.objectifApres ?? tableau.colonnes.objectifApres;
  constats.push({
    gravite: "erreur",
    code: "somme-arrondissements",
    adresse: cellule?.adresse,
    article: "L. 302-8-1, I",
    valeurs: { somme: apres, objectif },
  });
}
