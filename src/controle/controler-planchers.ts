import { partSuperieure, quelArticle, tauxPlancher, type Lecture } from "../regles";
import type { LigneDeCommune, Rubrique } from "../tableau";
import { reperer, type Cadre } from "./donnees";
import { articleDe, type ObjectifLegal } from "./objectif-legal";

/** Le plancher d'une commune, lecture « guide » si rien n'est dit ; `null` s'il n'y en a pas : nouvelle entrante, arrondissement. */
export function plancherDe(
  { tranche, deficit, entrante }: ObjectifLegal,
  { type, bareme }: Cadre,
  lecture: Lecture = "guide"
): { valeur: number; taux: number } | null {
  if (entrante || type === "arrondissements") return null;
  const situation = type === "sans aménagement" ? "legal" : type;
  const taux = tauxPlancher(tranche, situation, lecture, bareme);
  return { valeur: partSuperieure(deficit, taux), taux };
}

/** L'objectif du contrat face à son plancher et à l'objectif légal, selon le type de contrat. */
export function controlerPlanchers(
  ligne: LigneDeCommune,
  legal: ObjectifLegal,
  reference: number,
  apres: number,
  rubrique: Rubrique,
  cadre: Cadre
): void {
  // Sans logement manquant, c'est déjà dit : il n'y a ni plancher ni rehaussement.
  if (legal.deficit === 0) return;
  if (legal.entrante || cadre.type === "sans aménagement")
    controlerSansAmenagement(ligne, legal, reference, apres, rubrique, cadre);
  else if (cadre.type === "mutualisant") controlerMutualisation(ligne, legal, apres, cadre);
  else if (cadre.type === "abaissant") controlerAbaissement(ligne, legal, reference, apres, cadre);
  if (apres > legal.deficit) {
    cadre.constats.push({
      ...reperer(ligne, rubrique),
      gravite: "avertissement",
      code: "objectif-au-dessus-des-manquants",
      article: "guide, annexe 1",
      valeurs: { apres, deficit: legal.deficit },
    });
  }
}

/** Sous la moitié de l'objectif légal : erreur. Entre la loi et les 17 % du guide : avertissement, avec les deux nombres (arbitrage 4). */
function controlerMutualisation(
  ligne: LigneDeCommune,
  legal: ObjectifLegal,
  apres: number,
  cadre: Cadre
): void {
  const { constats } = cadre;
  const guide = plancherDe(legal, cadre)?.valeur ?? 0;
  const loi = plancherDe(legal, cadre, "loi")?.valeur ?? 0;
  if (apres >= guide) return;
  const sousLaLoi = apres < loi;
  constats.push({
    ...reperer(ligne, "objectifApres"),
    gravite: sousLaLoi ? "erreur" : "avertissement",
    code: sousLaLoi ? "sous-plancher-loi" : "sous-plancher-guide",
    article: sousLaLoi ? "L. 302-8, X, al. 2" : "L. 302-8, X, al. 2 ; guide, annexe 1",
    valeurs: { apres, loi, guide, deficit: legal.deficit, legal: legal.valeur },
  });
}

function controlerAbaissement(
  ligne: LigneDeCommune,
  legal: ObjectifLegal,
  reference: number,
  apres: number,
  cadre: Cadre
): void {
  const { bareme, constats } = cadre;
  const plancher = plancherDe(legal, cadre);
  if (plancher && apres < plancher.valeur) {
    constats.push({
      ...reperer(ligne, "objectifApres"),
      gravite: "erreur",
      code: "sous-plancher-abaissant",
      article: quelArticle("abaissant", bareme),
      valeurs: { apres, plancher: plancher.valeur, taux: plancher.taux },
    });
  } else if (apres > Math.max(reference, legal.valeur)) {
    constats.push({
      ...reperer(ligne, "objectifApres"),
      gravite: "avertissement",
      code: "releve-au-dessus-du-legal",
      article: quelArticle("rehausse", bareme),
      valeurs: { apres, legal: legal.valeur },
    });
  }
}

/** Sans aménagement, ou de droit pour une nouvelle entrante : l'objectif retenu est l'objectif légal ; au-dessus, c'est un rehaussement. */
function controlerSansAmenagement(
  ligne: LigneDeCommune,
  legal: ObjectifLegal,
  reference: number,
  apres: number,
  rubrique: Rubrique,
  { bareme, constats, type }: Cadre
): void {
  if (apres === reference || apres === legal.valeur) return;
  // Une entrante n'a rien à faire dans un aménagement : c'est déjà dit, et son objectif y est le leur.
  if (type !== "sans aménagement") return;
  const dessous = apres < reference;
  constats.push({
    ...reperer(ligne, rubrique),
    gravite: dessous ? "erreur" : "avertissement",
    code: "objectif-different-du-legal",
    article: dessous ? articleDe(legal, bareme) : quelArticle("rehausse", bareme),
    valeurs: { apres, legal: legal.valeur },
  });
}
