import {
  estALaBorneHaute,
  estRefus,
  enMillioniemes,
  lireDeficit,
  partSuperieure,
  pourcentEnMillioniemes,
  quelEcart,
  quelObjectif,
  tauxLegal,
  type Bareme,
  type Refus,
  type Saisie,
  type Tranche,
} from "../regles";
import type { Champ, LigneLue } from "../tableau";
import type { Constat } from "./constat";
import { reperer, saisieDe } from "./donnees";

export interface ObjectifLegal {
  deficit: number;
  /** En points ; `null` si l'écart n'est pas connu et que le taux annoncé fait foi. */
  ecart: number | null;
  /** `null` si aucun logement ne manque. */
  tranche: Tranche | null;
  /** En millionièmes. */
  taux: number;
  valeur: number;
}

/**
 * L'objectif légal d'une commune : par son écart, lu ou calculé ; à défaut par le taux annoncé, ce qui se dit en information.
 * `null`, avec un constat, si une donnée nécessaire est illisible : elle n'est jamais devinée.
 */
export function objectifLegal(
  ligne: LigneLue,
  bareme: Bareme,
  constats: Constat[]
): ObjectifLegal | null {
  const { donnees } = ligne;
  if (saisieDe(donnees.deficit) === null) {
    return illisible(ligne, "deficit", [{ code: "vide", argument: "deficit" }], constats);
  }
  const deficit = lireDeficit(saisieDe(donnees.deficit));
  if (estRefus(deficit)) return illisible(ligne, "deficit", [deficit], constats);

  if (saisieDe(donnees.ecart) !== null) {
    return parEcart(ligne, deficit, saisieDe(donnees.ecart), "ecart", bareme, constats);
  }
  if (saisieDe(donnees.tauxLs) !== null && saisieDe(donnees.tauxCible) !== null) {
    const ecart = quelEcart(saisieDe(donnees.tauxCible), saisieDe(donnees.tauxLs));
    if (!ecart.ok) return illisible(ligne, "tauxLs", ecart.refus, constats);
    return parEcart(ligne, deficit, ecart.valeur, "tauxLs", bareme, constats);
  }
  return parTauxAnnonce(ligne, deficit, bareme, constats);
}

function parEcart(
  ligne: LigneLue,
  deficit: number,
  ecart: Saisie,
  champ: Champ,
  bareme: Bareme,
  constats: Constat[]
): ObjectifLegal | null {
  const objectif = quelObjectif(deficit, ecart, "legal", null, "superieur", bareme);
  if (!objectif.ok) return illisible(ligne, champ, objectif.refus, constats);
  if (deficit === 0) signalerDeficitNul(ligne, constats);
  else if (objectif.ecart !== null && estALaBorneHaute(objectif.ecart)) {
    constats.push({
      ...reperer(ligne, champ),
      gravite: "avertissement",
      code: "ecart-egal-4",
      article: "L. 302-8, VII ; guide, annexes 1 et 2",
      valeurs: {
        legal: objectif.valeur,
        autre: partSuperieure(deficit, tauxLegal("plusDe4", bareme)),
      },
    });
  }
  return objectif;
}

/** Sans écart ni taux de logements sociaux, la tranche se déduit du taux annoncé, s'il est l'un des taux légaux. */
function parTauxAnnonce(
  ligne: LigneLue,
  deficit: number,
  bareme: Bareme,
  constats: Constat[]
): ObjectifLegal | null {
  const annonce = saisieDe(ligne.donnees.tauxAvant);
  if (deficit === 0) {
    signalerDeficitNul(ligne, constats);
    return { deficit, ecart: null, tranche: null, taux: 0, valeur: 0 };
  }
  if (typeof annonce !== "number") {
    const raison: Refus = { code: "vide", argument: "ecart" };
    return illisible(ligne, "tauxAvant", [raison], constats);
  }
  const taux = enMillioniemes(annonce);
  const tranche = (Object.keys(bareme.legal) as Tranche[]).find(
    (candidate) => pourcentEnMillioniemes(bareme.legal[candidate]) === taux
  );
  if (!tranche) {
    constats.push({
      ...reperer(ligne, "tauxAvant"),
      gravite: "erreur",
      code: "taux-avant-inconnu",
      article: "L. 302-8, VII",
      valeurs: { lu: annonce },
    });
    return null;
  }
  constats.push({
    ...reperer(ligne, "tauxAvant"),
    gravite: "information",
    code: "ecart-absent",
    article: "L. 302-8, VII",
    valeurs: { taux: annonce },
  });
  return { deficit, ecart: null, tranche, taux, valeur: partSuperieure(deficit, taux) };
}

function signalerDeficitNul(ligne: LigneLue, constats: Constat[]): void {
  constats.push({
    ...reperer(ligne, "deficit"),
    gravite: "avertissement",
    code: "deficit-nul",
    article: "L. 302-8, VII",
    valeurs: {},
  });
}

/** Note qu'une donnée ne se lit pas. Rend `null`, pour que l'appelant s'arrête là. */
export function illisible(
  ligne: LigneLue,
  champ: Champ,
  refus: readonly Refus[],
  constats: Constat[]
): null {
  constats.push({
    ...reperer(ligne, champ),
    gravite: "erreur",
    code: "donnee-illisible",
    article: "L. 302-8, VII",
    valeurs: { affiche: ligne.donnees[champ]?.texte ?? "", refus },
  });
  return null;
}
