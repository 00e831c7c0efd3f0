import { partSuperieure } from "../regles";
import type { LigneDeCommune, Rubrique } from "../tableau";
import type { BilanDeCommune, Condition } from "./bilan";
import type { Constat } from "./constat";
import { estCitee, type ContexteDeControle } from "./contexte";
import { reperer, reponseDe, type Cadre } from "./donnees";

/**
 * Ce que la loi demande en plus des nombres : une réponse contraire est une erreur ; une colonne prévue mais vide, un avertissement ; sans colonne ni
 * réponse, une condition à confirmer (arbitrage 7).
 */
export function controlerConditions(
  lignes: readonly LigneDeCommune[],
  communes: readonly BilanDeCommune[],
  cadre: Cadre
): Condition[] {
  if (cadre.type === "arrondissements") return [];
  const conditions: Condition[] = [];
  if (cadre.type === "mutualisant") {
    controlerPlh(lignes, cadre, conditions);
    controlerAvis(lignes, cadre, conditions);
    lignes.forEach((ligne, i) => controlerAccord(ligne, communes[i], cadre, conditions));
    controlerRappel("toutes-les-communes", cadre, conditions);
  }
  controlerRappel("signataires", cadre, conditions);
  return conditions;
}

/** Ce qu'une colonne dit pour tout l'EPCI : un « non » l'emporte, un « oui » suffit. `null` : la colonne manque. */
function reponseCommune(
  lignes: readonly LigneDeCommune[],
  rubrique: Rubrique
): { reponse: string | null; ecrit: string; adresse: string | undefined } | null {
  const [premiere] = lignes;
  if (!premiere?.donnees[rubrique]) return null;
  const reponses = lignes.map(({ donnees }) => reponseDe(donnees[rubrique]));
  const rang = reponses.indexOf("non");
  const choisi = rang >= 0 ? rang : reponses.findIndex((reponse) => reponse !== null);
  const ecrite = choisi >= 0 ? choisi : lignes.findIndex(({ donnees }) => donnees[rubrique]?.texte);
  const { texte = "", adresse } = lignes[Math.max(ecrite, 0)]?.donnees[rubrique] ?? {};
  return { reponse: reponses[choisi] ?? null, ecrit: texte, adresse };
}

function controlerPlh(
  lignes: readonly LigneDeCommune[],
  { contexte, constats }: Cadre,
  conditions: Condition[]
): void {
  const article = "L. 302-8, X, al. 5";
  const colonne = reponseCommune(lignes, "plh");
  const { adresse } = colonne ?? {};
  const present = colonne?.reponse ? colonne.reponse === "oui" : (contexte.plh ?? null);
  if (present === false) {
    constats.push({ gravite: "erreur", code: "plh-absent", adresse, article, valeurs: {} });
  } else if (present === null && colonne) {
    const valeurs = { ecrit: colonne.ecrit };
    constats.push({ gravite: "avertissement", code: "plh-vide", adresse, article, valeurs });
  } else if (present === null) conditions.push({ code: "plh", rappel: false, article });
}

const AVIS: Readonly<Record<string, "favorable" | "défavorable" | "non rendu">> = {
  oui: "favorable",
  rendu: "favorable",
  true: "favorable",
  favorable: "favorable",
  défavorable: "défavorable",
  non: "non rendu",
  "non rendu": "non rendu",
  false: "non rendu",
};

function controlerAvis(
  lignes: readonly LigneDeCommune[],
  { contexte, constats }: Cadre,
  conditions: Condition[]
): void {
  const article = "L. 302-8, X, al. 1";
  const colonne = reponseCommune(lignes, "avisCnsru");
  const { adresse } = colonne ?? {};
  const avis = AVIS[String(colonne?.reponse ?? contexte.avisCnsru)] ?? null;
  if (avis === "non rendu") {
    constats.push({ gravite: "erreur", code: "avis-non-rendu", adresse, article, valeurs: {} });
  } else if (avis === "défavorable") {
    const gravite = "information";
    constats.push({ gravite, code: "avis-defavorable", adresse, article, valeurs: {} });
  } else if (avis === null && colonne) {
    const valeurs = { ecrit: colonne.ecrit };
    constats.push({ gravite: "avertissement", code: "avis-vide", adresse, article, valeurs });
  } else if (avis === null) conditions.push({ code: "avis-cnsru", rappel: false, article });
}

/** L'accord d'une commune relevée : sa cellule d'abord, l'agent ensuite. */
function controlerAccord(
  ligne: LigneDeCommune,
  bilan: BilanDeCommune | undefined,
  { contexte, constats }: Cadre,
  conditions: Condition[]
): void {
  const avant = bilan?.objectifAvant ?? null;
  const apres = bilan?.objectifApres ?? null;
  if (!bilan || avant === null || apres === null || apres <= avant) return;
  if (estAuLegal(bilan, apres)) return;
  const { accord } = ligne.donnees;
  const article = "L. 302-8, X, al. 4";
  const ecrite = reponseDe(accord);
  const reponse = ecrite === null ? accordDonne(ligne, contexte) : ecrite === "oui";
  if (reponse === true) return;
  if (reponse === null && !accord) {
    const { commune, adresse } = reperer(ligne, "objectifApres");
    conditions.push({ code: "accord", rappel: false, article, commune, adresse, avant, apres });
    return;
  }
  const place = reperer(ligne, accord ? "accord" : "objectifApres");
  const valeurs = { avant, apres };
  constats.push(
    reponse === false
      ? { ...place, gravite: "erreur", code: "accord-refuse", article, valeurs }
      : {
          ...place,
          gravite: "avertissement",
          code: "accord-vide",
          article,
          valeurs: { ...valeurs, ecrit: accord?.texte ?? "" },
        }
  );
}

/** Face à un « avant » arrondi au plus proche, un « après » à l'entier supérieur n'est que l'objectif légal ; sans logement manquant, l'erreur est déjà dite. */
function estAuLegal({ deficit, tauxAvant }: BilanDeCommune, apres: number): boolean {
  if (deficit === null || tauxAvant === null) return false;
  return deficit === 0 || apres <= partSuperieure(deficit, tauxAvant);
}

/** L'accord tel que l'agent l'a dit ; `null` : la commune n'a pas répondu. */
function accordDonne(
  ligne: LigneDeCommune,
  { accords, refus }: ContexteDeControle
): boolean | null {
  if (accords === "tous" || estCitee(ligne, accords)) return true;
  if (estCitee(ligne, refus)) return false;
  return accords && !refus ? false : null;
}

const RAPPELS = {
  "toutes-les-communes": {
    reponse: "toutesLesCommunes",
    manque: "communes-absentes",
    article: "L. 302-8, X",
  },
  signataires: {
    reponse: "signataires",
    manque: "signataires-absents",
    article: "L. 302-8-1, I, al. 1",
  },
} as const;

/** Ce qu'aucun tableau ne prouve : rappelé sans réponse, une erreur si l'agent répond non. */
function controlerRappel(
  code: keyof typeof RAPPELS,
  { contexte, constats }: Cadre,
  conditions: Condition[]
): void {
  const { reponse, manque, article } = RAPPELS[code];
  const donnee = contexte[reponse] ?? null;
  if (donnee === null) conditions.push({ code, rappel: true, article });
  if (donnee !== false) return;
  const constat: Constat = { gravite: "erreur", code: manque, article, valeurs: {} };
  constats.push(constat);
}
