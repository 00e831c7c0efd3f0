import { estLaMemeCommune, type Gravite } from "../controle";
import { normaliserMot, sommer, type Bareme } from "../regles";
import type { Alerte } from "./alerte";
import { PRODUITS, type RubriqueDArticle3 } from "./colonnes";
import type { Article3Lu, Operation } from "./lire-operations";
import { motsDe, type OperationSituee } from "./repartir";
import type { AvancementDeCommune, Demande } from "./suivre";

export interface ManquantsDAujourdhui {
  nom: string;
  insee: string | null;
  deficit: number | null;
  /** Sa cellule, dans le tableau contrôlé. */
  adresse?: string;
}

interface Releve {
  demande: Demande;
  bareme: Bareme;
  situees: readonly OperationSituee[];
  communes: readonly AvancementDeCommune[];
}

const GUIDE = "guide";
const QUALITE = "L. 302-8, III";
const QUANTITE = "L. 302-8, I";

const ORDRE: Readonly<Record<Gravite, number>> = { erreur: 0, avertissement: 1, information: 2 };

/** Les alertes d'un suivi, les plus graves d'abord ; puis les communes, les opérations dans l'ordre de la feuille, et l'inventaire. */
export function alerter(releve: Releve): Alerte[] {
  const { demande, situees } = releve;
  const alertes = [
    ...sansObjectif(demande),
    ...listeADroite(demande.article3),
    ...releve.communes.flatMap((commune) => deLaCommune(commune, releve)),
    ...illisibles(demande.article3),
    ...situees.flatMap((situee) => deLOperation(situee, releve)),
    ...doublons(situees),
    ...deLInventaire(demande),
  ];
  return alertes.sort((une, autre) => ORDRE[une.gravite] - ORDRE[autre.gravite]);
}

function sansObjectif({ objectifs }: Demande): Alerte[] {
  return objectifs.sansObjectif.map(({ nom }) => ({
    gravite: "erreur",
    code: "objectif-illisible",
    commune: nom,
    article: QUANTITE,
    valeurs: {},
  }));
}

function listeADroite(article3: Article3Lu | null): Alerte[] {
  const cellule = article3?.aDroite ?? null;
  if (cellule === null) return [];
  const commun = { gravite: "avertissement", article: GUIDE, valeurs: {} } as const;
  return [{ ...commun, code: "liste-a-droite", adresse: cellule }];
}

/** Ce qui manque à une commune, en quantité puis en qualité. Sa cellule est celle de sa première opération. */
function deLaCommune(commune: AvancementDeCommune, { demande, situees, bareme }: Releve): Alerte[] {
  const { nom, objectif, finances, prevus, aTrouver, plai, pls, accession } = commune;
  const premiere = situees.find(
    (situee) => situee.commune?.nom === nom && situee.commune.insee === commune.insee
  )?.operation.adresses;
  const ou = { commune: nom, ...adresse(premiere?.sociaux) };
  const reste = { objectif, finances, prevus, aTrouver };
  const alertes: Alerte[] = [];
  const quantite = { gravite: "avertissement", ...ou, article: QUANTITE, valeurs: reste } as const;
  const repere = miParcours(bareme);
  const passee = demande.jour !== undefined && demande.jour >= repere;
  if (objectif > 0 && finances === 0 && (prevus === 0 || passee))
    alertes.push({
      ...quantite,
      code: "rien-de-finance",
      valeurs: { ...reste, miParcours: repere },
    });
  else if (aTrouver > 0) alertes.push({ ...quantite, code: "objectif-non-couvert" });

  const plaiDits = plai.finances + plai.prevus;
  // Tant qu'il reste assez de logements à trouver, le minimum peut encore être atteint.
  if (plai.minimum !== null && plai.aTrouver !== null && plai.aTrouver > aTrouver)
    alertes.push({
      gravite: "avertissement",
      code: "plai-insuffisant",
      ...ou,
      ...adresse(premiere?.plai),
      article: QUALITE,
      valeurs: { minimum: plai.minimum, plai: plaiDits, manque: plai.aTrouver },
    });
  return [...alertes, ...desPls(pls, accession, { ...ou, ...adresse(premiere?.pls) })];
}

function desPls(
  { finances, prevus, maximum, enTrop }: AvancementDeCommune["pls"],
  accession: AvancementDeCommune["accession"],
  ou: Pick<Alerte, "commune" | "adresse">
): Alerte[] {
  const dits = finances + prevus;
  const enAccession = accession.finances + accession.prevus;
  const commun = { ...ou, article: QUALITE };
  if (maximum === null || enTrop === null) {
    if (dits === 0) return [];
    const valeurs = { pls: dits };
    return [{ ...commun, gravite: "information", code: "pls-indetermine", valeurs }];
  }
  if (enTrop > 0) {
    const valeurs = { maximum, pls: dits, enTrop };
    return [{ ...commun, gravite: "avertissement", code: "pls-excessif", valeurs }];
  }
  if (enAccession === 0 || dits + enAccession <= maximum) return [];
  const valeurs = { pls: dits, accession: enAccession, maximum };
  return [{ ...commun, gravite: "information", code: "accession-a-qualifier", valeurs }];
}

/** La mi-parcours : le 1er juillet de la deuxième année. Aucun texte lu ne la fixe : c'est notre choix, que l'alerte dit. */
function miParcours({ debut }: Bareme): string {
  return `${debut + 1}-07-01`;
}

/** Ce qu'une ligne a d'incohérent, ou qui l'empêche de compter. */
function deLOperation(
  { operation, situation, commune }: OperationSituee,
  releve: Releve
): Alerte[] {
  const { demande, bareme } = releve;
  const { anneePrevue, anneeFinancement, liste } = operation;
  const { debut, fin } = bareme;
  if (operation.abandon) return liste === "principale" ? [abandonnee(operation)] : [];
  const alertes = deLaLigne(operation);
  const dire = (rubrique: RubriqueDArticle3, gravite: Gravite) => ({
    ...reperer(operation, rubrique),
    gravite,
    article: GUIDE,
  });
  const sociaux = operation.sociaux ?? 0;
  const ecrite = operation.commune;
  if (commune === null && liste === "principale" && !estSansObjectif(ecrite, demande)) {
    const ou = dire("commune", "avertissement");
    if (ecrite === null) alertes.push({ ...ou, code: "commune-absente", valeurs: { sociaux } });
    else alertes.push({ ...ou, code: "commune-inconnue", valeurs: { ecrite, sociaux } });
  }
  const finance = anneeFinancement ?? 0;
  const prevu = anneePrevue ?? 0;
  if (situation === "financee-avant")
    alertes.push({
      ...dire("anneeFinancement", "erreur"),
      code: "finance-avant",
      valeurs: { annee: finance, debut },
    });
  if (liste === "ultérieure") {
    const financee = situation === "financee";
    if (financee || situation === "prevue")
      alertes.push({
        ...dire(financee ? "anneeFinancement" : "anneePrevue", "avertissement"),
        code: "ulterieur-dans-la-periode",
        valeurs: { annee: financee ? finance : prevu, finance: financee },
      });
    return alertes;
  }
  const surLaPrevision = dire("anneePrevue", "avertissement");
  switch (situation) {
    case "financee-apres":
      alertes.push({
        ...dire("anneeFinancement", "avertissement"),
        code: "finance-apres",
        valeurs: { annee: finance, fin },
      });
      break;
    case "prevue-apres":
      alertes.push({ ...surLaPrevision, code: "prevu-apres", valeurs: { annee: prevu, fin } });
      break;
    case "prevue-avant":
      alertes.push({ ...surLaPrevision, code: "prevu-avant", valeurs: { annee: prevu, debut } });
      break;
    case "sans-annee":
      alertes.push({ ...surLaPrevision, code: "annee-absente", valeurs: { sociaux } });
      break;
    case "prevue":
      if (demande.jour !== undefined && prevu < Number(demande.jour.slice(0, 4)))
        alertes.push({ ...surLaPrevision, code: "prevision-depassee", valeurs: { annee: prevu } });
  }
  return alertes;
}

/** Le contrat l'a, et son objectif illisible est déjà dit. */
function estSansObjectif(ecrite: string | null, { objectifs }: Demande): boolean {
  const mot = normaliserMot(ecrite ?? "");
  return objectifs.sansObjectif.some((commune) => motsDe(commune).has(mot));
}

function abandonnee(operation: Operation): Alerte {
  const { abandon, sociaux } = operation;
  return {
    ...reperer(operation, "nom"),
    ...adresse(abandon?.adresse),
    gravite: "avertissement",
    code: "operation-abandonnee",
    article: GUIDE,
    valeurs: { texte: abandon?.texte ?? "", sociaux: sociaux ?? 0 },
  };
}

/** Les nombres d'une ligne, entre eux. */
function deLaLigne(operation: Operation): Alerte[] {
  const { logements, sociaux, plai, plus, pls, accession } = operation;
  const alertes: Alerte[] = [];
  if (sociaux === null) {
    // Illisible, la cellule a déjà son alerte.
    if (!operation.illisibles.includes("sociaux"))
      alertes.push({
        ...reperer(operation, "sociaux"),
        gravite: "avertissement",
        code: "sociaux-absents",
        article: GUIDE,
        valeurs: {},
      });
    return alertes;
  }
  if (logements !== null && sociaux > logements)
    alertes.push({
      ...reperer(operation, "sociaux"),
      gravite: "erreur",
      code: "trop-de-sociaux",
      article: "arithmétique du tableau",
      valeurs: { sociaux, logements },
    });
  if (operation.illisibles.some((rubrique) => estUneTypologie(rubrique))) return alertes;
  const ou = { ...reperer(operation, "plai"), article: GUIDE };
  const dits = [plai, plus, pls, accession];
  if (dits.every((nombre) => nombre === null)) {
    if (sociaux > 0)
      alertes.push({
        ...ou,
        gravite: "information",
        code: "typologie-absente",
        valeurs: { sociaux },
      });
    return alertes;
  }
  const sansAccession = sommer([plai ?? 0, plus ?? 0, pls ?? 0]);
  const produits = sansAccession + (accession ?? 0);
  // Aucun texte lu ne dit si PSLA et BRS sont parmi les logements sociaux de la colonne 6 : les deux lectures sont admises.
  if (produits !== sociaux && sansAccession !== sociaux)
    alertes.push({
      ...ou,
      gravite: "avertissement",
      code: "produits-differents",
      valeurs: { produits, sociaux },
    });
  return alertes;
}

function estUneTypologie(rubrique: RubriqueDArticle3): boolean {
  return rubrique === "typologie" || PRODUITS.some((produit) => produit === rubrique);
}

function illisibles(article3: Article3Lu | null): Alerte[] {
  return (article3?.illisibles ?? []).map(({ rubrique, adresse: cellule, texte, ligne }) => {
    const operation = article3?.operations.find((candidate) => candidate.ligne === ligne);
    return {
      ...(operation && reperer(operation, rubrique)),
      adresse: cellule,
      gravite: "erreur",
      code: "valeur-illisible",
      article: GUIDE,
      valeurs: { rubrique, texte },
    };
  });
}

/** La même opération écrite deux fois : même nom, ou même référence cadastrale, dans la même commune. */
function doublons(situees: readonly OperationSituee[]): Alerte[] {
  const vues = new Map<string, Operation>();
  return situees.flatMap(({ operation, commune }): Alerte[] => {
    const ou = normaliserMot(commune?.insee ?? commune?.nom ?? operation.commune ?? "");
    if (operation.abandon) return [];
    for (const par of ["nom", "cadastre"] as const) {
      const mot = normaliserMot(operation[par] ?? "");
      if (mot === "") continue;
      const cle = `${par} ${ou} ${mot}`;
      const premiere = vues.get(cle);
      if (premiere)
        return [
          {
            ...reperer(operation, par),
            gravite: "avertissement",
            code: "doublon",
            article: GUIDE,
            valeurs: { par, premiere: premiere.adresses[par] ?? "" },
          },
        ];
      vues.set(cle, operation);
    }
    return [];
  });
}

function deLInventaire({ objectifs, inventaire = [] }: Demande): Alerte[] {
  return objectifs.communes.flatMap((commune): Alerte[] => {
    const { nom, deficit: signature, objectif } = commune;
    const recente = inventaire.find((candidate) => estLaMemeCommune(candidate, commune));
    const aujourdhui = recente?.deficit ?? null;
    if (signature === null || aujourdhui === null || aujourdhui === signature) return [];
    return [
      {
        gravite: "information",
        code: "inventaire-nouveau",
        commune: nom,
        ...adresse(recente?.adresse),
        article: GUIDE,
        valeurs: { signature, aujourdhui, objectif },
      },
    ];
  });
}

function reperer(
  operation: Operation,
  rubrique: RubriqueDArticle3
): Pick<Alerte, "commune" | "operation" | "adresse"> {
  const { adresses, commune } = operation;
  const nom = operation.nom ?? operation.adresse ?? operation.cadastre;
  return {
    ...(commune !== null && { commune }),
    ...(nom !== null && { operation: nom }),
    ...adresse(adresses[rubrique] ?? adresses.nom ?? adresses.adresse),
  };
}

function adresse(cellule: string | undefined): { adresse?: string } {
  return cellule === undefined ? {} : { adresse: cellule };
}
