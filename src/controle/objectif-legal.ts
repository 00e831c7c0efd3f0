import {
  MOTS_DU_TYPE,
  enMillioniemes,
  estALaBorneHaute,
  estEntrante,
  estRefus,
  lireDeficit,
  partAuPlusProche,
  partSuperieure,
  quelEcart,
  quelObjectif,
  tauxLegal,
  tauxPlancher,
  type Bareme,
  type Refus,
  type Saisie,
  type Tranche,
  type TypeDeSituation,
} from "../regles";
import type { LigneDeCommune, Rubrique } from "../tableau";
import { ecartContraire } from "./controler-ecarts";
import { nombreDe, reperer, saisieDe, type Cadre } from "./donnees";
import { estDite, periodeDEntrante } from "./quel-statut";

export interface ObjectifLegal {
  deficit: number;
  /** En points ; `null` si l'écart n'est pas connu et que le taux annoncé fait foi. */
  ecart: number | null;
  /** `null` si aucun logement ne manque, ou pour une nouvelle entrante. */
  tranche: Tranche | null;
  /** En millionièmes. */
  taux: number;
  valeur: number;
  entrante: boolean;
}

/**
 * L'objectif légal d'une commune : par son écart, lu ou calculé ; à défaut par le taux ou l'objectif annoncé, ce qui se dit en information.
 * `null`, avec un constat, si une donnée nécessaire est illisible : elle n'est jamais devinée.
 */
export function objectifLegal(ligne: LigneDeCommune, cadre: Cadre): ObjectifLegal | null {
  const { donnees } = ligne;
  const deficit = lireManquants(ligne, cadre);
  if (deficit === null) return null;
  const entrante = typeDEntrante(ligne, deficit, cadre);
  if (entrante) return parTypeDEntrante(deficit, entrante, cadre.bareme);
  if (deficit === 0) {
    const objectif = nombreDe(donnees.objectifApres) ?? 0;
    const ecart = nombreDe(donnees.ecart) ?? 0;
    cadre.constats.push({
      ...reperer(ligne, "deficit"),
      // Son objectif tiendrait lieu, dans la somme, de celui d'une autre ; et sous son taux légal, des logements lui manquent.
      gravite: objectif > 0 || ecart > 0 ? "erreur" : "avertissement",
      code: "deficit-nul",
      article: "L. 302-8, VII",
      valeurs: { objectif, ecart },
    });
    return { deficit, ecart: null, tranche: null, taux: 0, valeur: 0, entrante: false };
  }
  if (saisieDe(donnees.ecart) !== null) {
    return parEcart(ligne, deficit, saisieDe(donnees.ecart), cadre);
  }
  if (saisieDe(donnees.tauxLs) !== null && saisieDe(donnees.tauxCible) !== null) {
    // D'eux, la lecture n'a pas su calculer l'écart : il reste à dire pourquoi.
    const ecart = quelEcart(saisieDe(donnees.tauxCible), saisieDe(donnees.tauxLs));
    return illisible(ligne, "tauxLs", ecart.ok ? [] : ecart.refus, cadre);
  }
  return parAnnonce(ligne, deficit, cadre);
}

function lireManquants(ligne: LigneDeCommune, cadre: Cadre): number | null {
  const saisie = saisieDe(ligne.donnees.deficit);
  if (saisie === null)
    return illisible(ligne, "deficit", [{ code: "vide", argument: "deficit" }], cadre);
  const deficit = lireDeficit(saisie);
  return estRefus(deficit) ? illisible(ligne, "deficit", [deficit], cadre) : deficit;
}

function parEcart(
  ligne: LigneDeCommune,
  deficit: number,
  ecart: Saisie,
  cadre: Cadre
): ObjectifLegal | null {
  const { bareme, constats } = cadre;
  const objectif = quelObjectif(deficit, ecart, "legal", null, "superieur", bareme);
  if (!objectif.ok) {
    const nul = objectif.refus.find((refus) => refus.code === "ecart-nul");
    if (!nul) return illisible(ligne, "ecart", objectif.refus, cadre);
    constats.push({
      ...reperer(ligne, "ecart"),
      gravite: "erreur",
      code: "ecart-nul",
      article: "L. 302-8, VII",
      valeurs: { ecart: nul.ecart, deficit },
    });
    return null;
  }
  const contraire = objectif.ecart === null ? null : ecartContraire(ligne, objectif.ecart, bareme);
  if (contraire) {
    const { selonLesTaux, grave } = contraire;
    constats.push({
      ...reperer(ligne, "ecart"),
      gravite: grave ? "erreur" : "avertissement",
      code: "ecart-contraire",
      article: "L. 302-8, VII",
      valeurs: { ecart: objectif.ecart ?? 0, selonLesTaux },
    });
    if (grave) return null;
  }
  // Avant la loi 3DS, 50 % pour toutes : l'annexe 2 du guide ne s'y lit pas.
  if (bareme.amenagements && objectif.ecart !== null && estALaBorneHaute(objectif.ecart)) {
    constats.push({
      ...reperer(ligne, "ecart"),
      gravite: "avertissement",
      code: "ecart-egal-4",
      article: "L. 302-8, VII ; guide, annexes 1 et 2",
      valeurs: {
        legal: objectif.valeur,
        autre: partSuperieure(deficit, tauxLegal("plusDe4", bareme)),
      },
    });
  }
  return { ...objectif, entrante: false };
}

/** Sans écart, la tranche se déduit du taux annoncé, s'il est l'un des taux légaux ; à défaut de taux, de l'objectif annoncé. */
function parAnnonce(ligne: LigneDeCommune, deficit: number, cadre: Cadre): ObjectifLegal | null {
  const { donnees } = ligne;
  const { bareme, constats, type } = cadre;
  const objectif =
    nombreDe(donnees.objectifAvant) ??
    (type === "sans aménagement" ? nombreDe(donnees.objectifApres) : null);
  const annonce = nombreDe(donnees.tauxAvant) ?? (objectif === null ? null : objectif / deficit);
  if (annonce === null) {
    const rubrique = donnees.tauxAvant ? "tauxAvant" : "ecart";
    if (!donnees[rubrique]) {
      cadre.muettes.push(ligne);
      return null;
    }
    const vide = saisieDe(donnees[rubrique]) === null;
    return illisible(ligne, rubrique, vide ? [{ code: "vide", argument: "ecart" }] : [], cadre);
  }
  const tranche = trancheAnnoncee(deficit, annonce, objectif, bareme);
  const rubrique = donnees.tauxAvant ? "tauxAvant" : "objectifAvant";
  if (!tranche) {
    constats.push({
      ...reperer(ligne, rubrique),
      gravite: "erreur",
      code: "taux-avant-inconnu",
      article: bareme.articleLegal,
      valeurs: { lu: annonce },
    });
    return null;
  }
  cadre.annonces.push(ligne);
  const taux = tauxLegal(tranche, bareme);
  const valeur = partSuperieure(deficit, taux);
  return { deficit, ecart: null, tranche, taux, valeur, entrante: false };
}

/** Le taux annoncé lui-même, avant le quotient que plusieurs taux peuvent donner : 2 sur 4 est 50 %, et 33 % de 4 arrondi. */
function trancheAnnoncee(
  deficit: number,
  annonce: number,
  objectif: number | null,
  bareme: Bareme
): Tranche | undefined {
  const tranches = Object.keys(bareme.legal) as Tranche[];
  return (
    tranches.find((tranche) => tauxLegal(tranche, bareme) === enMillioniemes(annonce)) ??
    tranches.find((tranche) => donne(deficit, tauxLegal(tranche, bareme), annonce, objectif))
  );
}

/** Un taux annoncé est un taux légal, ou le quotient de l'objectif que ce taux donne (136 / 412 s'affiche « 33 % »). */
export function donne(
  deficit: number,
  taux: number,
  annonce: number,
  objectif: number | null
): boolean {
  if (enMillioniemes(annonce) === taux) return true;
  if (objectif === null || enMillioniemes(objectif / deficit) !== enMillioniemes(annonce))
    return false;
  return objectif === partSuperieure(deficit, taux) || objectif === partAuPlusProche(deficit, taux);
}

const TYPES_D_ENTRANTE = (Object.keys(MOTS_DU_TYPE) as TypeDeSituation[]).filter(estEntrante);

/**
 * Quelle nouvelle entrante est cette commune ? Son taux dit sa période ; s'il n'est pas l'un des trois, ce devrait être la première. Sans réponse de
 * l'agent, un de ces taux dans un contrat sans aménagement la fait présumer telle, et c'est dit.
 */
function typeDEntrante(
  ligne: LigneDeCommune,
  deficit: number,
  cadre: Cadre
): TypeDeSituation | null {
  const { type, bareme, contexte, constats } = cadre;
  const { donnees } = ligne;
  const { amenagements } = bareme;
  const repondu = donnees.entrante !== undefined || Array.isArray(contexte.entrantes);
  const declaree = estDite(ligne, "entrante", cadre);
  if (!amenagements || (repondu && !declaree)) return null;
  const annonce = nombreDe(donnees.tauxAvant);
  const objectif = nombreDe(donnees.objectifAvant) ?? nombreDe(donnees.objectifApres);
  const quiDonne = (convient: (taux: number) => boolean): TypeDeSituation | undefined =>
    TYPES_D_ENTRANTE.find((candidat) => convient(tauxPlancher(null, candidat, "guide", bareme)));
  const selonTaux =
    annonce === null
      ? (quiDonne((taux) => objectif === partSuperieure(deficit, taux)) ??
        quiDonne((taux) => objectif === partAuPlusProche(deficit, taux)))
      : quiDonne((taux) => donne(deficit, taux, annonce, objectif));
  if (declaree) return periodeDEntrante(ligne) ?? selonTaux ?? "entrante-1";
  if (!selonTaux || annonce === null || type !== "sans aménagement") return null;
  // De peu de logements, un même quotient est aussi celui d'un taux légal : rien ne fait alors présumer une entrante.
  if (trancheAnnoncee(deficit, annonce, objectif, bareme)) return null;
  constats.push({
    ...reperer(ligne, "tauxAvant"),
    gravite: "information",
    code: "entrante-presumee",
    article: "L. 302-8, VIII",
    valeurs: { taux: tauxPlancher(null, selonTaux, "guide", bareme) },
  });
  return selonTaux;
}

function parTypeDEntrante(
  deficit: number,
  type: TypeDeSituation,
  bareme: Bareme
): ObjectifLegal | null {
  const objectif = quelObjectif(deficit, null, type, null, "superieur", bareme);
  return objectif.ok ? { ...objectif, ecart: null, tranche: null, entrante: true } : null;
}

/** Note qu'une donnée ne se lit pas (`refus` vide : ce n'est pas un nombre). Rend `null`, pour que l'appelant s'arrête là. */
export function illisible(
  ligne: LigneDeCommune,
  rubrique: Rubrique,
  refus: readonly Refus[],
  { constats }: Pick<Cadre, "constats">,
  gravite: "erreur" | "avertissement" = "erreur",
  article = "L. 302-8, VII"
): null {
  constats.push({
    ...reperer(ligne, rubrique),
    gravite,
    code: "donnee-illisible",
    article,
    valeurs: { rubrique, affiche: ligne.donnees[rubrique]?.texte ?? "", refus },
  });
  return null;
}

/** L'article d'où vient un objectif légal. */
export function articleDe({ entrante }: ObjectifLegal, { articleLegal }: Bareme): string {
  return entrante ? "L. 302-8, VIII" : articleLegal;
}
