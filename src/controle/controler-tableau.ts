import type { Conversion, LigneDeCommune, TableauTrouve } from "../tableau";
import type { Decoupage } from "../territoire";
import type { Controle, Totaux } from "./bilan";
import type { Constat } from "./constat";
import type { ContexteDeControle, ContextesParEpci } from "./contexte";
import {
  controlerArrondissement,
  controlerSommeDesArrondissements,
  ditNonParLeVide,
} from "./controler-arrondissements";
import { colonneDuContrat } from "./controler-commune";
import { controlerConditions } from "./controler-conditions";
import { controlerDurees } from "./controler-durees";
import { controlerEpci } from "./controler-epci";
import { controlerDoublonsEntreEpci, controlerNoms } from "./controler-noms";
import {
  controlerInventaire,
  controlerPeriode,
  controlerTypeDeLaPeriode,
} from "./controler-periode";
import {
  controlerCommuneSignee,
  controlerSignature,
  rapprocherDeLaVersion,
} from "./controler-signature";
import { controlerTotaux } from "./controler-totaux";
import { reperer, type Cadre } from "./donnees";
import {
  grouperParEpci,
  plageDuGroupe,
  repartirConversions,
  type Groupe,
} from "./grouper-par-epci";
import { estHorsContrat, signalerHorsContrat } from "./hors-contrat";
import { juger } from "./juger";
import { estDite } from "./quel-statut";
import { quelTerritoire } from "./quel-territoire";
import { quelType, typesEcrits } from "./quel-type";
import { signalerLecture } from "./signaler-lecture";
import { totaliser } from "./totaliser";
import { etatDuContrat, type VersionSignee } from "./version-signee";

/**
 * Contrôle un tableau d'article 2 par les règles de la loi et du guide : un bilan par EPCI.
 * @param decoupage Où sont les communes ; `null` : leur rattachement ne se contrôle pas.
 * @param versions Ce qui a été signé : une fois signés, les objectifs ne suivent plus l'inventaire.
 * @param communs Où vont les totaux qui couvrent plusieurs EPCI, et ne sont donc d'aucun bilan.
 */
export function controlerTableau(
  tableau: TableauTrouve,
  contexteDe: ContextesParEpci,
  decoupage: Decoupage | null,
  versions: readonly VersionSignee[],
  communs: Constat[]
): Controle[] {
  const groupes = grouperParEpci(tableau);
  const conversions = repartirConversions(tableau, groupes);
  const controles = groupes.map((groupe, k) =>
    controlerGroupe(
      tableau,
      groupe,
      conversions[k] ?? [],
      contexteDe(groupe.epci),
      decoupage,
      versions
    )
  );
  controlerDoublonsEntreEpci(
    groupes.map(({ lignes }, k) => ({ lignes, constats: controles[k]?.constats ?? [] }))
  );
  const exemptees = new Set(
    controles.flatMap(({ communes }) =>
      communes.filter(({ exemptee }) => exemptee).map(({ ligne }) => ligne)
    )
  );
  const groupeDe = new Map(groupes.flatMap(({ lignes }, k) => lignes.map((l) => [l.ligne, k])));
  controlerTotaux(tableau, exemptees, (portee) => {
    const couverts = new Set(
      portee.map((rang) => groupeDe.get(tableau.communes[rang]?.ligne ?? -1))
    );
    const [seul] = couverts;
    return couverts.size > 1 ? communs : (controles[seul ?? 0]?.constats ?? null);
  });
  return controles.map((controle) => ({
    ...controle,
    verdict: juger(controle.constats, controle.conditions),
  }));
}

/** Ce qui se dit d'une commune sans le barème de sa période : quand il n'y en a pas, rien d'autre n'est affirmé. */
const SANS_BAREME: ReadonlySet<Constat["code"]> = new Set<Constat["code"]>([
  "carencee",
  "deficit-nul",
  "donnee-illisible",
  "ecart-nul",
  "exemptee",
  "taux-apres-incoherent",
]);

function controlerGroupe(
  tableau: TableauTrouve,
  groupe: Groupe,
  conversions: readonly Conversion[],
  contexte: ContexteDeControle,
  decoupage: Decoupage | null,
  versions: readonly VersionSignee[]
): Controle {
  const constats: Constat[] = [];
  const { epci } = groupe;
  const bareme = controlerPeriode(tableau, contexte, constats);
  const { type, deduit } = quelType(tableau, groupe.lignes, bareme);
  const dehors = new Set(type === "arrondissements" ? [] : groupe.lignes.filter(estHorsContrat));
  const lignes = groupe.lignes.filter((ligne) => !dehors.has(ligne));
  const cadre: Cadre = {
    tableau,
    type,
    bareme,
    contexte,
    constats,
    decoupage,
    conversions,
    annonces: [],
    muettes: [],
  };
  controlerTypeDeLaPeriode(tableau, type, bareme, constats);
  const horsBareme = constats.some(({ code }) => code === "periode-hors-bareme");
  const selonLeBareme: Cadre = horsBareme ? { ...cadre, constats: [] } : cadre;
  const signe = horsBareme ? null : etatDuContrat(versions, epci, bareme.periode);
  const signature = rapprocherDeLaVersion(lignes, signe?.version ?? null, tableau, bareme);
  if (!signature) controlerInventaire(tableau, bareme, selonLeBareme.constats);
  controlerEnTete({ epci, lignes }, deduit, cadre);
  signalerHorsContrat([...dehors], constats);
  signalerLecture(lignes, cadre);
  controlerNoms(lignes, constats);
  controlerEpci(lignes, epci, quelTerritoire(lignes, epci, type, decoupage), cadre);
  const parNonReponse = type === "arrondissements" && ditNonParLeVide(lignes);
  const communes = lignes.map((ligne) =>
    type === "arrondissements"
      ? controlerArrondissement(ligne, parNonReponse, cadre)
      : controlerCommuneSignee(ligne, signature, selonLeBareme)
  );
  conclureSansEcart(selonLeBareme);
  controlerDurees(lignes, communes, selonLeBareme);
  const conditions = controlerConditions(lignes, communes, selonLeBareme);
  const sansReponse = { ...cadre, contexte: {}, constats: [] };
  const questions = controlerConditions(lignes, communes, sansReponse);
  const totaux = totaliser(communes, cadre);
  if (type === "mutualisant") controlerSomme(totaux, groupe.lignes, selonLeBareme);
  if (type === "arrondissements") controlerSommeDesArrondissements(totaux.apres, cadre);
  controlerSignature(lignes, communes, signature, cadre);
  if (horsBareme)
    constats.push(...selonLeBareme.constats.filter(({ code }) => SANS_BAREME.has(code)));
  return {
    tableau,
    type,
    epci,
    plageDonnees: plageDuGroupe(tableau, groupe),
    retenu: true,
    verdict: juger(constats, conditions),
    bareme,
    inventaire: signature?.inventaireSuivi
      ? signature.version.inventaire
      : (tableau.inventaire?.valeur ?? null),
    signe,
    totaux: horsBareme ? { ...totaux, marge: null } : totaux,
    communes,
    constats,
    conditions: horsBareme ? [] : conditions,
    questions: horsBareme ? [] : questions,
  };
}

/** Ce qui se dit du tableau avant de lire ses communes. */
function controlerEnTete({ epci, lignes }: Groupe, deduit: boolean, cadre: Cadre): void {
  const { tableau, type, constats } = cadre;
  if (deduit) {
    constats.push({
      gravite: "information",
      code: "type-deduit",
      article: "guide",
      valeurs: { type },
    });
  }
  const modes = typesEcrits(lignes);
  if (modes.has("abaissant") && modes.has("mutualisant")) {
    const valeurs = { epci };
    constats.push({ gravite: "erreur", code: "contrats-melanges", article: "guide", valeurs });
  }
  if (lignes.every((ligne) => estDite(ligne, "exemptee", cadre))) {
    constats.push({
      gravite: "erreur",
      code: "aucune-commune",
      adresse: tableau.colonnes[tableau.noms]?.adresse,
      article: "guide, annexe 3",
      valeurs: {},
    });
  }
  if (!tableau.colonnes[colonneDuContrat(cadre)] && type !== "arrondissements") {
    constats.push({
      gravite: "erreur",
      code: "objectif-apres-absent",
      adresse: tableau.colonnes.objectifAvant?.adresse,
      article: "guide, annexe 3",
      valeurs: {},
    });
  }
}

/** Sans écart, le taux annoncé fait foi (arbitrage 12) ; sans taux ni objectif annoncé, l'objectif légal ne se recalcule pas. Dit une fois. */
function conclureSansEcart({ annonces, muettes, constats, tableau, bareme }: Cadre): void {
  const [premiere] = annonces;
  if (premiere) {
    const { commune, adresse } = reperer(premiere, "tauxAvant");
    constats.push({
      gravite: "information",
      code: "ecart-absent",
      ...(annonces.length === 1 ? { commune, adresse } : {}),
      article: bareme.articleLegal,
      valeurs: { nombre: annonces.length },
    });
  }
  if (muettes.length === 0) return;
  constats.push({
    gravite: "erreur",
    code: "donnee-illisible",
    adresse: tableau.colonnes.deficit?.adresse,
    article: "L. 302-8, VII",
    valeurs: { rubrique: "ecart", affiche: "", refus: [{ code: "vide", argument: "ecart" }] },
  });
}

/** La somme des objectifs après ne peut être inférieure à celle des objectifs légaux recalculés. */
function controlerSomme(
  { avantLegal, apres }: Totaux,
  lignes: readonly LigneDeCommune[],
  { tableau, constats }: Cadre
): void {
  if (avantLegal === null || apres === null || apres >= avantLegal) return;
  // Le total du tableau n'est celui de l'EPCI que s'il y est seul.
  const rangs = lignes.map((ligne) => tableau.communes.indexOf(ligne));
  const total =
    lignes.length === tableau.communes.length
      ? tableau.total
      : tableau.sousTotaux.find(({ portee }) => String(portee) === String(rangs));
  const derniere = tableau.total ? lignes.at(-1) : undefined;
  const cellule = (total ?? derniere)?.donnees.objectifApres ?? tableau.colonnes.objectifApres;
  constats.unshift({
    gravite: "erreur",
    code: "somme-insuffisante",
    adresse: cellule?.adresse,
    article: "L. 302-8, X, al. 3",
    valeurs: { avant: avantLegal, apres, manque: avantLegal - apres },
  });
}
